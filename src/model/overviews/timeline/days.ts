import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { eachTuple, inTime } from '../../../sql/dialect.ts'
import { DAY } from '../../../values/calendar.ts'
import type { TimelineType } from './rows.ts'

const midnightBefore = (at: number): number => Math.floor(at / DAY) * DAY
const midnightAfter = (at: number): number => Math.ceil(at / DAY) * DAY

/** From where to where, the end left out, and in which stretch that is counted. */
type StretchPiece = readonly [stretch: number, from: number, until: number]

/** Where a window begins, and its stretches: whole days, which are tallied, and what is left of days, which is counted. */
export interface Days {
  readonly from: number
  readonly day: number
  readonly whole: string
  readonly rest: string
}

/** The last edge belongs to the last stretch. */
export function daysOf(edges: readonly number[]): Days {
  const pieces = edges
    .slice(1)
    .map((edge, stretch) =>
      piecesOfStretch(stretch, edges[stretch] as number, stretch + 2 < edges.length ? edge : edge + 1),
    )
  const from = edges[0] as number
  return {
    from,
    day: midnightBefore(from),
    whole: JSON.stringify(pieces.flatMap(({ whole }) => whole)),
    rest: JSON.stringify(pieces.flatMap(({ rest }) => rest)),
  }
}

function piecesOfStretch(
  stretch: number,
  from: number,
  until: number,
): { whole: StretchPiece[]; rest: StretchPiece[] } {
  const [first, last] = [midnightAfter(from), midnightBefore(until)]
  if (first > last) return { whole: [], rest: [[stretch, from, until]] }
  const some = (start: number, end: number): StretchPiece[] => (start < end ? [[stretch, start, end]] : [])
  return { whole: some(first, last), rest: [...some(from, first), ...some(last, until)] }
}

const timelineColumns = {
  EVENT: { table: 'event', stem: 'when' },
  STATEMENT: { table: 'statement', stem: 'said' },
}

const allPieces = (name: string) => eachTuple(name, { stretch: 'number', since: 'number', until: 'number' })

/**
 * What begins in each piece; and in the first stretch, what began before the window and may last into it: on an earlier
 * day, or earlier on the day on which the window begins.
 */
export function wholeCount(type: TimelineType): RawBuilder<{ stretch: number; entries: number }> {
  const { table, stem } = timelineColumns[type]
  const [order, earliest, latest] = ['order', 'earliest', 'latest'].map((part) => sql.ref(`${stem}_${part}`))
  const ofType = sql`type = ${sql.lit(type)} and ${inTime('at')}`
  const begun = sql`select count(*) from ${sql.table(table)} where review = 'ACCEPTED' and ${earliest} is not null and ${inTime('id')}`
  return sql`
    select piece.stretch, (
      select coalesce(sum(begun), 0) from timeline_day
      where ${ofType} and at >= piece.since and at < piece.until) as entries
    from ${allPieces('whole')} piece
    union all select piece.stretch, (
      ${begun} and ${order} >= piece.since and ${order} < piece.until)
    from ${allPieces('rest')} piece
    union all select 0, (
      select coalesce(sum(lasting), 0) from timeline_day where ${ofType} and at <= ${slot('from')})
    union all select 0, (
      ${begun} and ${order} >= ${slot('day')} and ${order} < ${slot('from')}
      and (${latest} >= ${slot('from')} or ${latest} is null))`
}
