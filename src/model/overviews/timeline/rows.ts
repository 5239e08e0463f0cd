import { type RawBuilder, sql } from 'kysely'
import type { AliasedColumn } from '../../../sql/aliases.ts'
import { build, type Values } from '../../../sql/build.ts'
import { inTime, placeOf } from '../../../sql/dialect.ts'
import type { Query } from '../../../sql/page.ts'
import { Where } from '../../../sql/where.ts'
import { reviewed } from '../../conditions/review.ts'
import { saidDayIsUnknown } from '../../conditions/said.ts'
import { overlapping, type TimeRange } from '../../conditions/time-range.ts'
import { type StatementFilter, selectStatements } from '../../statement/filter.ts'

export type TimelineType = 'EVENT' | 'STATEMENT'

export interface TimelineFilter {
  readonly about: readonly number[] | null | undefined
  /** Of the statements; events are not touched by it. */
  readonly statements: StatementFilter
  readonly range: TimeRange | undefined
  readonly types: readonly TimelineType[]
}

/** What the timeline has of one type: the rows that a filter keeps, and where they have what it shows. */
export interface TimelinePart {
  readonly type: TimelineType
  readonly shape: string
  readonly values: Values
  /** Whether nothing but the range leaves anything out, so that what is maintained answers how many there are. */
  readonly isWhole: boolean
  /** What it is sorted by, and its id. */
  readonly at: AliasedColumn
  readonly key: AliasedColumn
  /** The stem of its date's columns, and what is shown of them. They can be had where the rows are to be read. */
  readonly stem: string
  readonly when: RawBuilder<string | null>
  readonly earliest: RawBuilder<number | null>
  readonly rows: (read: boolean) => Query
}

/** In the order in which events and statements of one instant stand. */
export const timelineParts = (filter: TimelineFilter): TimelinePart[] =>
  (['EVENT', 'STATEMENT'] as const)
    .filter((type) => filter.types.includes(type))
    .map((type) => (type === 'EVENT' ? timelineEvents(filter) : timelineStatements(filter)))

function timelineEvents({ about, range }: TimelineFilter): TimelinePart {
  const where = new Where('event.').oneOf(
    'about',
    about,
    (is) => sql`(ev.id ${is} or ev.place_id ${is} or ev.part_of_id ${is}
      or ev.id in (select event_id from participation where actor_id ${is}))`,
  )
  const isWhole = where.shape === ''
  reviewed(where, null, 'ev.review')
  withinRange(where, range, 'ev.when', 'ev.when_order')
  return {
    type: 'EVENT',
    shape: `event ${where.shape}`,
    values: where.values,
    isWhole,
    at: 'ev.when_order',
    key: 'ev.id',
    stem: 'ev.when',
    when: sql.ref('ev.when_edtf'),
    earliest: sql.ref('ev.when_earliest'),
    rows: () => where.applied(build.selectFrom('event as ev')).where(inTime('ev.id')),
  }
}

/** By the table that the filter leads to: see selectStatements. */
function timelineStatements({ about, statements, range }: TimelineFilter): TimelinePart {
  const selection = selectStatements(statements.about ? statements : { ...statements, about })
  const where = new Where('line.')
  if (statements.about)
    where.oneOf(
      'about',
      about,
      (is) =>
        sql`${sql.ref(selection.id)} in (
          select statement_id from statement_about where entity_id ${is} and ${inTime('statement_id')})`,
    )
  const isWhole = selection.whole === 'STATEMENT' && where.shape === ''
  const at = selection.id === 's.id' ? 's.said_order' : 'a.said_order'
  withinRange(where, range, 's.said', at)
  return {
    type: 'STATEMENT',
    shape: `${selection.shape} | ${where.shape}`,
    values: { ...selection.values, ...where.values },
    isWhole,
    at,
    key: selection.id,
    stem: 's.said',
    when: saidOrPublished,
    earliest: sql`case when ${saidDayIsUnknown('s.said_edtf')} then null else s.said_earliest end`,
    rows: (read) => where.applied(selection.rows(read || isBounded(range))).where(inTime(selection.id)),
  }
}

/** Where the day is not known: by the end of the day on which the source appeared, as an interval with an open beginning. */
const saidOrPublished = sql<
  string | null
>`case when ${saidDayIsUnknown('s.said_edtf')} and s.said_latest is not null
  then (select '../' || substr(published_edtf, ${placeOf('/', 'published_edtf')} + 1) from source where id = s.source_id)
  else s.said_edtf end`

const isBounded = (range: TimeRange | undefined): boolean =>
  range !== undefined && (range.from !== null || range.until !== null)

/** A range that is open at both ends still leaves out what has no date. */
const withinRange = (where: Where, range: TimeRange | undefined, stem: string, at: string): Where =>
  overlapping(where, 'time', range, stem, at).only(
    'dated',
    range !== undefined && !isBounded(range),
    () => sql`${sql.ref(at)} is not null`,
  )
