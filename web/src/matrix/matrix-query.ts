import { graphql, type ResultOf } from '../kit/graphql.ts'
import { facetValue } from '../statement/facet-choices.tsx'

/** Values of the facets come with the matrix, so that the filters offer only what there is. */
export const matrixQuery = graphql(
  `
  query Matrix($filter: StatementFilter, $subjects: [NodeType!]) {
    grid(filter: $filter, subjects: $subjects, first: 50) {
      speakers { slug name }
      subjects { __typename slug name }
      counts
    }
    facets(by: [EVENT, SOURCE], first: 30) { ...FacetValue }
  }
`,
  [facetValue],
)

export type GridAnswer = ResultOf<typeof matrixQuery>['grid']
