import type { StatementFields } from '../fragments.ts'
import type { Row } from '../list/file.ts'

/** A statement as a line of a table. */
export const statementRow = (statement: StatementFields): Row => ({
  id: statement.id,
  speaker: statement.speaker.slug,
  onBehalfOf: statement.onBehalfOf?.slug,
  act: statement.act,
  text: statement.text,
  exact: statement.span?.exact,
  claim: statement.claim?.slug,
  stance: statement.stance,
  certainty: statement.certainty,
  side: statement.side,
  saidAt: statement.saidAt,
  source: statement.source.slug,
  publishedAt: statement.source.publishedAt,
  review: statement.review,
})
