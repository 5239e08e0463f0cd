import type { Graph } from '../../model/graph.ts'
import type { TimelineFilter } from '../../model/overviews/timeline/rows.ts'
import type { TimelineAfter, TimelineRecord } from '../../model/overviews/timeline/store.ts'
import { type Cursor, formatCursor, parseCursor } from '../../sql/cursor.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { DEFAULT_PAGE, pageSize } from '../../sql/page.ts'
import { UserError } from '../../values/errors.ts'
import { formatId, parseId } from '../../values/id.ts'
import { markBatch, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connectionType, type Page } from '../kit/connection.ts'
import { timeRange } from '../kit/date-range.ts'
import { earliestText, forwardArgs, latestText } from '../kit/descriptions.ts'
import { Node, nodeOf } from './node.ts'
import { choiceArgs, timelineChoice } from './timeline-filter.ts'

const TimelineEntry = builder.objectRef<TimelineRecord>('TimelineEntry').implement({
  description: 'An event or a statement, and when it happened or was said.',
  fields: (t) => ({
    node: t.field({
      type: Node,
      description: 'The Event or the Statement.',
      resolve: required(nodeOf((entry) => entry)),
    }),
    when: t.expose('when', {
      type: 'EDTF',
      nullable: true,
      description:
        'When it happened or was said. What was said on a day not known was said by the day on which its source appeared: ' +
        '../2023-05-24, an interval with an open beginning. Null where nothing is known.',
    }),
    earliest: t.expose('earliest', {
      type: 'DateTime',
      nullable: true,
      description: earliestText,
    }),
    latest: t.expose('latest', {
      type: 'DateTime',
      nullable: true,
      description: latestText,
    }),
  }),
})

const TimelineConnection = connectionType('Timeline', TimelineEntry)

const TIMELINE_ORDER = 'TIME'
const timelineCursor = ({ at, type, key }: TimelineRecord): Cursor => ({ key: at, id: formatId(type, key) })

function placeOfEntry({ key: at, id }: Cursor): TimelineAfter {
  const node = parseId(String(id))
  if (!node || (node.type !== 'EVENT' && node.type !== 'STATEMENT') || typeof at === 'string')
    throw new UserError('after is not a cursor of this list.', ['after'])
  return { at, type: node.type, key: node.key }
}

function timelinePage(
  { timeline, timelineCounts }: Graph,
  filter: TimelineFilter,
  size: number,
  cursor: Cursor | null,
) {
  const found = timeline.page(filter, cursor && placeOfEntry(cursor), size + 1)
  return mapAnswer(
    found,
    (rows): Page<TimelineRecord> => ({
      nodes: markBatch(rows.slice(0, size)),
      hasNext: rows.length > size,
      hasPrevious: cursor !== null,
      cursor: (row) => formatCursor(TIMELINE_ORDER, timelineCursor(row)),
      total: () => timelineCounts.count(filter),
    }),
  )
}

builder.queryField('timeline', (t) =>
  t.field({
    type: TimelineConnection,
    description:
      'Events and accepted statements together, in the order of time, by the first instant at which each may have begun. ' +
      'With from or until, what may lie within that time is kept. A statement said on a day not known stands at the end of ' +
      'the day on which its source appeared, and is kept where that lies within that time: it may have been said at any ' +
      'time before, but would then be in every stretch of the past. What has no date comes last, or is left out if a time ' +
      'is asked for.',
    args: {
      ...choiceArgs,
      from: t.arg({ type: 'EDTF', description: 'Only what may have been at its first instant or later.' }),
      until: t.arg({ type: 'EDTF', description: 'Only what may have been at its last instant or earlier.' }),
      ...forwardArgs,
    },
    resolve: (_, { from, until, first, after, ...choice }, context) => {
      const range = timeRange({ from, until }, ['until'])
      return mapAnswer(timelineChoice(choice, context), (chosen) => {
        const cursor = after == null ? null : parseCursor(TIMELINE_ORDER, after, 'after')
        return timelinePage(context.graph, { ...chosen, range }, pageSize(first ?? DEFAULT_PAGE), cursor)
      })
    },
  }),
)
