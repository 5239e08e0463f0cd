import { statementPage } from '../fragments.ts'
import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts'
import { hitFields } from './hit.ts'
import type { SearchState } from './search-state.ts'

const hitPage = graphql(
  `
  fragment HitPage on SearchConnection {
    totalCount
    nodes { ...HitFields }
    pageInfo { hasNextPage endCursor }
  }
`,
  [hitFields],
)
export type HitPage = ResultOf<typeof hitPage>

const facetCounts = graphql(`
  fragment FacetCounts on FacetCount {
    facet
    value
    count
    node { ... on Entity { name } }
  }
`)
export type FacetCount = ResultOf<typeof facetCounts>

/** How many values of a facet the page shows. */
export const VALUES = 10

export const resultsQuery = graphql(
  `
  query Results(
    $text: String!
    $types: [NodeType!]
    $filter: StatementFilter!
    $statements: Int!
    $hasHits: Boolean!
    $values: Int!
  ) {
    search(text: $text, types: $types, first: 30) @include(if: $hasHits) { ...HitPage }
    statements(filter: $filter, orderBy: SAID_DESC, first: $statements) { ...StatementPage }
    facets(filter: $filter, by: [SPEAKER, STANCE, MONTH], first: $values) { ...FacetCounts }
  }
`,
  [hitPage, statementPage, facetCounts],
)

export const hitsQuery = graphql(
  `
  query Hits($text: String!, $types: [NodeType!], $first: Int, $after: String) {
    search(text: $text, types: $types, first: $first, after: $after) { ...HitPage }
  }
`,
  [hitPage],
)

export const countsQuery = graphql(
  `
  query Counts($filter: StatementFilter!) {
    facets(filter: $filter, by: [SPEAKER, STANCE, MONTH], first: 500) { ...FacetCounts }
  }
`,
  [facetCounts],
)

export type HitsAsked = Pick<VariablesOf<typeof hitsQuery>, 'text' | 'types'>

export const hitsAsked = ({ text, kinds }: SearchState): HitsAsked => ({
  text,
  ...(kinds.length > 0 && { types: [...kinds] }),
})

/** Statements are listed or only counted. */
export const variablesOf = (state: SearchState): VariablesOf<typeof resultsQuery> => ({
  ...hitsAsked(state),
  filter: state.filter,
  statements: state.isOfStatements ? 20 : 0,
  hasHits: !state.isOfStatements,
  values: VALUES,
})
