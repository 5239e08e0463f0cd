import type { InvalidInput, NodeInUse, RevisionConflict, WriteProblem } from '../../edits/request.ts'
import { fieldChangeText } from '../../meaning/history.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { pageSize } from '../../sql/page.ts'
import { presentValue } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { firstText } from '../kit/descriptions.ts'
import { FieldChange } from '../types/change.ts'
import { Node, nodesInOrder } from '../types/node.ts'
import { Revision } from '../types/revision.ts'

const typeNames = { INVALID: 'Invalid', CONFLICT: 'Conflict', IN_USE: 'InUse' } as const

export const ProblemInterface = builder.interfaceRef<WriteProblem>('Problem').implement({
  description:
    'What stands in the way of a change and can be expected to: the caller should handle it. A malformed request is an error of GraphQL instead.',
  resolveType: ({ kind }) => typeNames[kind],
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'What is wrong, and what would be right, in plain English.',
    }),
    path: t.stringList({
      description:
        'Where it is among the arguments, outermost first, such as ["input", "affiliations", "0", "organization"].',
      resolve: ({ path }) => path.map(String),
    }),
  }),
})

builder.objectRef<InvalidInput>('Invalid').implement({
  description: 'Something that is given is not right.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    nearest: t.stringList({
      description: 'The nearest that would be right, such as the slugs that come nearest to an unknown one.',
      resolve: ({ nearest }) => [...nearest],
    }),
  }),
})

builder.objectRef<RevisionConflict>('Conflict').implement({
  description:
    'Another changed the node since the revision that the caller knows. Look at theirs, and ask again.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    revision: t.field({
      type: Revision,
      description: 'What came in between: hand it back as expectedRevision once theirs is known.',
      resolve: ({ revision }, _, { graph }) =>
        mapAnswer(graph.revisions.byIds([revision]), ([found]) => presentValue(found)),
    }),
    theirs: t.field({
      type: [FieldChange],
      description: `What they changed since, field by field. ${fieldChangeText.path}`,
      resolve: ({ theirs }) => theirs,
    }),
  }),
})

builder.objectRef<NodeInUse>('InUse').implement({
  description: 'Other nodes refer to what would be taken away.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    by: t.field({
      type: [Node],
      description: 'The nodes that refer to it, at most 100 of them.',
      args: { first: t.arg.int({ description: `${firstText} All of those, if not given.` }) },
      resolve: ({ by }, { first }, { graph }) => {
        const some = by.slice(0, first == null ? by.length : pageSize(first))
        return mapAnswer(nodesInOrder(some, graph), (nodes) => nodes.filter((node) => node !== null))
      },
    }),
    total: t.exposeInt('total', { description: 'How many nodes there are in all that refer to it.' }),
  }),
})
