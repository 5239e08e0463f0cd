import type { ImmediateEngine } from '../sql/engine.ts'
import { writeItems } from './record.ts'
import { invalid, refuseProblems } from './refusal.ts'
import type { ReviewRequest, WriteResult } from './request.ts'
import { editTools } from './tools.ts'

const stateOf = { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED' } as const

/** Accepts and rejects statements, and mends them on the way, all of them or none. */
export function reviewStatements(engine: ImmediateEngine, { by, note, reviews }: ReviewRequest): WriteResult {
  refuseOthersEdits(engine, reviews)
  return writeItems(
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
}

/** Edits that name a statement must name the one that is reviewed. */
function refuseOthersEdits(engine: ImmediateEngine, reviews: ReviewRequest['reviews']): void {
  const { finder } = editTools(engine)
  refuseProblems(
    reviews.flatMap(({ statement, edits }, index) => {
      const named = edits?.id
      if (typeof named !== 'string' || named === statement) return []
      const [one, other] = [named, statement].map((reference) => finder.find(['STATEMENT'], reference)?.key)
      if (one !== undefined && one === other) return []
      const message = `${JSON.stringify(named)} is not the statement that is reviewed: leave it out.`
      return [invalid(['input', index, 'edits', 'id'], message, [statement])]
    }),
  )
}
