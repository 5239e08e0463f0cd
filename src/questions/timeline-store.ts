import { sql } from 'kysely'
import { sizeOf } from '../db/list.ts'
import type { Connection } from '../db/open.ts'
import type { Query } from '../db/page.ts'
import { build, inTime, Shapes, slot, upTo } from '../db/prepare.ts'
import { Where } from '../db/where.ts'
import { overlapping, type TimeRange } from '../graph/time-range.ts'

export type TimelineType = 'EVENT' | 'STATEMENT'

export interface TimelineRecord {
  type: TimelineType
  key: number
  when: string | null
  earliest: number | null
  latest: number | null
  /** What the line is sorted by; null comes last. */
  at: number | null
}

export interface TimelineFilter {
  readonly about: readonly number[] | null | undefined
  readonly range: TimeRange | undefined
  readonly types: readonly TimelineType[]
}

/** Behind which entry a page begins. Events come before statements of the same instant. */
export interface TimelineAfter {
  readonly at: number | null
  readonly type: TimelineType
  readonly key: number
}

/** Events and accepted statements in one line. */
export class TimelineStore {
  readonly #pages: Shapes<TimelineRecord>
  readonly #counts: Shapes<{ count: number }>

  constructor(connection: Connection) {
    this.#pages = new Shapes(connection)
    this.#counts = new Shapes(connection)
  }

  page(filter: TimelineFilter, after: TimelineAfter | null, limit: number): TimelineRecord[] {
    const where = conditions(filter)
    const shape = after === null ? 'first' : after.at === null ? 'undated' : 'dated'
    const written = () => {
      const walks = filter.types.flatMap((type) => [
        dated(type, where[type], after),
        undated(type, where[type], filter, after),
      ])
      const parts = walks.filter((walk) => walk !== null).map((walk) => sql`select * from ${walk}`)
      return sql`select * from (${sql.join(parts, sql` union all `)}) order by at is null, at, type, key limit ${upTo('limit')}`
    }
    const key = `${filter.types} ${shapeOf(where)} ${shape} ${after?.type}`
    return this.#pages.of(key, written).all({
      ...where.EVENT.values,
      ...where.STATEMENT.values,
      limit,
      afterAt: after?.at ?? null,
      afterKey: after?.key ?? null,
    })
  }

  count(filter: TimelineFilter): number {
    const where = conditions(filter)
    const written = () =>
      sql`select ${sql.join(
        filter.types.map((type) => sql`${numberOf(type, where[type])}`),
        sql` + `,
      )} as count`
    const values = { ...where.EVENT.values, ...where.STATEMENT.values }
    return this.#counts.of(`${filter.types} ${shapeOf(where)}`, written).get(values)?.count ?? 0
  }
}

type Conditions = Record<TimelineType, Where>
const shapeOf = (where: Conditions) => `${where.EVENT.shape} | ${where.STATEMENT.shape}`

function conditions({ about, range }: TimelineFilter): Conditions {
  const event = new Where('event.').oneOf(
    'about',
    about,
    (is) => sql`(ev.id ${is} or ev.place_id ${is} or ev.part_of_id ${is}
      or ev.id in (select event_id from participation where actor_id ${is}))`,
  )
  const statement = new Where('statement.')
    .only('accepted', true, () => sql`s.review = 'ACCEPTED'`)
    .oneOf(
      'about',
      about,
      (is) => sql`s.id in (select statement_id from statement_about where entity_id ${is})`,
    )
  overlapping(event, 'when', range, 'ev.when')
  overlapping(statement, 'said', range, 's.said')
  return { EVENT: event, STATEMENT: statement }
}

const columns = {
  EVENT: { at: 'ev.when_order', key: 'ev.id', edtf: 'ev.when_edtf', stem: 'ev.when' },
  STATEMENT: { at: 's.said_order', key: 's.id', edtf: 's.said_edtf', stem: 's.said' },
}

const rowsOf = (type: TimelineType, where: Where): Query => {
  const rows: Query = type === 'EVENT' ? build.selectFrom('event as ev') : build.selectFrom('statement as s')
  return where.applied(rows).where(inTime(columns[type].key))
}

/** Counted only where something is left out. */
const numberOf = (type: TimelineType, where: Where): Query =>
  ['', 'accepted'].includes(where.shape)
    ? sizeOf(sql.lit(type))
    : rowsOf(type, where).select(sql<number>`count(*)`.as('n'))

const selected = (type: TimelineType, rows: Query): Query => {
  const { at, key, edtf, stem } = columns[type]
  return rows
    .select([sql.lit(type).as('type'), `${key} as key`, `${edtf} as when`])
    .select([`${stem}_earliest as earliest`, `${stem}_latest as latest`, `${at} as at`])
}

function dated(type: TimelineType, where: Where, after: TimelineAfter | null): Query | null {
  if (after && after.at === null) return null
  const { at, key } = columns[type]
  let rows = rowsOf(type, where)
  if (!after) rows = rows.where(sql<boolean>`${sql.ref(at)} > -9e15`)
  else if (after.type === type)
    rows = rows.where(
      sql<boolean>`(${sql.ref(at)}, ${sql.ref(key)}) > (${slot('afterAt')}, ${slot('afterKey')})`,
    )
  else
    rows = rows.where(sql<boolean>`${sql.ref(at)} ${type > after.type ? sql`>=` : sql`>`} ${slot('afterAt')}`)
  return selected(type, rows).orderBy(sql.ref(at)).orderBy(sql.ref(key)).limit(upTo('limit'))
}

/** What has no date comes last; where a range is asked for, it cannot be told to lie within it. */
function undated(
  type: TimelineType,
  where: Where,
  filter: TimelineFilter,
  after: TimelineAfter | null,
): Query | null {
  if (filter.range) return null
  if (after?.at === null && after.type > type) return null
  const { at, key } = columns[type]
  let rows = rowsOf(type, where).where(sql.ref(at), 'is', null)
  if (after?.at === null && after.type === type)
    rows = rows.where(sql<boolean>`${sql.ref(key)} > ${slot('afterKey')}`)
  return selected(type, rows).orderBy(sql.ref(key)).limit(upTo('limit'))
}
