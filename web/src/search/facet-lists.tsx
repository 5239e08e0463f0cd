import { askOnce } from '../kit/client.ts'
import type { Count } from '../kit/count.ts'
import { setParams, usePlace } from '../kit/location.ts'
import { plain } from '../kit/words.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { CountBar } from '../page/count-bar.tsx'
import { Section } from '../page/section.tsx'
import type { FacetValue } from '../statement/facet-choices.tsx'
import type { StatementFilter } from '../statement/filter-in.ts'
import { StanceMark } from '../statement/stance-mark.tsx'
import { countsOf, facetWord, isChosen, paramsOf } from './facet.ts'
import { COUNTED_FACETS, type CountedFacet } from './facet-params.ts'
import { countsQuery, VALUES } from './search-query.ts'

interface FacetListsProps {
  readonly facets: readonly FacetValue[]
  readonly total: Count
  readonly filter: StatementFilter
}

/** How many statements have the words, by who says them, with which stance, and when. */
export function FacetLists({ facets, total, filter }: FacetListsProps) {
  return (
    <Section
      id="counts"
      title="Statements, counted"
      count={total}
      tools={<ExportLinks name="statement-counts" rows={() => countRows(filter)} />}
    >
      {COUNTED_FACETS.map((facet) => (
        <FacetList key={facet} facet={facet} counts={countsOf(facets, facet)} />
      ))}
    </Section>
  )
}

function FacetList({
  facet,
  counts,
}: {
  readonly facet: CountedFacet
  readonly counts: readonly FacetValue[]
}) {
  const { params } = usePlace()
  if (counts.length === 0) return null
  const most = Math.max(...counts.map(({ count }) => count))
  const choose = (value: string) =>
    setParams({ types: 'STATEMENT', ...paramsOf(facet, isChosen(params, facet, value) ? null : value) })
  return (
    <div class="facet">
      <h3>By {plain(facet)}</h3>
      <ul class="plain">
        {counts.map((each) => (
          <li key={each.value}>
            <button
              type="button"
              aria-pressed={isChosen(params, facet, each.value)}
              onClick={() => choose(each.value)}
            >
              <span dir="auto">
                {facet === 'STANCE' ? <StanceMark stance={each.value} /> : facetWord(each)}
              </span>
              <CountBar count={each.count} most={most} />
              <span class="number">{each.count.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      {counts.length === VALUES && <p class="faint">The {VALUES} most frequent; the files have up to 500.</p>}
    </div>
  )
}

async function* countRows(filter: StatementFilter) {
  const { facets } = await askOnce(countsQuery, { filter, by: [...COUNTED_FACETS] })
  yield facets.map((each) => ({
    facet: plain(each.facet),
    value: each.value,
    valueName: facetWord(each),
    statements: each.count,
  }))
}
