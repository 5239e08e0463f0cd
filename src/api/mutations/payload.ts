import type { ObjectRef } from '@pothos/core'
import type { WriteResult } from '../../edits/request.ts'
import { writeText } from '../../meaning/writing.ts'
import type { Graph } from '../../model/graph.ts'
import type { AnyRecord } from '../../model/node-store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { builder } from '../kit/builder.ts'
import { nodesInOrder } from '../types/node.ts'
import { Revision, revisionOf } from '../types/revision.ts'
import { ProblemInterface } from './problem.ts'

/** What every mutation answers, beside the nodes that are its own: the revision that was written, or what stands in its way. */
export function payloadType(name: string): ObjectRef<typeof builder.$inferSchemaTypes, WriteResult> {
  const payload = builder.objectRef<WriteResult>(name)
  builder.objectType(payload, {
    description: 'What became of a change that was asked for.',
    fields: (t) => ({
      revision: t.field({
        type: Revision,
        nullable: true,
        description: writeText.revision,
        resolve: revisionOf(({ revision }) => revision),
      }),
      problems: t.field({
        type: [ProblemInterface],
        description: writeText.problems,
        resolve: ({ problems }) => problems,
      }),
    }),
  })
  return payload
}

export const noteArg = builder.args((t) => ({ note: t.string({ description: writeText.note }) }))
export const expectedArg = builder.args((t) => ({
  expectedRevision: t.id({ description: writeText.expectedRevision }),
}))

/** The nodes that were named or made, as they are now. */
export const writtenNodes = ({ nodes }: WriteResult, graph: Graph): Answer<AnyRecord[]> =>
  mapAnswer(nodesInOrder(nodes, graph), (found) => found.filter((node) => node !== null))
