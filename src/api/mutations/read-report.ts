import type { WriteResult } from '../../edits/request.ts'
import { reportText } from '../../meaning/writing.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { relationToOne } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { SourceKindEnum } from '../kit/enum.ts'
import { Source } from '../types/source.ts'
import { noteArg, payloadType } from './payload.ts'
import { write } from './write.ts'

const ReportInput = builder.inputType('ReportInput', {
  description: 'A report to be read. What is not given is looked for in its text.',
  fields: (t) => ({
    text: t.string({ required: true, description: reportText.text }),
    title: t.string({ description: reportText.title }),
    publisher: t.id({ description: reportText.publisher }),
    kind: t.field({ type: SourceKindEnum, description: reportText.kind }),
    url: t.field({ type: 'URL', description: reportText.url }),
    language: t.string({ description: reportText.language }),
    publishedAt: t.field({ type: 'EDTF', description: reportText.publishedAt }),
  }),
})

const ReadReportPayload = payloadType('ReadReportPayload')
const keysOfType = (result: WriteResult, type: NodeType) =>
  result.nodes.filter((node) => node.type === type).map(({ key }) => key)

builder.objectFields(ReadReportPayload, (t) => ({
  source: t.field({
    type: Source,
    nullable: true,
    description:
      'The source that was stored, or that is known already with the same text; null where there are problems.',
    resolve: relationToOne(
      (result: WriteResult) => keysOfType(result, 'SOURCE')[0] ?? null,
      ({ graph }, keys) => graph.sources.byIds(keys),
    ),
  }),
  statementsProposed: t.int({
    description: 'How many statements were proposed: its reader finds them by the source.',
    resolve: (result) => keysOfType(result, 'STATEMENT').length,
  }),
  actorsProposed: t.int({
    description: 'How many actors were made for them that were not known.',
    resolve: (result) => keysOfType(result, 'ACTOR').length,
  }),
  claimsProposed: t.int({
    description: 'How many claims were made for them that were not known.',
    resolve: (result) => keysOfType(result, 'CLAIM').length,
  }),
}))

builder.mutationField('readReport', (t) =>
  t.field({
    type: ReadReportPayload,
    description: `Reads a report as \`hearsay read\` does: stores the source and proposes its statements. ${needsEditor}`,
    args: {
      input: t.arg({
        type: ReportInput,
        required: true,
        description: 'The report, and what is known of it.',
      }),
      ...noteArg,
    },
    resolve: (_, { input, note }, context) => {
      const report = {
        text: input.text,
        title: input.title ?? undefined,
        publisher: input.publisher ?? undefined,
        kind: input.kind ?? undefined,
        url: input.url ?? undefined,
        language: input.language ?? undefined,
        publishedAt: input.publishedAt?.text,
      }
      return write(context, { kind: 'read', report, note: note ?? undefined })
    },
  }),
)
