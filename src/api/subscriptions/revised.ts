import type { Graph } from '../../model/graph.ts'
import type { RevisionRecord } from '../../model/history/revision-store.ts'
import type { NodeId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { builder } from '../kit/builder.ts'
import { NodeTypeEnum } from '../kit/enum.ts'
import { Revision } from '../types/revision.ts'
import { nodeNamed } from '../types/revision-list.ts'
import { listen, sinceArg, Telling } from './listening.ts'

builder.subscriptionField('revised', (t) =>
  t.field({
    type: Revision,
    description: 'Every revision as it is written, whichever process wrote it, in order.',
    args: {
      types: t.arg({ type: [NodeTypeEnum], description: 'Only what changed a node of any of these kinds.' }),
      about: t.arg.id({
        description:
          'Only what changed this node. NOT_FOUND if a slug names none; an id is taken even of what is gone.',
      }),
      ...sinceArg,
    },
    subscribe: async (_, { types, about, since }, context) => {
      const node = about == null ? null : await nodeNamed(about, context, 'about')
      const wanted = { types: types ?? null, node }
      return new Telling(await listen(context, since), (revision) =>
        wantedOf(context.graph, revision, wanted),
      )
    },
    resolve: (revision) => revision,
  }),
)

interface Wanted {
  readonly types: readonly NodeType[] | null
  readonly node: NodeId | null
}

async function* wantedOf(
  { changes }: Graph,
  revision: RevisionRecord,
  { types, node }: Wanted,
): AsyncGenerator<readonly RevisionRecord[]> {
  if (types && !(await changes.hasTypes(revision.id, types))) return
  if (node && !(await changes.hasNode(revision.id, node))) return
  yield [copyForNow(revision)]
}

const copies = new Map<RevisionRecord, RevisionRecord>()

/**
 * A copy, as it is the first of a batch: what stays in memory must not keep what was loaded for it. All who are told in the
 * same turn of the event loop are told the same, which is worked out once.
 */
function copyForNow(revision: RevisionRecord): RevisionRecord {
  if (copies.size === 0) setImmediate(() => copies.clear())
  const copy = copies.get(revision) ?? { ...revision }
  copies.set(revision, copy)
  return copy
}
