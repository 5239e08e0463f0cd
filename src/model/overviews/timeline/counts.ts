import { sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { histogram } from '../../../sql/dialect.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../../sql/engine.ts'
import { KeptAnswers } from '../../../sql/kept-answers.ts'
import { sizeQuery } from '../../../sql/list.ts'
import { Shapes } from '../../../sql/shapes.ts'
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
  readonly #engine: Engine
  readonly #sizes: Prepared<{ nodes: number }>
  readonly #counts: Shapes<{ count: number }>
  readonly #stretches: Shapes<{ counts: string }>
  readonly #days: Readonly<Record<TimelineType, Prepared<{ stretch: number; entries: number }>>>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#sizes = engine.prepare(sizeQuery(slot<NodeType>('type')))
    const kept = KeptAnswers.of(engine)
    this.#counts = new Shapes(kept)
    this.#stretches = new Shapes(kept)
    this.#days = {
      EVENT: kept.prepare(wholeCount('EVENT')),
      STATEMENT: kept.prepare(wholeCount('STATEMENT')),
    }
  }

  count(filter: TimelineFilter): Answer<number> {
    const counts = allAnswers(timelineParts(filter).map((part) => this.#countOf(part, filter)))
    return mapAnswer(counts, (parts) => parts.reduce((sum, part) => sum + part, 0))
  }

  /** Everything in the window from the first edge to the last, counted once, by where it may have begun. */
  histogram(filter: Omit<TimelineFilter, 'range'>, edges: readonly number[]): Answer<Stretch[]> {
    const range = { from: edges[0] as number, until: edges.at(-1) as number }
    const parts = timelineParts({ ...filter, range })
    return mapAnswer(allAnswers(parts.map((part) => this.#countsOf(part, edges))), (counted) => {
      const of = (type: TimelineType) => counted[parts.findIndex((part) => part.type === type)] ?? []
      const [events, statements] = [of('EVENT'), of('STATEMENT')]
      return edges.slice(1).map((until, index) => ({
        from: edges[index] as number,
        until,
        events: events[index] ?? 0,
        statements: statements[index] ?? 0,
      }))
    })
  }

  #countOf(part: TimelinePart, { range }: TimelineFilter): Answer<number> {
    if (part.isWhole && !range)
      return mapAnswer(this.#sizes.get({ type: part.type }), (size) => size?.nodes ?? 0)
    if (part.isWhole) {
      const days = daysOf([range?.from ?? FIRST, range?.until ?? LAST])
      return mapAnswer(this.#whole(part.type, days), ([count]) => count ?? 0)
    }
    const written = () => part.rows(false).select(sql<number>`count(*)`.as('count'))
    const counted = this.#counts.of(part.shape, written).get(part.values)
    return mapAnswer(counted, (row) => row?.count ?? 0)
  }

  #countsOf(part: TimelinePart, edges: readonly number[]): Answer<readonly number[]> {
    if (part.isWhole) return this.#whole(part.type, daysOf(edges))
    const written = () => part.rows(true).select(histogram(`${part.stem}_earliest`).as('counts'))
    const counted = this.#engine.overEdges(edges, () =>
      this.#stretches.of(part.shape, written).get({ ...part.values, edges: JSON.stringify(edges) }),
    )
    return mapAnswer(counted, (row): number[] => JSON.parse(row?.counts ?? '[]'))
  }

  #whole(type: TimelineType, days: Days): Answer<number[]> {
    return mapAnswer(this.#days[type].all({ ...days }), (rows) => {
      const counts: number[] = []
      for (const { stretch, entries } of rows) counts[stretch] = (counts[stretch] ?? 0) + entries
      return counts
    })
  }
}
