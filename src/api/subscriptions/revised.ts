import { GraphQLError } from 'graphql'
import type { RevisionRecord } from '../../model/history/revision-store.ts'
import type { StatementRecord } from '../../model/statement/store.ts'
import { builder, type Context } from '../kit/builder.ts'
import { statementFilterText } from '../kit/descriptions.ts'
import { NodeTypeEnum } from '../kit/enum.ts'
import { Revision } from '../types/revision.ts'
import { revisionKey } from '../types/revision-list.ts'
import { Statement } from '../types/statement.ts'
import { StatementFilterInput } from '../types/statement-filter.ts'

builder.subscriptionType({
  description:
    'What is told as it happens, over server-sent events (graphql-sse): ask with `Accept: text/event-stream`. Nothing is ' +
    'missed and nothing comes twice: whoever was cut off asks again with `since` and the last revision that came. A reader ' +
    'that is too slow is dropped, with the error SLOW_READER.',
})

const sinceText =
  'From just after this revision on, such as the last one that came; from now on, if not given. NOT_FOUND if there is none.'

interface Accepted {
  readonly statement: StatementRecord
  readonly revision: RevisionRecord
}
const AcceptedStatement = builder.objectRef<Accepted>('AcceptedStatement').implement({
  description: 'A statement that came to be accepted.',
  fields: (t) => ({
    statement: t.field({
      type: Statement,
      description: 'The statement as it is now.',
      resolve: ({ statement }) => statement,
    }),
    revision: t.field({
      type: Revision,
      description: 'The revision that accepted it.',
      resolve: ({ revision }) => revision,
    }),
  }),
})

builder.subscriptionFields((t) => ({
  revised: t.field({
    type: Revision,
    description: 'Every revision as it is written, whichever process wrote it, in order.',
    args: {
      types: t.arg({ type: [NodeTypeEnum], description: 'Only what changed a node of any of these kinds.' }),
      about: t.arg.id({ description: 'Only what changed this node. NOT_FOUND if there is none.' }),
      since: t.arg.id({ description: sinceText }),
    },
    subscribe: (_, { since }, context) =>
      feedOf(context).after(since == null ? null : revisionKey(since, 'since')),
    resolve: (revision) => revision,
  }),
  statementAccepted: t.field({
    type: AcceptedStatement,
    description: 'Every statement that comes to be accepted and that the filter keeps, in order.',
    args: {
      filter: t.arg({ type: StatementFilterInput, description: statementFilterText }),
      since: t.arg.id({ description: sinceText }),
    },
    subscribe: (_, args, context): AsyncIterable<Accepted> => {
      throw new Error('x')
    },
    resolve: (accepted) => accepted,
  }),
}))

function feedOf({ feed }: Context) {
  if (!feed)
    throw new GraphQLError('Nothing is told here as it happens.', { extensions: { code: 'UNAVAILABLE' } })
  return feed
}
