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
import { hitsAsked, resultsQuery, searchVariables } from './search-query.ts'
import type { SearchState } from './search-state.ts'

/** All kinds in one list, or statements in their own; beside them what the statements count. */
export function Results({ state }: { readonly state: SearchState }) {
  const { params } = usePlace()
  const variables = searchVariables(state)
  const answer = useAnswer(resultsQuery, variables)
  return (
    <Page title={`“${isolated(state.text)}”`} document={resultsQuery} variables={variables} answer={answer}>
      {({ search, statements, facets, proposedHits, proposedStatements }) => (
        <>
          <div class="search-tools">
            <KindChips kinds={state.kinds} />
            {(params.has('review') || proposedHits.totalCount > 0) && (
              <ReviewField chosen={state.review} offersRejected />
            )}
            {statements.totalCount > 0 && (
              <Link class="to-counts" href={`${location.pathname}${location.search}#counts`}>
                Counts by speaker, stance and month
              </Link>
            )}
          </div>
          <div class="results">
            {state.isOfStatements ? (
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
            {statements.totalCount > 0 && (
              <FacetLists facets={facets} total={statements.totalCount} filter={state.filter} />
            )}
          </div>
        </>
      )}
    </Page>
  )
}
