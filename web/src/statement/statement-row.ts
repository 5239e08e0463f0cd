import type { StatementFields } from '../kit/fragments.ts'
import { dateCells, nodeCells, sourceCells } from '../list/cells.ts'
import type { Row } from '../list/file.ts'

/** A statement as a line of a table. */
export const statementRow = (statement: StatementFields): Row => ({
  ...nodeCells('statement', statement),
  ...nodeCells('speaker', statement.speaker),
  ...nodeCells('onBehalfOf', statement.onBehalfOf),
  act: statement.act,
  quoteType: statement.quoteType,
  exact: statement.span?.exact,
  ...nodeCells('claim', statement.claim),
  side: statement.side,
  stance: statement.stance,
  certainty: statement.certainty,
  ...dateCells('saidAt', statement.saidAt),
  ...sourceCells(statement.source),
  review: statement.review,
})
