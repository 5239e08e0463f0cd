import { formatId } from '../../values/id.ts'
import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { expectedArg, noteArg, payloadType } from './payload.ts'
import { write } from './write.ts'

const RemovePayload = payloadType('RemovePayload')
builder.objectField(RemovePayload, 'id', (t) =>
  t.id({
    nullable: true,
    description: 'The id of the node that is gone; null where there are problems.',
    resolve: ({ nodes: [gone] }) => (gone ? formatId(gone.type, gone.key) : null),
  }),
)

builder.mutationField('remove', (t) =>
  t.field({
    type: RemovePayload,
    description:
      'Takes a node away. Refused, naming who refers to it, while anything does. Its history stays, and undo brings it back. ' +
      needsEditor,
    args: {
      id: t.arg.id({ required: true, description: 'The id or slug of the node.' }),
      ...noteArg,
      ...expectedArg,
    },
    resolve: (_, { id, note, expectedRevision }, context) =>
      write(context, {
        kind: 'remove',
        node: id,
        note: note ?? undefined,
        expectedRevision: expectedRevision ?? undefined,
      }),
  }),
)
