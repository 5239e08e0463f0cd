import { statementText } from '../../meaning/statement.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { sideOf } from '../../model/positions/side.ts'
import { factuality } from '../../model/statement/factuality.ts'
import type { StatementParent } from '../../model/statement/filter.ts'
import type { StatementOrder, StatementRecord } from '../../model/statement/store.ts'
import type { PageArgs } from '../../sql/page.ts'
import { parseId } from '../../values/id.ts'
import { grouped, loadMany, loadOne, mapAnswer, markBatch, shared } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connection, connectionOfEach, connectionType, pageArgs } from '../kit/connection.ts'
import { factualityText, statementFilterText, timeOrder } from '../kit/descriptions.ts'
import {
  CertaintyEnum,
  QuoteTypeEnum,
  ReviewStateEnum,
  SideEnum,
  SpeechActEnum,
  StanceEnum,
} from '../kit/enum.ts'
import { Actor, actorOf } from './actor.ts'
import { Claim, claimOf } from './claim.ts'
import { Entity } from './entity.ts'
import { Node } from './node.ts'
import { Source, sourceOf } from './source.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'

export const Statement = builder.objectRef<StatementRecord>('Statement')

/** What a statement is about, for all the statements beside it; an entity that several are about is one record. */
const aboutOf = (statement: StatementRecord, { graph }: Context) => {
  const about = shared(statement, 'Statement.about', (rows: readonly StatementRecord[]) =>
    mapAnswer(graph.statements.about(rows.map(({ id }) => id)), (found) => {
      const entities = new Map<number, EntityRecord>(found.map((entity) => [entity.id, entity]))
      markBatch([...entities.values()])
      return grouped(
        found,
        ({ statementId }) => statementId,
        ({ id }) => entities.get(id) as EntityRecord,
      )
    }),
  )
  return mapAnswer(about, (byStatement) => byStatement.get(statement.id) ?? [])
}

Statement.implement({
  description:
    'One speaker saying one thing, as one source reports it. The same words in two sources are two statements.',
  interfaces: [Node],
  fields: (t) => ({
    speaker: t.field({
      type: Actor,
      description: statementText.speaker,
      resolve: (s, _, context) => actorOf(s, 'Statement.speaker', (r) => r.speakerId, context) as never,
    }),
    onBehalfOf: t.field({
      type: Actor,
      nullable: true,
      description: statementText.onBehalfOf,
      resolve: (s, _, context) => actorOf(s, 'Statement.onBehalfOf', (r) => r.onBehalfOfId, context),
    }),
    text: t.exposeString('text', { description: statementText.text }),
    quoteType: t.expose('quoteType', { type: QuoteTypeEnum, description: statementText.quoteType }),
    act: t.expose('act', { type: SpeechActEnum, description: statementText.act }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: statementText.claim,
      resolve: (s, _, context) => claimOf(s, 'Statement.claim', (r) => r.claimId, context),
    }),
    stance: t.expose('stance', { type: StanceEnum, nullable: true, description: statementText.stance }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      nullable: true,
      description: statementText.certainty,
    }),
    side: t.field({
      type: SideEnum,
      nullable: true,
      description:
        'Stance and certainty put together: a statement that denies without being certain doubts. Null where there is no ' +
        'stance.',
      resolve: ({ stance, certainty }) => stance && sideOf(stance, certainty),
    }),
    factuality: t.string({
      nullable: true,
      description: factualityText,
      resolve: factuality,
    }),
    about: t.field({
      type: [Entity],
      description: statementText.about,
      resolve: (s, _, context) => aboutOf(s, context),
    }),
    saidAt: t.expose('saidAt', {
      type: 'EDTF',
      nullable: true,
      description: statementText.saidAt,
    }),
    source: t.field({
      type: Source,
      description: statementText.source,
      resolve: (s, _, context) => sourceOf(s, 'Statement.source', (r) => r.sourceId, context) as never,
    }),
    via: t.field({
      type: Statement,
      nullable: true,
      description: statementText.via,
      resolve: (s, _, { graph }) =>
        loadOne(
          s,
          'Statement.via',
          (r) => r.viaId,
          (ids) => graph.statements.byIds(ids),
        ),
    }),
    chain: t.field({
      type: [Statement],
      description:
        'The chain of attribution: this statement, then the one in which it is reported, and so on towards the source. At ' +
        'most 50.',
      resolve: (s, _, { graph }) =>
        loadMany(
          s,
          'Statement.chain',
          ({ id }) => id,
          (ids) => graph.statements.chains(ids),
          (link: StatementRecord & { parent: number }) => link.parent,
        ),
    }),
    review: t.expose('review', { type: ReviewStateEnum, description: statementText.review }),
  }),
})

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
interface ListArgs {
  filter?: typeof StatementFilterInput.$inferInput | null | undefined
  orderBy?: StatementOrder | null | undefined
}

/** The statements under each of the nodes beside this one. */
function statementsUnder<P extends { id: number }>(
  row: P,
  parent: StatementParent,
  { filter: input, orderBy, ...args }: ListArgs & PageArgs,
  context: Context,
) {
  const { statements } = context.graph
  const order = orderBy ?? 'SAID'
  return connectionOfEach(row, `statements ${parent} ${order} ${JSON.stringify(input)}`, ({ id }) => id, {
    order: orders[order],
    args,
    cursorOf: saidCursor,
    load: (ids, request) =>
      statements.pageOfEach(parent, ids, statementFilter(input, context), order, request),
    count: (ids) => statements.countOfEach(parent, ids, statementFilter(input, context)),
  })
}

builder.interfaceField(Entity, 'statementsAbout', (t) =>
  t.field({
    type: StatementConnection,
    description: 'The statements that are about it.',
    args: { ...listArgs, ...pageArgs },
    resolve: (entity, args, context) => statementsUnder(entity, 'about', args, context),
  }),
)
builder.interfaceField(Actor, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description:
      'The statements that this actor has made itself. What others say on its behalf is found by Query.statements with ' +
      'the filter onBehalfOf.',
    args: { ...listArgs, ...pageArgs },
    resolve: (actor, args, context) => statementsUnder(actor, 'by', args, context),
  }),
)
builder.objectField(Source, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description: 'The statements that stand in this source.',
    args: { ...listArgs, ...pageArgs },
    resolve: (source, args, context) => statementsUnder(source, 'source', args, context),
  }),
)
builder.objectField(Claim, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description: 'The statements that speak to this claim.',
    args: { ...listArgs, ...pageArgs },
    resolve: (claim, args, context) => statementsUnder(claim, 'claim', args, context),
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
      return found?.type === 'STATEMENT' ? (graph.statements.byIds([found.key])[0] ?? null) : null
    },
  }),
  statements: t.field({
    type: StatementConnection,
    description: 'All statements, in pages.',
    args: { ...listArgs, ...pageArgs },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const { statements } = context.graph
      const filter = statementFilter(input, context)
      const order = orderBy ?? 'SAID'
      return connection({
        order: orders[order],
        args,
        cursorOf: saidCursor,
        load: (request) => statements.page(filter, order, request),
        count: () => statements.count(filter),
      })
    },
  }),
}))
