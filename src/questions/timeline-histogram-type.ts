import type { Edtf } from '../date.ts'
import { UserError } from '../errors.ts'
import { given, together } from '../graphql/batch.ts'
import { builder } from '../graphql/builder.ts'
import type { Stretch } from './timeline-counts.ts'
import { choiceArgs, timelineChoice } from './timeline-input.ts'

const [FEWEST, MOST] = [2, 501]

const TimelineStretch = builder.objectRef<Stretch>('TimelineStretch').implement({
  description: 'A stretch of the timeline, and how much lies in it.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'The first instant that belongs to it.' }),
    until: t.expose('until', {
      type: 'DateTime',
      description:
        'Where the next begins, and so the first instant that does not; of the last, its last instant.',
    }),
    events: t.exposeInt('events', { description: 'How many events may have begun in it.' }),
    statements: t.exposeInt('statements', {
      description: 'How many of the statements may have been said in it, at the earliest.',
    }),
  }),
})

/** The first instants of the edges, each later than the one before. */
function instantsOf(edges: readonly Pick<Edtf, 'text' | 'earliest'>[]): number[] {
  if (edges.length < FEWEST || edges.length > MOST)
    throw new UserError(`edges has ${edges.length}; it must have from ${FEWEST} to ${MOST}.`, ['edges'])
  return edges.map(({ text, earliest }, index) => {
    if (earliest === null)
      throw new UserError(`edges[${index}] is ${text}, which has no beginning.`, ['edges', index])
    const before = edges[index - 1]
    if (before && before.earliest !== null && earliest <= before.earliest)
      throw new UserError(
        `edges[${index}] is ${text}, which does not begin after ${before.text}: give edges in the order of time.`,
        ['edges', index],
      )
    return earliest
  })
}

builder.queryField('timelineHistogram', (t) =>
  t.field({
    type: [TimelineStretch],
    description:
      'How much the timeline has in each of the stretches between edges, all counted at once. Each entry is counted in one ' +
      'of them: where it stands in the line, which is where it may have begun, or in the first if that is before the ' +
      'first edge and it may lie behind it. So the counts add up to the totalCount of a timeline from the first edge ' +
      'until the last. What has no date is not counted.',
    args: {
      ...choiceArgs,
      edges: t.arg({
        type: ['EDTF'],
        required: true,
        description:
          `Where the stretches begin and, last, where the last one ends: from ${FEWEST} to ${MOST} dates, each later than ` +
          'the one before. Of what is imprecise its first instant is taken: 2023 is the begin of that year.',
      }),
    },
    resolve: (_, { edges, ...choice }, context) => {
      const instants = instantsOf(edges as Pick<Edtf, 'text' | 'earliest'>[])
      const filter = timelineChoice(choice, context)
      return given(together(context.graph.timelineCounts.histogram(filter, instants)))
    },
  }),
)
