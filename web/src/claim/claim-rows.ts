import { askOnce } from '../client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts'
import type { Row, Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

/** Claims with all their positions: too much for a page, and just right for a file. */
const claimsInFull = graphql(`
  query ClaimsInFull($filter: ClaimFilter, $orderBy: ClaimOrder, $asOf: EDTF, $words: Boolean!, $after: String) {
    claims(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        slug
        text
        standing
        subject { slug }
        figure { low high unit }
        positions(asOf: $asOf) {
          stance
          certainty
          actor { slug }
          statement @include(if: $words) { text saidAt source { slug } }
        }
      }
    }
  }
`)

type ClaimInFull = ResultOf<typeof claimsInFull>['claims']['nodes'][number]
type PositionInFull = ClaimInFull['positions'][number]
export type ClaimsAsked = Pick<VariablesOf<typeof claimsInFull>, 'filter' | 'orderBy' | 'asOf'>

/** A line for each position on each of the claims that a filter keeps. */
export const claimRows = (
  asked: ClaimsAsked,
  words: boolean,
  rowOf: (claim: ClaimInFull, position: PositionInFull) => Row,
): Rows =>
  everyRow(
    async (after) => (await askOnce(claimsInFull, { ...asked, words, after })).claims,
    (claim) => claim.positions.map((position) => rowOf(claim, position)),
  )
