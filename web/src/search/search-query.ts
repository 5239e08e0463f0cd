import { statementPage } from '../kit/fragments.ts'
import { graphql, type VariablesOf } from '../kit/graphql.ts'
import { listed, proposedOf } from '../list/asked.ts'
import { facetValue } from '../statement/facet-choices.tsx'
import { COUNTED_FACETS } from './facet-params.ts'
import { type HitsAsked, hitPage } from './hit.ts'
import type { SearchState } from './search-state.ts'

/** How many values of a facet the page shows. */
export const VALUES = 10

export const resultsQuery = graphql(
  `
  query Results(
    $text: String!
    $types: [NodeType!]
    $review: [ReviewState!]
    $filter: StatementFilter!
    $proposed: StatementFilter!
    $statements: Int!
    $hits: Int!
    $values: Int!
    $by: [Facet!]!
  ) {
    search(text: $text, types: $types, review: $review, first: $hits) { ...HitPage }
    proposedHits: search(text: $text, types: $types, review: [PROPOSED], first: 0) { totalCount searchedFor }
    proposedStatements: statements(filter: $proposed, first: 0) { totalCount }
    statements(filter: $filter, orderBy: SAID_DESC, first: $statements) { ...StatementPage }
    facets(filter: $filter, by: $by, first: $values) { ...FacetValue }
  }
`,
  [hitPage, statementPage, facetValue],
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
  statements: state.isOfStatements ? 20 : 0,
  hits: state.isOfStatements ? 0 : 30,
  values: VALUES,
  by: [...COUNTED_FACETS],
})
