import { leastOf } from '../kit/count.ts'
import { isolated } from '../kit/isolated.ts'
import { Link } from '../kit/link.tsx'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { Page } from '../page/page.tsx'
import { proposedBeside } from '../page/proposed-count.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { FacetLists } from './facet-lists.tsx'
import { FoundStatements } from './found-statements.tsx'
import { HitList } from './hit-list.tsx'
import { KindChips } from './kind-chips.tsx'
import {
  foundCountsQuery,
  foundCountsVariables,
  hitsAsked,
  resultsQuery,
  searchVariables,
} from './search-query.ts'
import type { SearchState } from './search-state.ts'

/** All kinds in one list, or statements in their own; beside them what the statements count, which of very many comes later. */
export function Results({ state }: { readonly state: SearchState }) {
  const { params } = usePlace()
  const variables = searchVariables(state)
  const found = useAnswer(resultsQuery, variables)
  const isLarge = found.data !== undefined && !found.data.counted.totalCount.isExact
  const counts = useAnswer(foundCountsQuery, isLarge ? foundCountsVariables(state) : null)
  const answer = { ...found, isLoading: found.isLoading || counts.isLoading }
  return (
    <Page title={`“${isolated(state.text)}”`} document={resultsQuery} variables={variables} answer={answer}>
      {({ search, statements, counted: { totalCount }, facets: few, proposedHits, proposedStatements }) => {
        const facets = isLarge ? (counts.data?.facets ?? []) : few
        return (
          <>
            <div class="search-tools">
              <KindChips kinds={state.kinds} />
              {(params.has('review') || leastOf(proposedHits.totalCount) > 0) && (
                <ReviewField chosen={state.review} offersRejected />
              )}
              {leastOf(totalCount) > 0 && (
                <Link class="to-counts" href={`${location.pathname}${location.search}#counts`}>
                  Counts by speaker, stance and month
                </Link>
              )}
            </div>
            <div class="results">
              {statements && proposedStatements ? (
                <FoundStatements
                  page={statements}
                  proposed={proposedBeside('/search', params, proposedStatements)}
                  facets={facets}
                  text={state.text}
                  nearest={search}
                  filter={state.filter}
                />
              ) : (
                <HitList
                  page={search}
                  // What only comes near to the words is not what was asked for.
                  proposed={
                    proposedHits.searchedFor === null
                      ? proposedBeside('/search', params, proposedHits)
                      : undefined
                  }
                  asked={hitsAsked(state)}
                />
              )}
              {leastOf(totalCount) > 0 && (
                <FacetLists facets={facets} total={totalCount} filter={state.filter} />
              )}
            </div>
          </>
        )
      }}
    </Page>
  )
}
