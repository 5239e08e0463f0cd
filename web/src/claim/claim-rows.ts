import { askOnce } from '../kit/client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { dateCells, figureCells, nodeCells, positionCells, sourceCells } from '../list/cells.ts'
import type { Row, Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

/** Claims with all their positions: too much for a page, and just right for a file. */
const claimsInFull = graphql(`
  query ClaimsInFull($filter: ClaimFilter, $orderBy: ClaimOrder, $asOf: EDTF, $after: String) {
    claims(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        slug
        text
        standing(asOf: $asOf)
        subject { slug name }
        figure { low high unit }
        positions(asOf: $asOf) {
          stance
          certainty
          side
          actor { slug name }
          statement { id text saidAt source { slug title publishedAt } }
        }
      }
    }
  }
`)

type ClaimInFull = ResultOf<typeof claimsInFull>['claims']['nodes'][number]
export type ClaimsAsked = Pick<VariablesOf<typeof claimsInFull>, 'filter' | 'orderBy' | 'asOf'>

/** A line for each position on each of the claims that a filter keeps. */
export const claimRows = (asked: ClaimsAsked): Rows =>
  everyRow(async (after) => (await askOnce(claimsInFull, { ...asked, after })).claims, claimRowsOf)

const claimRowsOf = ({ positions, subject, standing, figure, ...claim }: ClaimInFull): Row[] =>
  positions.map((position) => ({
    ...nodeCells('claim', claim),
    standing,
    ...nodeCells('subject', subject),
    ...figureCells(figure),
    ...positionCells(position),
    ...nodeCells('statement', position.statement),
    ...dateCells('saidAt', position.statement.saidAt),
    ...sourceCells(position.statement.source),
  }))
