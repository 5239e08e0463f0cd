import { sql } from 'kysely'
import { constant, slot } from '../../../sql/build.ts'
import { upTo } from '../../../sql/dialect.ts'
import type { Answer, Engine } from '../../../sql/engine.ts'
import { FLOOR, type Query } from '../../../sql/page.ts'
import { Shapes } from '../../../sql/shapes.ts'
import { type TimelineFilter, type TimelinePart, type TimelineType, timelineParts } from './rows.ts'

export interface TimelineRecord {
  type: TimelineType
  key: number
  when: string | null
  earliest: number | null
  latest: number | null
  /** What the line is sorted by; null comes last. */
  at: number | null
}

/** Behind which entry a page begins. Events come before statements of the same instant. */
export interface TimelineAfter {
  readonly at: number | null
  readonly type: TimelineType
  readonly key: number
}

/** Events and statements in one line. */
export class TimelineStore {
  readonly #pages: Shapes<TimelineRecord>

  constructor(engine: Engine) {
    this.#pages = new Shapes(engine)
  }

  page(filter: TimelineFilter, after: TimelineAfter | null, limit: number): Answer<TimelineRecord[]> {
    const parts = timelineParts(filter)
    const walks = parts.flatMap((part) => [
      ...(after && after.at === null ? [] : [() => dated(part, after)]),
      // What has no date cannot be told to lie within a range.
      ...(filter.range || (after?.at === null && after.type > part.type) ? [] : [() => undated(part, after)]),
    ])
    if (walks.length === 0) return []
    const written = () => {
      const rows = walks.map((walk) => sql`select * from ${walk()} as walk`)
      return sql<TimelineRecord>`select * from (${sql.join(rows, sql` union all `)}) as line order by at is null, at, type, key limit ${upTo('limit')}`
    }
    const place = after === null ? 'first' : `${after.at === null ? 'undated' : 'dated'} ${after.type}`
    const shape = `${parts.map((part) => part.shape).join(' & ')} ${place}`
    return this.#pages.of(shape, written).all({
      ...Object.assign({}, ...parts.map((part) => part.values)),
      limit,
      afterAt: after?.at ?? null,
      afterKey: after?.key ?? null,
    })
  }
}

const selected = ({ type, at, key, when, earliest, stem }: TimelinePart, rows: Query) =>
  rows
    .select([constant(type).as('type'), sql.ref<number>(key).as('key')])
    .select([when.as('when'), earliest.as('earliest')])
    .select([sql.ref<number | null>(`${stem}_latest`).as('latest'), sql.ref<number | null>(at).as('at')])

function dated(part: TimelinePart, after: TimelineAfter | null): Query<TimelineRecord> {
  const [at, key] = [sql.ref(part.at), sql.ref(part.key)]
  const rows = part
    .rows(true)
    .where(
      !after
        ? sql<boolean>`${at} > ${sql.lit(FLOOR)}`
        : after.type === part.type
          ? sql<boolean>`(${at}, ${key}) > (${slot('afterAt')}, ${slot('afterKey')})`
          : sql<boolean>`${at} ${part.type > after.type ? sql`>=` : sql`>`} ${slot('afterAt')}`,
    )
  return selected(part, rows).orderBy(at).orderBy(key).limit(upTo('limit'))
}

/** What has no date comes last. */
function undated(part: TimelinePart, after: TimelineAfter | null): Query<TimelineRecord> {
  const key = sql.ref(part.key)
  const all = part.rows(true).where(sql.ref(part.at), 'is', null)
  const rows =
    after?.at === null && after.type === part.type
      ? all.where(sql<boolean>`${key} > ${slot('afterKey')}`)
      : all
  return selected(part, rows).orderBy(key).limit(upTo('limit'))
}
