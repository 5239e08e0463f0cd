import type { MergeRequest } from '../../edits/request.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { Node } from '../types/node.ts'
import { noteArg, payloadType, writtenNodes } from './payload.ts'
import { write } from './write.ts'

const MergePayload = payloadType('MergePayload')
builder.objectField(MergePayload, 'node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'The node that stays, as it is now; null where there are problems.',
    resolve: (result, _, { graph }) => mapAnswer(writtenNodes(result, graph), ([node]) => node ?? null),
  }),
)

export const mergeArgs = builder.args((t) => ({
  into: t.id({ required: true, description: 'The id or slug of the node that stays.' }),
  from: t.idList({
    required: true,
    description: 'The ids or slugs of those that go into it, all of its kind: at most 100.',
  }),
}))

function addMergeMutation(name: string, of: MergeRequest['of'], description: string): void {
  builder.mutationField(name, (t) =>
    t.field({
      type: MergePayload,
      description: `${description} ${needsEditor}`,
      args: {
        ...mergeArgs,
        ...noteArg,
      },
      resolve: (_, { into, from, note }, context) =>
        write(context, { kind: 'merge', of, into, from, note: note ?? undefined }),
    }),
  )
}

addMergeMutation(
  'mergeEntities',
  'ENTITY',
  'One actor, place or event for several: the ids and slugs of `from` lead to `into` from now on, and all that hung on ' +
    'them hangs there.',
)
addMergeMutation(
  'mergeClaims',
  'CLAIM',
  'One claim for several: the ids and slugs of `from` lead to `into` from now on, and all that hung on them hangs there.',
)
