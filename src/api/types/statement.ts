import { statementText } from '../../meaning/statement.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { sideOf } from '../../model/positions/side.ts'
import { factuality } from '../../model/statement/factuality.ts'
import type { StatementParent } from '../../model/statement/filter.ts'
import type { StatementOrder, StatementRecord } from '../../model/statement/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import type { PageArgs } from '../../sql/page.ts'
import { parseId } from '../../values/id.ts'
import {
  batchRelation,
  grouped,
  idsOf,
  markBatch,
  relationToMany,
  relationToOne,
  required,
} from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
import { factualityText, statementFilterText, timeOrder } from '../kit/descriptions.ts'
import {
  CertaintyEnum,
  QuoteTypeEnum,
  ReviewStateEnum,
  SideEnum,
  SpeechActEnum,
  StanceEnum,
} from '../kit/enum.ts'
import { nodeFound } from '../kit/reference.ts'
import { Actor } from './actor.ts'
import { Claim, claimOf } from './claim.ts'
import { Entity, entityOf, requiredEntity } from './entity.ts'
import { Node } from './node.ts'
import { Source, sourceOf } from './source.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'

export const Statement = builder.objectRef<StatementRecord>('Statement')

/** The statement that a row points to. */
export const statementOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.statements.byIds(ids))

/** What a statement is about; an entity that several are about is one record. */
const aboutEntities = batchRelation(
  ({ graph }, statements: readonly StatementRecord[]) =>
    mapAnswer(graph.statements.about(idsOf(statements)), (found) => {
      const entities = new Map<number, EntityRecord>()
      const only = (entity: EntityRecord) => entities.get(entity.id) ?? entity
      for (const entity of found) entities.set(entity.id, only(entity))
      markBatch([...entities.values()])
      return grouped(found, ({ statementId }) => statementId, only)
    }),
  (byStatement, { id }) => byStatement.get(id) ?? [],
)

Statement.implement({
  description:
    'One speaker saying one thing, as one source reports it. The same words in two sources are two statements.',
  interfaces: [Node],
  fields: (t) => ({
    speaker: t.field({
      type: Actor,
      description: statementText.speaker,
      resolve: requiredEntity((statement) => statement.speakerId),
    }),
    onBehalfOf: t.field({
      type: Actor,
      nullable: true,
      description: statementText.onBehalfOf,
      resolve: entityOf((statement) => statement.onBehalfOfId),
    }),
    text: t.exposeString('text', { description: statementText.text }),
    quoteType: t.expose('quoteType', { type: QuoteTypeEnum, description: statementText.quoteType }),
    act: t.expose('act', { type: SpeechActEnum, description: statementText.act }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: statementText.claim,
      resolve: claimOf((statement) => statement.claimId),
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
      resolve: aboutEntities,
    }),
    saidAt: t.expose('saidAt', {
      type: 'EDTF',
      nullable: true,
      description: statementText.saidAt,
    }),
    source: t.field({
      type: Source,
      description: statementText.source,
      resolve: required(sourceOf((statement) => statement.sourceId)),
    }),
    via: t.field({
      type: Statement,
      nullable: true,
      description: statementText.via,
      resolve: statementOf((statement) => statement.viaId),
    }),
    chain: t.field({
      type: [Statement],
      description:
        'The chain of attribution: this statement, then the one in which it is reported, and so on towards the source. At ' +
        'most 50.',
      resolve: relationToMany(
        ({ graph }, ids) => graph.statements.chains(ids),
        ({ parent }) => parent,
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
      context.graph.statements.pageOfEach(
        parent,
        ids,
        statementFilter(filter, context),
        orderBy ?? 'SAID',
        request,
      ),
    count: (context, ids, { filter }) =>
      context.graph.statements.countOfEach(parent, ids, statementFilter(filter, context)),
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
