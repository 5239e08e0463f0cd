import { sql } from 'kysely'
import { sizeQuery } from '../../../sql/list.ts'
import { Prepared, Shapes, slot } from '../../../sql/query.ts'
import type { Connection } from '../../../sql/sqlite/connection.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import { type Days, daysOf, wholeCount } from './days.ts'
import { type TimelineFilter, type TimelinePart, type TimelineType, timelineParts } from './rows.ts'

/** A stretch of the timeline, both ends in Unix milliseconds, and how much lies in it. */
export interface Stretch {
  readonly from: number
  readonly until: number
  readonly events: number
  readonly statements: number
}

/** Before and after every instant that can be stored. */
const [FIRST, LAST] = [-9e15, 9e15]

/**
 * How much there is on the timeline: the whole of it from what is maintained by the day (`timeline_day`), and what a filter
 * keeps in one pass over that.
 */
export class TimelineCounts {
  readonly #connection: Connection
  readonly #sizes: Prepared<{ nodes: number }>
  readonly #counts: Shapes<{ count: number }>
  readonly #stretches: Shapes<{ counts: string }>
  readonly #days: Readonly<Record<TimelineType, Prepared<{ stretch: number; entries: number }>>>

  constructor(connection: Connection) {
    this.#connection = connection
    this.#sizes = new Prepared(connection, sizeQuery(slot<NodeType>('type')))
    this.#counts = new Shapes(connection)
    this.#stretches = new Shapes(connection)
    this.#days = {
      EVENT: new Prepared(connection, wholeCount('EVENT')),
      STATEMENT: new Prepared(connection, wholeCount('STATEMENT')),
    }
  }

  count(filter: TimelineFilter): number {
    return timelineParts(filter).reduce((sum, part) => sum + this.#countOf(part, filter), 0)
  }

  /** Everything in the window from the first edge to the last, counted once, by where it may have begun. */
  histogram(filter: Omit<TimelineFilter, 'range'>, edges: readonly number[]): Stretch[] {
    const range = { from: edges[0] as number, until: edges.at(-1) as number }
    const counts: Record<TimelineType, readonly number[]> = { EVENT: [], STATEMENT: [] }
    for (const part of timelineParts({ ...filter, range })) counts[part.type] = this.#countsOf(part, edges)
    return edges.slice(1).map((until, index) => ({
      from: edges[index] as number,
      until,
      events: counts.EVENT[index] ?? 0,
      statements: counts.STATEMENT[index] ?? 0,
    }))
  }

  #countOf(part: TimelinePart, { range }: TimelineFilter): number {
    if (part.isWhole && !range) return this.#sizes.get({ type: part.type })?.nodes ?? 0
    if (part.isWhole)
      return this.#whole(part.type, daysOf([range?.from ?? FIRST, range?.until ?? LAST]))[0] ?? 0
    const written = () => part.rows(false).select(sql<number>`count(*)`.as('count'))
    return this.#counts.of(part.shape, written).get(part.values)?.count ?? 0
  }

  #countsOf(part: TimelinePart, edges: readonly number[]): readonly number[] {
    if (part.isWhole) return this.#whole(part.type, daysOf(edges))
    const earliest = sql.ref(`${part.stem}_earliest`)
    const written = () => part.rows(true).select(sql<string>`in_stretches(${earliest})`.as('counts'))
    const row = this.#connection.histogram.over(edges, () =>
      this.#stretches.of(part.shape, written).get(part.values),
    )
    return JSON.parse(row?.counts ?? '[]')
  }

  #whole(type: TimelineType, days: Days): number[] {
    const counts: number[] = []
    for (const { stretch, entries } of this.#days[type].all({ ...days }))
      counts[stretch] = (counts[stretch] ?? 0) + entries
    return counts
  }
}
