import { one } from '../../graphql/batch.ts'
import { builder } from '../../graphql/builder.ts'
import { Actor } from '../actor/type.ts'
import type { VoiceCounts } from './voice-store.ts'

const StatementCounts = builder.objectRef<VoiceCounts>('StatementCounts').implement({
  description:
    'How many accepted statements an actor made, and others made for it. What counts as its own position are `itself` ' +
    'and `byOthers` together; what it said with its own mouth, `itself` and `forOthers`.',
  fields: (t) => ({
    itself: t.int({
      description: 'In its own voice and on nobody else’s behalf.',
      resolve: ({ said, forOthers }) => said - forOthers,
    }),
    forOthers: t.exposeInt('forOthers', {
      description: 'In its own voice, on somebody else’s behalf: these count as the position of the other.',
    }),
    byOthers: t.exposeInt('byOthers', {
      description: 'By others on its behalf, such as by a ministry for its state.',
    }),
  }),
})

builder.interfaceField(Actor, 'statementCounts', (t) =>
  t.field({
    type: StatementCounts,
    description: 'How many statements it made itself, and others made on its behalf.',
    resolve: (actor, _, { graph }) =>
      one(
        actor,
        'Actor.statementCounts',
        ({ id }) => id,
        (ids) => graph.voices.counts(ids),
      ) as never,
  }),
)
