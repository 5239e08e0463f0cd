import { graphql, type ResultOf } from '../graphql.ts'

/** Values of the facets come with the matrix, so that the filters offer only what there is. */
export const matrixQuery = graphql(`
  query Matrix($filter: StatementFilter, $minStatements: Int!) {
    matrix(filter: $filter, minStatements: $minStatements, first: 500) {
      statements
      actor { slug name }
      entity { __typename slug name }
    }
    facets(by: [EVENT, SOURCE], first: 30) {
      facet
      value
      count
      node {
        ... on Event { name }
        ... on Source { title }
      }
    }
  }
`)

export type Tally = ResultOf<typeof matrixQuery>['matrix'][number]
export type FacetValue = ResultOf<typeof matrixQuery>['facets'][number]
