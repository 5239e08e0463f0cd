import { setParams } from '../location.ts'
import { NodePicker } from '../search/node-picker.tsx'
import { type TimelineState, type TimelineType, TYPES } from './timeline-state.ts'

interface Props {
  readonly state: TimelineState
  /** The names of what it is about, as far as they are known. */
  readonly names: ReadonlyMap<string, string>
}

const WORDS: Readonly<Record<TimelineType, string>> = { EVENT: 'Events', STATEMENT: 'Statements' }
const ENTITIES = ['ACTOR', 'EVENT', 'PLACE'] as const

/** What the timeline is about, and whether it shows events, statements, or both. */
export function TimelineFilters({ state: { about, types }, names }: Props) {
  const setAbout = (slugs: readonly string[]) => setParams({ about: slugs })
  const toggle = (type: TimelineType) => {
    const next = types.includes(type) ? types.filter((each) => each !== type) : TYPES
    setParams({ types: next.length === TYPES.length ? null : next })
  }
  return (
    <form class="filters timeline-filters" onSubmit={(event) => event.preventDefault()} aria-label="Filters">
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
            {WORDS[type]}
          </button>
        ))}
      </fieldset>
      {about.length > 0 && (
        <fieldset class="chips">
          <legend class="visually-hidden">About</legend>
          {about.map((slug) => (
            <button
              key={slug}
              type="button"
              class="chip"
              aria-label={`Not only about ${names.get(slug) ?? slug}`}
              onClick={() => setAbout(about.filter((each) => each !== slug))}
            >
              about {names.get(slug) ?? slug} ×
            </button>
          ))}
        </fieldset>
      )}
      <NodePicker
        label="About an actor, event or place"
        types={ENTITIES}
        choose={(slug) => setAbout([...new Set([...about, slug])])}
      />
    </form>
  )
}
