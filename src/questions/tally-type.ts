import { sizeOf } from '../db/page.ts'
import { Actor, actorOf } from '../graph/actor/type.ts'
import type { EntityRecord } from '../graph/entity/store.ts'
import { Entity } from '../graph/entity/type.ts'
import { StatementFilterInput, statementFilter } from '../graph/statement/filter-input.ts'
import { many, one, together } from '../graphql/batch.ts'
import { builder, type Context } from '../graphql/builder.ts'
import { firstText } from '../graphql/descriptions.ts'
import { VoiceEnum } from '../graphql/enum.ts'
import { isEmpty } from './filter.ts'
import type { TallyEnd, TallyOfParent, TallyRecord } from './tally-store.ts'

const Tally = builder.objectRef<TallyRecord>('Tally').implement({
  description: 'How many accepted statements of an actor are about an entity.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'The speaker of the statements, or, of those on its behalf, who is spoken for.',
      resolve: (row, _, context) => actorOf(row, 'Tally.actor', (r) => r.actorId, context) as never,
    }),
    entity: t.field({
      type: Entity,
      description: 'Whom or what the statements are about.',
      resolve: (row, _, { graph }) =>
        one(
          row,
          'Tally.entity',
          (r) => r.entityId,
          (ids) => graph.entities.byIds(ids),
        ) as never,
    }),
    statements: t.exposeInt('statements', { description: 'How many statements of the actor are about it.' }),
  }),
})

const top = (actor: EntityRecord, end: TallyEnd, size: number, { graph }: Context) => {
  const first = sizeOf(size)
  return many(
    actor,
    `Actor.${end} ${first}`,
    ({ id }) => id,
    (ids) => graph.tallies.top(end, ids, first),
    (row: TallyOfParent) => row.parent,
  )
}

const topOnBehalf = (actor: EntityRecord, size: number, { graph }: Context) => {
  const first = sizeOf(size)
  return many(
    actor,
    `Actor.speaksAbout ON_BEHALF ${first}`,
    ({ id }) => id,
    (ids) => graph.tallies.topOnBehalf(ids, first),
    (row: TallyOfParent) => row.parent,
  )
}

builder.interfaceFields(Actor, (t) => ({
  speaksAbout: t.field({
    type: [Tally],
    description: 'Whom and what this actor speaks about, most often first.',
    args: {
      first: t.arg.int({ defaultValue: 10, description: firstText }),
      voice: t.arg({
        type: VoiceEnum,
        defaultValue: 'OWN',
        description:
          'Whose statements are counted: those of the actor itself, or those of others on its behalf.',
      }),
    },
    resolve: (actor, { first, voice }, context) =>
      voice === 'ON_BEHALF'
        ? topOnBehalf(actor, first ?? 10, context)
        : top(actor, 'speaker_id', first ?? 10, context),
  }),
  spokenAboutBy: t.field({
    type: [Tally],
    description: 'Who speaks about this actor, most often first.',
    args: { first: t.arg.int({ defaultValue: 10, description: firstText }) },
    resolve: (actor, { first }, context) => top(actor, 'entity_id', first ?? 10, context),
  }),
}))

builder.queryField('matrix', (t) =>
  t.field({
    type: [Tally],
    description:
      'Pairs of a speaker and what the speaker speaks about, and how often: the most frequent pairs first.',
    args: {
      filter: t.arg({
        type: StatementFilterInput,
        description: 'Counts only the statements that this keeps.',
      }),
      minStatements: t.arg.int({ defaultValue: 1, description: 'Leaves out pairs with fewer statements.' }),
      first: t.arg.int({ defaultValue: 100, description: firstText }),
    },
    resolve: (_, { filter, minStatements, first }, context) => {
      const narrowed = isEmpty(filter) ? null : statementFilter(filter, context)
      return together(context.graph.tallies.matrix(narrowed, minStatements ?? 1, sizeOf(first ?? 100)))
    },
  }),
)
