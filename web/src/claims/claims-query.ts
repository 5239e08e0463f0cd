import { askOnce } from '../kit/client.ts'
import { sideLine } from '../kit/fragments.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import type { Row, Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedClaims = graphql(
  `
  fragment ListedClaims on ClaimConnection {
    totalCount
    nodes {
      slug
      text
      review
      kind
      standing(asOf: $asOf)
      speakerCount(asOf: $asOf)
      statementCount(asOf: $asOf)
      sourceCount(asOf: $asOf)
      figure { low high unit }
      affirms: positionPage(side: [AFFIRMS], asOf: $asOf, first: 8) { ...SideLine }
      doubts: positionPage(side: [DOUBTS], asOf: $asOf, first: 8) { ...SideLine }
      denies: positionPage(side: [DENIES], asOf: $asOf, first: 8) { ...SideLine }
      relations(type: CONTRADICTS) { claim { slug text } }
      assessments(asOf: $asOf) { id verdict method assessor { slug name } }
    }
    pageInfo { hasNextPage endCursor }
  }
`,
  [sideLine],
)

/** With the names of what its filter names, and how many there would be of each verdict. */
export const claimsQuery = graphql(
  `
  query Claims(
    $filter: ClaimFilter
    $orderBy: ClaimOrder!
    $asOf: EDTF
    $named: [ID!]!
    $whole: ClaimFilter!
    $verified: ClaimFilter!
    $partly: ClaimFilter!
    $unverified: ClaimFilter!
    $disputed: ClaimFilter!
    $refuted: ClaimFilter!
    $never: ClaimFilter!
    $proposed: ClaimFilter!
  ) {
    claims(filter: $filter, orderBy: $orderBy, first: 24) { ...ListedClaims }
    whole: claims(filter: $whole, first: 0) { totalCount }
    VERIFIED: claims(filter: $verified, first: 0) { totalCount }
    PARTLY_VERIFIED: claims(filter: $partly, first: 0) { totalCount }
    UNVERIFIED: claims(filter: $unverified, first: 0) { totalCount }
    DISPUTED: claims(filter: $disputed, first: 0) { totalCount }
    REFUTED: claims(filter: $refuted, first: 0) { totalCount }
    never: claims(filter: $never, first: 0) { totalCount }
    proposed: claims(filter: $proposed, first: 0) { totalCount }
    named: nodes(ids: $named) {
      ... on Entity { slug name }
    }
  }
`,
  [listedClaims],
)

export const moreClaimsQuery = graphql(
  `
  query MoreClaims($filter: ClaimFilter, $orderBy: ClaimOrder!, $asOf: EDTF, $after: String) {
    claims(filter: $filter, orderBy: $orderBy, first: 48, after: $after) { ...ListedClaims }
  }
`,
  [listedClaims],
)

export type ClaimsAnswer = ResultOf<typeof claimsQuery>
export type ListedClaims = ClaimsAnswer['claims']
export type ListedClaim = ListedClaims['nodes'][number]

/** Without their sides, of which there is no end. */
const everyClaim = graphql(`
  query EveryClaim($filter: ClaimFilter, $orderBy: ClaimOrder, $asOf: EDTF, $after: String) {
    claims(filter: $filter, orderBy: $orderBy, first: 200, after: $after) {
      totalCount
      nodes {
        slug
        text
        kind
        review
        standing(asOf: $asOf)
        subject { slug name }
        event { slug name when }
        speakerCount(asOf: $asOf)
        statementCount(asOf: $asOf)
        sourceCount(asOf: $asOf)
        figure { low high unit }
        assessments(asOf: $asOf) { verdict method date assessor { slug name } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export type AssessedClaim = ResultOf<typeof everyClaim>['claims']['nodes'][number]
type ListedClaimsAsked = Omit<VariablesOf<typeof everyClaim>, 'after'>

/** Every claim that a filter keeps, for a file. */
export const everyClaimRow = (
  asked: ListedClaimsAsked,
  rowsOf: (claim: AssessedClaim) => Row | readonly Row[],
): Rows => everyRow(async (after) => (await askOnce(everyClaim, { ...asked, after })).claims, rowsOf)
