import type { Stretch } from '../../model/overviews/timeline/counts.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { UserError } from '../../values/errors.ts'
import { markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import type { DateBounds } from '../kit/date-range.ts'
import { choiceArgs, timelineChoice } from './timeline-filter.ts'

const [FEWEST, MOST] = [2, 501]

const TimelineStretch = builder.objectRef<Stretch>('TimelineStretch').implement({
  description: 'A stretch of the timeline, and how much stands in it.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'The first instant that belongs to it.' }),
    until: t.expose('until', {
      type: 'DateTime',
      description:
        'The first instant of the next stretch, which does not belong to this one. Of the last stretch: its last instant, ' +
        'which does.',
    }),
    events: t.exposeInt('events', { description: 'How many events stand in it.' }),
    statements: t.exposeInt('statements', {
      description:
        'How many statements stand in it: of those said on a day not known, those whose sources appeared in it.',
    }),
  }),
})

/** The first instants of the edges, each later than the one before. */
function instantsOf(edges: readonly DateBounds[]): number[] {
  if (edges.length < FEWEST || edges.length > MOST)
    throw new UserError(`edges has ${edges.length}; it must have from ${FEWEST} to ${MOST}.`, ['edges'])
  return edges.map(({ text, earliest }, index) => {
    if (earliest == null)
      throw new UserError(`edges[${index}] is ${text}, which has no beginning.`, ['edges', index])
    const before = edges[index - 1]
    if (before?.earliest != null && earliest <= before.earliest)
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
      'How many events and statements stand in each stretch of time between two edges. Each is counted once: in the ' +
      'stretch in which it may have begun, or in the first one if it may have begun before and still have lasted. The ' +
      'counts add up to the totalCount of a timeline from the first edge until the last. What has no date is not counted.',
    args: {
      ...choiceArgs,
      edges: t.arg({
        type: ['EDTF'],
        required: true,
        description:
          `The dates that divide the stretches, the ends of the whole included: ${FEWEST} to ${MOST}, each later than the ` +
          'one before, or BAD_USER_INPUT. Only the first instant of a date counts: 2023 is the beginning of that year.',
      }),
    },
    resolve: (_, { edges, ...choice }, context) => {
      const instants = instantsOf(edges)
      return mapAnswer(timelineChoice(choice, context), (filter) =>
        mapAnswer(context.graph.timelineCounts.histogram(filter, instants), markBatch),
      )
    },
  }),
)
