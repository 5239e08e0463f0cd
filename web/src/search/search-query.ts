import { statementFields } from '../kit/fragments.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { listed, proposedOf } from '../list/asked.ts'
import { facetValue } from '../statement/facet-choices.tsx'
import { COUNTED_FACETS } from './facet-params.ts'
import { type HitsAsked, hitPage } from './hit.ts'
import type { SearchState } from './search-state.ts'

/** How many values of a facet the page shows. */
export const VALUES = 10

const foundStatementPage = graphql(
  `
  fragment FoundStatementPage on StatementConnection {
    totalCount: boundedCount { count isExact }
    nodes { ...StatementFields }
    pageInfo { hasNextPage endCursor }
  }
`,
  [statementFields],
)
export type FoundStatementPage = ResultOf<typeof foundStatementPage>

export const resultsQuery = graphql(
  `
  query Results(
    $text: String!
    $types: [NodeType!]
    $review: [ReviewState!]
    $filter: StatementFilter!
    $proposed: StatementFilter!
    $hits: Int!
    $values: Int!
    $by: [Facet!]!
    $isOfStatements: Boolean!
  ) {
    search(text: $text, types: $types, review: $review, first: $hits) { ...HitPage }
    proposedHits: search(text: $text, types: $types, review: [PROPOSED], first: 0) {
      totalCount: boundedCount { count isExact }
      searchedFor
    }
    proposedStatements: statements(filter: $proposed, first: 0) @include(if: $isOfStatements) {
      totalCount: boundedCount { count isExact }
    }
    statements(filter: $filter, orderBy: SAID_DESC, first: 20) @include(if: $isOfStatements) { ...FoundStatementPage }
    counted: statements(filter: $filter, first: 0) { totalCount: boundedCount { count isExact } }
    facets(filter: $filter, by: $by, first: $values, upTo: 10000) { ...FacetValue }
  }
`,
  [hitPage, foundStatementPage, facetValue],
)

/** What all statements with the words count where they are very many: it takes long, and is asked for when the rest is there. */
export const foundCountsQuery = graphql(
  `
  query FoundCounts($filter: StatementFilter!, $by: [Facet!]!, $values: Int!) {
    facets(filter: $filter, by: $by, first: $values) { ...FacetValue }
  }
`,
  [facetValue],
)

export const countsQuery = graphql(
  `
  query Counts($filter: StatementFilter!, $by: [Facet!]!) {
    facets(filter: $filter, by: $by, first: 500) { ...FacetValue }
  }
`,
  [facetValue],
)

export const hitsAsked = ({ text, kinds, review }: SearchState): HitsAsked => ({
  text,
  ...listed('review', review),
  ...(kinds.length > 0 && { types: [...kinds] }),
})

/** Statements are listed or only counted; where they are listed, hits only tell what comes nearest. */
export const searchVariables = (state: SearchState): VariablesOf<typeof resultsQuery> => ({
  ...hitsAsked(state),
  filter: state.filter,
  proposed: proposedOf(state.filter),
  isOfStatements: state.isOfStatements,
  hits: state.isOfStatements ? 0 : 30,
  values: VALUES,
  by: [...COUNTED_FACETS],
})

export const foundCountsVariables = ({ filter }: SearchState): VariablesOf<typeof foundCountsQuery> => ({
  filter,
  values: VALUES,
  by: [...COUNTED_FACETS],
})
