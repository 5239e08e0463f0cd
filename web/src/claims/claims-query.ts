import { askOnce } from '../client.ts'
import { claimInShort } from '../fragments.ts'
import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts'
import type { Row, Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedClaims = graphql(
  `
  fragment ListedClaims on ClaimConnection {
    totalCount
    nodes {
      ...ClaimInShort
      kind
      standing
      speakerCount
      statementCount
      sourceCount
      assessments { id verdict method assessor { slug name } }
    }
    pageInfo { hasNextPage endCursor }
  }
`,
  [claimInShort],
)

/** With the names of what its filter names. */
export const claimsQuery = graphql(
  `
  query Claims($filter: ClaimFilter, $orderBy: ClaimOrder!, $named: [ID!]!) {
    claims(filter: $filter, orderBy: $orderBy, first: 24) { ...ListedClaims }
    named: nodes(ids: $named) {
      ... on Entity { slug name }
    }
  }
`,
  [listedClaims],
)

export const moreClaimsQuery = graphql(
  `
  query MoreClaims($filter: ClaimFilter, $orderBy: ClaimOrder!, $after: String) {
    claims(filter: $filter, orderBy: $orderBy, first: 48, after: $after) { ...ListedClaims }
  }
`,
  [listedClaims],
)

export type ListedClaims = ResultOf<typeof claimsQuery>['claims']
export type ListedClaim = ListedClaims['nodes'][number]

/** Without their sides, of which there is no end. */
const everyClaim = graphql(`
  query EveryClaim($filter: ClaimFilter, $orderBy: ClaimOrder, $after: String) {
    claims(filter: $filter, orderBy: $orderBy, first: 200, after: $after) {
      totalCount
      nodes {
        slug
        text
        kind
        standing
        event { slug }
        speakerCount
        statementCount
        sourceCount
        assessments { verdict method date assessor { slug } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export type AssessedClaim = ResultOf<typeof everyClaim>['claims']['nodes'][number]
type ClaimsAsked = Omit<VariablesOf<typeof everyClaim>, 'after'>

/** Every claim that a filter keeps, for a file. */
export const everyClaimRow = (
  asked: ClaimsAsked,
  rowsOf: (claim: AssessedClaim) => Row | readonly Row[],
): Rows => everyRow(async (after) => (await askOnce(everyClaim, { ...asked, after })).claims, rowsOf)
