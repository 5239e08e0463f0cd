import { dateText } from '../kit/date.ts'
import { isolated } from '../kit/isolated.ts'
import { type Params, setParams } from '../kit/location.ts'
import { stanceWord } from '../kit/words.ts'
import { ChosenChip } from '../page/chosen-chip.tsx'
import type { FacetValue } from '../statement/facet-choices.tsx'
import type { StatementFilter } from '../statement/filter-in.ts'

interface FilterChipsProps {
  readonly filter: StatementFilter
  /** Among them is what a chosen speaker is called. */
  readonly facets: readonly FacetValue[]
}

interface Chip {
  readonly word: string
  /** What the address is to hold once it is removed. */
  readonly without: Params
}

/** What narrows the statements, each to be taken away again. */
export function FilterChips({ filter, facets }: FilterChipsProps) {
  const chips = chipsOf(filter, facets)
  if (chips.length === 0) return null
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">Narrowed</legend>
      {chips.map(({ word, without }) => (
        <ChosenChip key={word} text={word} remove={() => setParams({ types: 'STATEMENT', ...without })} />
      ))}
    </fieldset>
  )
}

function chipsOf({ by, stance, said }: StatementFilter, facets: readonly FacetValue[]): Chip[] {
  const speakers = by ?? []
  const stances = stance ?? []
  return [
    ...speakers.map((slug) => ({
      word: `by ${isolated(nameInFacets(slug, facets))}`,
      without: { by: speakers.filter((each) => each !== slug) },
    })),
    ...stances.map((one) => ({
      word: stanceWord(one),
      without: { stance: stances.filter((each) => each !== one) },
    })),
    ...(said ? [{ word: saidWord(said), without: { from: null, until: null } }] : []),
  ]
}

function nameInFacets(slug: string, facets: readonly FacetValue[]): string {
  const node = facets.find(({ facet, value }) => facet === 'SPEAKER' && value === slug)?.node
  return node && 'name' in node ? node.name : slug
}

function saidWord({ from, until }: NonNullable<StatementFilter['said']>): string {
  if (from === until) return `said ${dateText(from)}`
  return ['said', from && `from ${dateText(from)}`, until && `until ${dateText(until)}`]
    .filter(Boolean)
    .join(' ')
}
