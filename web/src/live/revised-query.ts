import { graphql, type VariablesOf } from '../kit/graphql.ts'

/** What changed a node itself. */
export const revisedQuery = graphql(`
  subscription Revised($about: ID!, $since: ID) {
    revised(about: $about, since: $since) { id }
  }
`)

/** What came to be said that a page shows. */
export const acceptedQuery = graphql(`
  subscription Accepted($filter: StatementFilter!, $since: ID) {
    statementAccepted(filter: $filter, since: $since) { revision { id } }
  }
`)

export type ShownStatements = VariablesOf<typeof acceptedQuery>['filter']
