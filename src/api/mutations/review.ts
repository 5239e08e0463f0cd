import type { WriteResult } from '../../edits/request.ts'
import { reviewText } from '../../meaning/writing.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { byId, markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { ReviewVerdictEnum } from '../kit/enum.ts'
import { Statement } from '../types/statement.ts'
import { itemOf } from './item.ts'
import { noteArg, payloadType } from './payload.ts'
import { StatementInput } from './statement-inputs.ts'
import { write } from './write.ts'

const ReviewInput = builder.inputType('ReviewInput', {
  description: 'A decision about one proposed statement.',
  fields: (t) => ({
    statement: t.id({ required: true, description: reviewText.statement }),
    verdict: t.field({ type: ReviewVerdictEnum, required: true, description: reviewText.verdict }),
    edits: t.field({ type: StatementInput, description: reviewText.edits }),
    expectedRevision: t.id({ description: reviewText.expectedRevision }),
  }),
})

const ReviewStatementsPayload = payloadType('ReviewStatementsPayload')
builder.objectField(ReviewStatementsPayload, 'statements', (t) =>
  t.field({
    type: [Statement],
    description:
      'The statements as they are now, in the order in which they were given; none where there are problems.',
    resolve: ({ nodes }: WriteResult, _, { graph }) =>
      mapAnswer(graph.statements.byIds(nodes.map(({ key }) => key)), (found) => {
        const statements = byId(markBatch(found))
        return nodes.flatMap(({ key }) => statements.get(key) ?? [])
      }),
  }),
)

builder.mutationField('reviewStatements', (t) =>
  t.field({
    type: ReviewStatementsPayload,
    description:
      'Accepts or rejects what was proposed, and mends it on the way: many at once, in one revision, all of it or nothing. ' +
      needsEditor,
    args: {
      input: t.arg({
        type: [ReviewInput],
        required: true,
        description: 'The decisions, one for each statement.',
      }),
      ...noteArg,
    },
    resolve: async (_, { input, note }, context) => {
      const reviews = input.map(({ statement, verdict, edits, expectedRevision }) => ({
        statement,
        verdict,
        edits: edits ? itemOf(edits) : undefined,
        expectedRevision: expectedRevision ?? undefined,
      }))
      return write(context, { kind: 'review', reviews, note: note ?? undefined })
    },
  }),
)
