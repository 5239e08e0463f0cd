import { assessmentCells, dateCells, figureCells, nodeCells } from '../list/cells.ts'
import type { Row } from '../list/file.ts'
import type { AssessedClaim } from './claims-query.ts'

/** A claim as a line of a table. */
export const listedClaimRow = ({
  kind,
  standing,
  subject,
  event,
  figure,
  assessments,
  ...claim
}: AssessedClaim): Row => ({
  ...nodeCells('claim', claim),
  claimKind: kind,
  standing,
  ...nodeCells('subject', subject),
  ...nodeCells('event', event),
  ...dateCells('when', event?.when),
  ...figureCells(figure),
  speakers: claim.speakerCount,
  statements: claim.statementCount,
  sources: claim.sourceCount,
  ...assessmentCells(assessments),
  review: claim.review,
})
