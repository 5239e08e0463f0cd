import { type RawBuilder, sql } from 'kysely'
import { collected, each } from '../../sql/dialect.ts'
import {
  type Answer,
  type Engine,
  inSteps,
  mapAnswer,
  type Prepared,
  type Steps,
  waitFor,
} from '../../sql/engine.ts'
import { Lru } from '../../values/lru.ts'
import type { LinkType } from '../../values/vocabulary.ts'
import { type Moment, past, present } from '../positions/known-moment.ts'
import { Adjacency, type Row, RowsAwaited } from './adjacency.ts'
import { tieRows } from './tie-rows.ts'

type TieQueries = ReadonlyMap<LinkType, Prepared<{ node: number; ties: string }>>

/** Of how many times in the past the ties are kept: whoever goes from page to page asks of the same. */
const TIMES_KEPT = 3

/** The ties of the graph, read as they are walked, and forgotten whenever the graph has changed. */
export class Ties {
  readonly #engine: Engine
  readonly #size: Prepared<{ entities: number }>
  readonly #rows: TieQueries
  readonly #rowsThen: TieQueries
  #known = { state: '', now: null as Adjacency | null, past: new Lru<number, Adjacency>(TIMES_KEPT) }

  constructor(engine: Engine) {
    this.#engine = engine
    this.#size = engine.prepare(sql`select coalesce(max(id), 0) + 1 as entities from entity`)
    const prepared = (moment: Moment): TieQueries => {
      const types = Object.entries(tieRows(moment)) as [LinkType, RawBuilder<unknown>][]
      return new Map(types.map(([type, rows]) => [type, engine.prepare(rowAsList(rows))]))
    }
    this.#rows = prepared(present)
    this.#rowsThen = prepared(past)
  }

  /**
   * Walks the ties of now or as of a time: those of one state of the graph, whatever is committed meanwhile. Where rows have yet
   * to be read, `work` is begun again, and so must leave nothing behind.
   */
  walk<T>(asOf: number | null, work: (graph: Adjacency) => T): Answer<T> {
    return inSteps(() => this.#walkInSteps(asOf, work))
  }

  /** Most walks pass rows only that have been read before: they need no snapshot, only the word that nothing has changed since. */
  *#walkInSteps<T>(asOf: number | null, work: (graph: Adjacency) => T): Steps<T> {
    const state = yield* waitFor(this.#engine.committedState())
    const remembered = state !== null && state === this.#known.state ? this.#remembered(asOf) : null
    const walked = remembered?.amongReadRows(work)
    if (walked) return walked.result
    return yield* waitFor(this.#engine.snapshot(() => inSteps(() => this.#walkReading(asOf, work))))
  }

  *#walkReading<T>(asOf: number | null, work: (graph: Adjacency) => T): Steps<T> {
    const graph = yield* this.#current(asOf)
    for (;;) {
      try {
        return work(graph)
      } catch (error) {
        if (!(error instanceof RowsAwaited)) throw error
        yield* waitFor(error.rows)
      }
    }
  }

  *#current(asOf: number | null): Steps<Adjacency> {
    const size = yield* waitFor(this.#size.get())
    const state = yield* waitFor(this.#engine.committedState())
    const made = this.#at(size?.entities ?? 1, asOf)
    // What may yet be undone is read anew each time.
    if (state === null) return made
    if (this.#known.state !== state) this.#known = { state, now: null, past: new Lru(TIMES_KEPT) }
    const remembered = this.#remembered(asOf)
    if (remembered) return remembered
    if (asOf === null) this.#known.now = made
    else this.#known.past.set(asOf, made)
    return made
  }

  #remembered(asOf: number | null): Adjacency | null {
    return asOf === null ? this.#known.now : (this.#known.past.get(asOf) ?? null)
  }

  #at(entities: number, asOf: number | null): Adjacency {
    const queries = asOf === null ? this.#rows : this.#rowsThen
    const read = (type: LinkType, nodes: readonly number[]): Answer<ReadonlyMap<number, Row>> =>
      mapAnswer(
        queries.get(type)?.all({ nodes: JSON.stringify(nodes), entities, asOf }) ?? [],
        (found) =>
          new Map(found.map(({ node, ties }) => [node, Uint32Array.from(JSON.parse(ties) as number[])])),
      )
    return new Adjacency(entities, read, () => this.#engine.step(), asOf)
  }
}

/** A row as a list of JSON: several times as fast as thousands of ties handed over one by one. */
const rowAsList = (ties: RawBuilder<unknown>): RawBuilder<{ node: number; ties: string }> => sql`
  select j.value as node, ${collected('tie', sql`${ties} order by strength desc, tie`)} as ties
  from ${each('nodes')} as j`
