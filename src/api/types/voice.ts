import type { EntityRecord } from '../../model/entity/store.ts'
import type { VoiceCounts } from '../../model/positions/voice-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { batchRelation, byId, idsOf, presentValue } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg } from '../kit/descriptions.ts'
import { Actor } from './actor.ts'

const StatementCounts = builder.objectRef<VoiceCounts>('StatementCounts').implement({
  description:
    'How many accepted statements an actor made itself, and others made on its behalf. `itself` and `byOthers` together ' +
    'make its own positions; `itself` and `forOthers` together are those of which it is the speaker.',
  fields: (t) => ({
    itself: t.int({
      description: 'Said by the actor for itself.',
      resolve: ({ said, forOthers }) => said - forOthers,
    }),
    forOthers: t.exposeInt('forOthers', {
      description: 'Said by the actor on behalf of another, whose position they make.',
    }),
    byOthers: t.exposeInt('byOthers', {
      description: 'Said by others on the actor’s behalf, such as by a ministry for its state.',
    }),
  }),
})

builder.interfaceField(Actor, 'statementCounts', (t) =>
  t.field({
    type: StatementCounts,
    description: 'How many statements it made itself, and others made on its behalf.',
    args: asOfArg,
    resolve: batchRelation(
      ({ graph }, actors: readonly EntityRecord[], { asOf }) =>
        mapAnswer(graph.voices.counts(idsOf(actors), asOfInstant(asOf)), byId),
      (counts, { id }) => presentValue(counts.get(id)),
    ),
  }),
)
