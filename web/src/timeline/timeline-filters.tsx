import { setParams } from '../kit/location.ts'
import { FilterForm } from '../page/filter-form.tsx'
import { NodePicker } from '../search/node-picker.tsx'
import { ChosenChips } from '../statement/chosen-chips.tsx'
import { FacetChoices } from '../statement/facet-choices.tsx'
import { StanceFilter } from '../statement/stance-filter.tsx'
import type { Setting } from './timeline-query.ts'
import type { TimelineState } from './timeline-state.ts'
import { type TimelineType, TYPES } from './timeline-type.ts'

interface TimelineFiltersProps {
  readonly state: TimelineState
  readonly params: URLSearchParams
  /** The names of what is chosen, and what can be, once they are known. */
  readonly setting: Setting | undefined
}

const TIMELINE_TYPE_WORDS: Readonly<Record<TimelineType, string>> = {
  EVENT: 'Events',
  STATEMENT: 'Statements',
}
const PICKERS = [
  ['about', 'About an actor, event or place', ['ACTOR', 'EVENT', 'PLACE']],
  ['by', 'Said by an actor', ['ACTOR']],
  ['onBehalfOf', 'Said on behalf of an actor', ['ACTOR']],
] as const

/** What the timeline is about, whether it shows events, statements, or both, and whose statements and which. */
export function TimelineFilters({ state: { types, chosen }, params, setting }: TimelineFiltersProps) {
  const add = (name: string, slug: string) =>
    setParams({ [name]: [...new Set([...params.getAll(name), slug])] })
  return (
    <FilterForm class="timeline-filters">
      <TypeFilter types={types} />
      {PICKERS.map(([name, label, kinds]) => (
        <NodePicker key={name} label={label} types={kinds} choose={(slug) => add(name, slug)} />
      ))}
      <FacetChoices params={params} facets={setting?.facets ?? []} />
      <StanceFilter stance={chosen.stance ?? []} />
      <ChosenChips params={params} nodes={setting?.named ?? []} />
    </FilterForm>
  )
}

function TypeFilter({ types }: { readonly types: readonly TimelineType[] }) {
  const toggle = (type: TimelineType) => {
    const next = types.includes(type) ? types.filter((each) => each !== type) : TYPES
    setParams({ types: next.length === TYPES.length ? null : next })
  }
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">Show</legend>
      {TYPES.map((type) => (
        <button
          key={type}
          type="button"
          class="chip"
          aria-pressed={types.includes(type)}
          // One of the two always stays.
          disabled={types.length === 1 && types.includes(type)}
          onClick={() => toggle(type)}
        >
          {TIMELINE_TYPE_WORDS[type]}
        </button>
      ))}
    </fieldset>
  )
}
