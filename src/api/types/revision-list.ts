import { type RevisionRecord, revisionOrder } from '../../model/history/revision-store.ts'
import { type Answer, answerWithFields, mapAnswer } from '../../sql/engine.ts'
import { NotFoundError } from '../../values/errors.ts'
import { type NodeId, parseRevisionId, parseUserId } from '../../values/id.ts'
import { namedTypes } from '../../values/node-kinds.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connection, connectionType } from '../kit/connection.ts'
import { forwardArgs } from '../kit/descriptions.ts'
import { Revision } from './revision.ts'

const RevisionConnection = connectionType('Revision', Revision)

/** The number of a revision that an argument names. */
export function revisionNamed(id: string, argument: string): number {
  const key = parseRevisionId(id)
  if (key === null) throw new NotFoundError(`There is no revision “${id.slice(0, 100)}”.`, [], [argument])
  return key
}

function userKey(id: string): number {
  const key = parseUserId(id)
  if (key === null) throw new NotFoundError(`There is no user “${id.slice(0, 100)}”.`, [], ['by'])
  return key
}

/** The node that an argument names. An id is taken on trust: what is gone has a history as well. */
export function nodeNamed(reference: string, { graph }: Context, argument: string): Answer<NodeId> {
  return mapAnswer(
    graph.lookup.findAll([reference]),
    ([found]) =>
      found ??
      // It says which slugs come nearest.
      mapAnswer(graph.lookup.key(namedTypes, reference, [argument]), (key) => ({ type: 'ACTOR', key })),
  )
}

builder.queryFields((t) => ({
  revision: t.field({
    type: Revision,
    nullable: true,
    description: 'The revision of an id; null where there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its id, such as revision_12.' }) },
    resolve: (_, { id }, { graph }) => {
      const key = parseRevisionId(id)
      return key === null ? null : mapAnswer(graph.revisions.byIds([key]), ([found]) => found ?? null)
    },
  }),
  revisions: t.field({
    type: RevisionConnection,
    description: 'All that was ever written, in pages, the latest first.',
    args: {
      by: t.arg.id({
        description:
          'Only what this user did, such as user_3; user_0 is the person at the machine, and commands.',
      }),
      of: t.arg.id({
        description: 'Only what changed this node. An id is taken even of a node that is gone.',
      }),
      since: t.arg.id({ description: 'Only what came after this revision.' }),
      ...forwardArgs,
    },
    resolve: (_, { by, of, since, ...args }, context) => {
      const { revisions } = context.graph
      const user = by == null ? null : userKey(by)
      const given = answerWithFields({
        by: user,
        of: of == null ? null : nodeNamed(of, context, 'of'),
        since: since == null ? null : revisionNamed(since, 'since'),
      })
      return mapAnswer(given, (filter) =>
        connection({
          order: revisionOrder,
          args,
          cursorOf: ({ id }: RevisionRecord) => ({ key: null, id }),
          load: (request) => revisions.page(filter, request),
          count: () => revisions.count(filter),
        }),
      )
    },
  }),
}))
