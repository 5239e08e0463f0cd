import type { StatementParent } from '../../model/statement/filter.ts'
import type { StatementOrder, StatementRecord } from '../../model/statement/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import type { PageArgs } from '../../sql/page.ts'
import { parseId } from '../../values/id.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
import { statementFilterText, timeOrder } from '../kit/descriptions.ts'
import { nodeFound } from '../kit/reference.ts'
import { Actor } from './actor.ts'
import { Claim } from './claim.ts'
import { Entity } from './entity.ts'
import { Source } from './source.ts'
import { Statement } from './statement.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'

const StatementOrderEnum = builder.enumType('StatementOrder', {
  description: `${timeOrder} A statement said on a day not known stands where its source appeared, at the end of that day.`,
  values: {
    SAID: { description: 'The earliest first.' },
    SAID_DESC: { description: 'The latest first.' },
  } as const,
})

const StatementConnection = connectionType('Statement', Statement)

const orders = {
  SAID: { name: 'SAID', direction: 'asc' },
  SAID_DESC: { name: 'SAID_DESC', direction: 'desc' },
} as const
const saidCursor = (statement: StatementRecord) => ({ key: statement.saidOrder, id: statement.id })

const listArgs = builder.args((t) => ({
  filter: t.field({ type: StatementFilterInput, description: statementFilterText }),
  orderBy: t.field({ type: StatementOrderEnum, description: 'SAID, if not given.' }),
}))
interface ListArgs extends PageArgs {
  filter?: typeof StatementFilterInput.$inferInput | null | undefined
  orderBy?: StatementOrder | null | undefined
}

/** The statements under a node. */
const statementsUnder = <P extends { id: number }>(parent: StatementParent) =>
  connectionUnder<P, StatementRecord, ListArgs>({
    order: ({ orderBy }) => orders[orderBy ?? 'SAID'],
    cursorOf: saidCursor,
    load: (context, ids, request, { filter, orderBy }) =>
      mapAnswer(statementFilter(filter, context), (wanted) =>
        context.graph.statements.pageOfEach(parent, ids, wanted, orderBy ?? 'SAID', request),
      ),
    count: (context, ids, { filter }) =>
      mapAnswer(statementFilter(filter, context), (wanted) =>
        context.graph.statements.countOfEach(parent, ids, wanted),
      ),
  })

builder.interfaceField(Entity, 'statementsAbout', (t) =>
  t.field({
    type: StatementConnection,
    description: 'The statements that are about it.',
    args: { ...listArgs, ...pageArgs },
    resolve: statementsUnder('about'),
  }),
)
builder.interfaceField(Actor, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description:
      'The statements that this actor has made itself. What others say on its behalf is found by Query.statements with ' +
      'the filter onBehalfOf.',
    args: { ...listArgs, ...pageArgs },
    resolve: statementsUnder('by'),
  }),
)
builder.objectField(Source, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description: 'The statements that stand in this source.',
    args: { ...listArgs, ...pageArgs },
    resolve: statementsUnder('source'),
  }),
)
builder.objectField(Claim, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description: 'The statements that speak to this claim.',
    args: { ...listArgs, ...pageArgs },
    resolve: statementsUnder('claim'),
  }),
)

builder.queryFields((t) => ({
  statement: t.field({
    type: Statement,
    nullable: true,
    description: 'The statement of an id; null where there is none.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Its id, such as statement_17. The slugs of statements are not taken.',
      }),
    },
    resolve: (_, { id }, { graph }) => {
      const found = parseId(id)
      return nodeFound(found?.type === 'STATEMENT' ? found : null, (ids) => graph.statements.byIds(ids))
    },
  }),
  statements: t.field({
    type: StatementConnection,
    description: 'All statements, in pages.',
    args: { ...listArgs, ...pageArgs },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const { statements } = context.graph
      const order = orderBy ?? 'SAID'
      return mapAnswer(statementFilter(input, context), (filter) =>
        connection({
          order: orders[order],
          args,
          cursorOf: saidCursor,
          load: (request) => statements.page(filter, order, request),
          count: () => statements.count(filter),
          countUpTo: (most) => statements.countUpTo(filter, most),
        }),
      )
    },
  }),
}))
