import type { ImmediateEngine } from '../sql/engine.ts'
import { writeItems } from './record.ts'
import type { ReviewRequest, WriteResult } from './request.ts'

const stateOf = { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED' } as const

/** Accepts and rejects statements, and mends them on the way, all of them or none. */
export const reviewStatements = (
  engine: ImmediateEngine,
  { by, note, reviews }: ReviewRequest,
): WriteResult =>
  writeItems(
    engine,
    { by, note, action: 'REVIEW' },
    reviews.map(({ statement, verdict, edits = {}, expectedRevision }, index) => ({
      section: 'statements' as const,
      input: { ...edits, id: statement, review: stateOf[verdict] },
      path: ['input', index, 'edits'],
      idPath: ['input', index, 'statement'],
      expectedRevision,
      expectedPath: ['input', index, 'expectedRevision'],
    })),
  )
