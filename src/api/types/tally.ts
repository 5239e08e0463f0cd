import type { EntityRecord } from '../../model/entity/store.ts'
import type { Graph } from '../../model/graph.ts'
import type { TallyOfParent, TallyRecord } from '../../model/overviews/tally-store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { atLeast, pageSize } from '../../sql/page.ts'
import { markBatch, type Relation, relationToMany } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg, firstText } from '../kit/descriptions.ts'
import { VoiceEnum } from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { Entity, requiredEntity } from './entity.ts'
import { StatementFilterInput, statementFilter } from './statement-filter.ts'
import { isEmptyFilter } from './within-filter.ts'

const Tally = builder.objectRef<TallyRecord>('Tally').implement({
  description: 'How many accepted statements of an actor are about an entity.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'The speaker of the statements, or, of those on its behalf, who is spoken for.',
      resolve: requiredEntity((row) => row.actorId),
    }),
    entity: t.field({
      type: Entity,
      description: 'Whom or what the statements are about.',
      resolve: requiredEntity((row) => row.entityId),
    }),
    statements: t.exposeInt('statements', { description: 'How many statements of the actor are about it.' }),
  }),
})

interface TopArgs {
  readonly first?: number | null | undefined
  readonly asOf?: Parameters<typeof asOfInstant>[0]
}

type FindTop = (
  tallies: Graph['tallies'],
  ids: readonly number[],
  first: number,
  asOf: number | null,
) => Answer<readonly TallyOfParent[]>

/** What `find` finds under an actor, most often first. */
function top(find: FindTop): Relation<EntityRecord, TopArgs, readonly TallyOfParent[]> {
  const found = relationToMany(
    ({ graph }, ids, { size, at }: { size: number; at: number | null }) => find(graph.tallies, ids, size, at),
    ({ parent }) => parent,
  )
  return (actor, { first, asOf }, context) =>
    found(actor, { size: pageSize(first ?? 10), at: asOfInstant(asOf) }, context)
}

const topSpokenAbout = top((tallies, ...asked) => tallies.top('speaker_id', ...asked))
const topSpokenAboutOnBehalf = top((tallies, ...asked) => tallies.topOnBehalf(...asked))
const topSpeakers = top((tallies, ...asked) => tallies.top('entity_id', ...asked))

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
    resolve: (actor, args, context) =>
      (args.voice === 'ON_BEHALF' ? topSpokenAboutOnBehalf : topSpokenAbout)(actor, args, context),
  }),
  spokenAboutBy: t.field({
    type: [Tally],
    description: 'Who speaks about this actor, most often first.',
    args: { first: t.arg.int({ defaultValue: 10, description: firstText }), ...asOfArg },
    resolve: topSpeakers,
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
      const size = pageSize(first ?? 100)
      return mapAnswer(narrowed, (kept) =>
        mapAnswer(context.graph.tallies.matrix(kept, least, size), markBatch),
      )
    },
  }),
)
