import { type Cursor, formatCursor, parseCursor } from '../db/cursor.ts'
import { DEFAULT_PAGE, sizeOf } from '../db/page.ts'
import { UserError } from '../errors.ts'
import { Node, nodeOf } from '../graph/node/type.ts'
import { together } from '../graphql/batch.ts'
import { builder } from '../graphql/builder.ts'
import { connectionType, type Page } from '../graphql/connection.ts'
import { timeRange } from '../graphql/date-range.ts'
import { NodeTypeEnum } from '../graphql/enum.ts'
import { entityKeys } from '../graphql/reference.ts'
import { formatId, parseId } from '../id.ts'
import type { NodeType } from '../vocabulary.ts'
import type {
  TimelineAfter,
  TimelineFilter,
  TimelineRecord,
  TimelineStore,
  TimelineType,
} from './timeline-store.ts'

const TimelineEntry = builder.objectRef<TimelineRecord>('TimelineEntry').implement({
  description: 'An event, or a statement, and when it happened or was said.',
  fields: (t) => ({
    node: t.field({
      type: Node,
      description: 'An Event or a Statement.',
      resolve: (row, _, context) =>
        nodeOf(row, 'TimelineEntry.node', ({ type, key }) => ({ type, key }), context) as never,
    }),
    when: t.expose('when', { type: 'EDTF', nullable: true }),
    earliest: t.expose('earliest', {
      type: 'DateTime',
      nullable: true,
      description: 'The first instant that `when` allows; null where that is open or nothing is known.',
    }),
    latest: t.expose('latest', {
      type: 'DateTime',
      nullable: true,
      description: 'The last instant that `when` allows; null where that is open or nothing is known.',
    }),
  }),
})

const TimelineConnection = connectionType('Timeline', TimelineEntry)

const ORDER = 'TIME'
const cursorOf = ({ at, type, key }: TimelineRecord): Cursor => ({ key: at, id: formatId(type, key) })

function placeOf({ key: at, id }: Cursor): TimelineAfter {
  const node = parseId(String(id))
  if (!node || (node.type !== 'EVENT' && node.type !== 'STATEMENT') || typeof at === 'string')
    throw new UserError('after is not a cursor of this list.', ['after'])
  return { at, type: node.type, key: node.key }
}

function typesOf(types: readonly NodeType[] | null | undefined): TimelineType[] {
  const other = types?.find((type) => type !== 'EVENT' && type !== 'STATEMENT')
  if (other)
    throw new UserError(`A timeline is of EVENT and STATEMENT; ${other} has no place in it.`, ['types'])
  return (['EVENT', 'STATEMENT'] as const).filter((type) => !types || types.includes(type))
}

function paged(timeline: TimelineStore, filter: TimelineFilter, size: number, cursor: Cursor | null) {
  const found = filter.types.length > 0 ? timeline.page(filter, cursor && placeOf(cursor), size + 1) : []
  const page: Page<TimelineRecord> = {
    nodes: together(found.slice(0, size)),
    hasNext: found.length > size,
    hasPrevious: cursor !== null,
    cursor: (row) => formatCursor(ORDER, cursorOf(row)),
    total: () => (filter.types.length > 0 ? timeline.count(filter) : 0),
  }
  return page
}

builder.queryField('timeline', (t) =>
  t.field({
    type: TimelineConnection,
    description:
      'Events and accepted statements in the order of time. What is imprecise is kept where it may lie between from and ' +
      'until, and stands where it may have begun; what has no date comes last, and is left out where a time is asked for.',
    args: {
      about: t.arg.idList({
        description:
          'Statements about any of these; these events, their parts, and events at these places or with these actors.',
      }),
      from: t.arg({ type: 'EDTF' }),
      until: t.arg({ type: 'EDTF' }),
      types: t.arg({ type: [NodeTypeEnum], description: 'EVENT, STATEMENT, or both.' }),
      first: t.arg.int({ description: `At most 500; ${DEFAULT_PAGE} where nothing is said.` }),
      after: t.arg.string({ description: 'Only what comes after this cursor.' }),
    },
    resolve: (_, { about, from, until, types, first, after }, context) => {
      const filter = {
        about: entityKeys(context, about, ['about']),
        range: timeRange({ from, until }, ['until']),
        types: typesOf(types),
      }
      const cursor = after == null ? null : parseCursor(ORDER, after, 'after')
      return paged(context.graph.timeline, filter, sizeOf(first ?? DEFAULT_PAGE), cursor)
    },
  }),
)
