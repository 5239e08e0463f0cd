import { builder } from '../kit/builder.ts'
import { needsEditor } from '../kit/descriptions.ts'
import { noteArg, payloadType } from './payload.ts'
import { write } from './write.ts'

const RevisionPayload = payloadType('RevisionPayload')

function addUndoMutation(kind: 'undo' | 'unmerge', description: string, of: string): void {
  builder.mutationField(kind, (t) =>
    t.field({
      type: RevisionPayload,
      description: `${description} ${needsEditor}`,
      args: { revision: t.arg.id({ required: true, description: of }), ...noteArg },
      resolve: (_, { revision, note }, context) =>
        write(context, { kind, revision, note: note ?? undefined }),
    }),
  )
}

addUndoMutation(
  'unmerge',
  'Takes a merge apart: what hung on whom hangs there again, and what was changed since stays changed.',
  'The revision that merged, such as revision_12.',
)
addUndoMutation(
  'undo',
  'Takes a whole revision back. Refused, naming them, where later revisions rest on it. An undo is a revision, and can be ' +
    'undone.',
  'The revision that is taken back, such as revision_12.',
)
