import type { EntityRecord } from '../../model/entity/store.ts'
import type { TallyOfParent, TallyRecord } from '../../model/overviews/tally-store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { atLeast, pageSize } from '../../sql/page.ts'
import { loadMany, loadOne, markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg, firstText } from '../kit/descriptions.ts'
import { VoiceEnum } from '../kit/enum.ts'
import { Actor, actorOf } from './actor.ts'
import { Entity } from './entity.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'
import { isEmptyFilter } from './within-filter.ts'

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
        loadOne(
          row,
          'Tally.entity',
          (r) => r.entityId,
          (ids) => graph.entities.byIds(ids),
        ) as never,
    }),
    statements: t.exposeInt('statements', { description: 'How many statements of the actor are about it.' }),
  }),
})

interface TopArgs {
  readonly first?: number | null | undefined
  readonly asOf?: Parameters<typeof asOfInstant>[0]
}

/** What `find` finds under each of the actors beside this one. */
function top(
  actor: EntityRecord,
  key: string,
  { first, asOf }: TopArgs,
  find: (ids: readonly number[], first: number, asOf: number | null) => Answer<TallyOfParent[]>,
) {
  const [size, at] = [pageSize(first ?? 10), asOfInstant(asOf)]
  return loadMany(
    actor,
    `Actor.${key} ${size} ${at}`,
    ({ id }) => id,
    (ids) => find(ids, size, at),
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
      ...asOfArg,
    },
    resolve: (actor, { voice, ...args }, { graph: { tallies } }) =>
      voice === 'ON_BEHALF'
        ? top(actor, 'speaksAbout ON_BEHALF', args, (...asked) => tallies.topOnBehalf(...asked))
        : top(actor, 'speaksAbout', args, (...asked) => tallies.top('speaker_id', ...asked)),
  }),
  spokenAboutBy: t.field({
    type: [Tally],
    description: 'Who speaks about this actor, most often first.',
    args: { first: t.arg.int({ defaultValue: 10, description: firstText }), ...asOfArg },
    resolve: (actor, args, { graph: { tallies } }) =>
      top(actor, 'spokenAboutBy', args, (...asked) => tallies.top('entity_id', ...asked)),
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
      minStatements: t.arg.int({
        defaultValue: 1,
        description: 'Leaves out pairs with fewer statements: 1 or more. BAD_USER_INPUT below.',
      }),
      first: t.arg.int({ defaultValue: 100, description: firstText }),
    },
    resolve: (_, { filter, minStatements, first }, context) => {
      const narrowed = isEmptyFilter(filter) ? null : statementFilter(filter, context)
      const least = atLeast('minStatements', minStatements ?? 1, 1)
      return mapAnswer(context.graph.tallies.matrix(narrowed, least, pageSize(first ?? 100)), markBatch)
    },
  }),
)
