import type { Expression } from 'kysely'
import { Lru } from '../values/lru.ts'
import type { Values } from './build.ts'
import { type Answer, type Engine, mapAnswer, type Prepared, unwatched } from './engine.ts'
import { wholeRows } from './read-columns.ts'

export interface KeptBounds {
  /** How many characters are kept of a graph, keys included. */
  readonly characters: number
  /** What passes fewer rows is found again as quickly as it would be kept. */
  readonly fewestRows: number
}

const keptBounds: KeptBounds = { characters: 8 * 2 ** 20, fewestRows: 10_000 }
/** What is given with a question is part of what it is found by: what is longer than this is hardly asked twice. */
const LONGEST_KEY = 2_000

/**
 * Keeps what queries over many rows find, such as counts and overviews, until anything is written: the same question at the
 * same state of the graph runs its SQL once. Rows are kept as text and come out as new objects each time, because a row
 * that an operation has loaded belongs to that operation's batches.
 *
 * Nothing is kept or found within a transaction, whose changes nobody else sees and which may yet be undone.
 */
export class KeptAnswers implements Pick<Engine, 'prepare'> {
  static readonly #ofEngines = new WeakMap<Engine, KeptAnswers>()
  readonly #engine: Engine
  readonly #bounds: KeptBounds
  #queries = 0
  #state: string | null = null
  #texts: Lru<string, string>
  /** What is being found: whoever asks the same meanwhile is told it too. */
  readonly #awaited = new Map<string, Promise<string>>()

  constructor(engine: Engine, bounds = keptBounds) {
    this.#engine = engine
    this.#bounds = bounds
    this.#texts = this.#none()
  }

  /** Those of an engine, which all its stores share. */
  static of(engine: Engine, bounds = keptBounds): KeptAnswers {
    const known = KeptAnswers.#ofEngines.get(engine) ?? new KeptAnswers(engine, bounds)
    KeptAnswers.#ofEngines.set(engine, known)
    return known
  }

  /** How many characters are kept. */
  get weight(): number {
    return this.#texts.weight
  }

  clear(): void {
    this.#texts = this.#none()
    this.#awaited.clear()
  }

  /** A query whose rows are kept. What they depend on beside its slots may be given as further values. */
  prepare<Row>(query: Expression<Row>): Prepared<Row> {
    const prepared = this.#engine.prepare(query)
    const nth = this.#queries++
    const all = (values: Values = {}) =>
      this.rows(`${nth} ${JSON.stringify(values)}`, () => prepared.all(values))
    const get = (values?: Values) => mapAnswer(all(values), ([row]) => row)
    return { sql: prepared.sql, all, get, expect() {}, forget() {} }
  }

  /** Rows that are worked out of what queries find. */
  rows<Row>(key: string, find: () => Answer<Row[]>): Answer<Row[]> {
    if (key.length > LONGEST_KEY) return find()
    return mapAnswer(this.#engine.committedState(), (state) => {
      if (state === null) return find()
      if (state !== this.#state) this.clear()
      this.#state = state
      // What comes after another state has been seen is put with what was forgotten.
      const texts = this.#texts
      const text = texts.get(key)
      if (text !== undefined) return JSON.parse(text)
      const awaited = this.#awaited.get(key)
      // What ended the other's work, such as its deadline, does not end this.
      if (awaited) return awaited.then((found) => JSON.parse(found), find)
      const passed = this.#engine.rowsPassed()
      const found = mapAnswer(wholeRows(this.#engine, find), (rows) => {
        if (this.#engine.rowsPassed() - passed >= this.#bounds.fewestRows)
          texts.set(key, JSON.stringify(rows))
        return rows
      })
      if (found instanceof Promise) this.#await(key, found)
      return found
    })
  }

  #await(key: string, found: Promise<readonly unknown[]>): void {
    const text = unwatched(found.then((rows) => JSON.stringify(rows)))
    const forget = () => {
      if (this.#awaited.get(key) === text) this.#awaited.delete(key)
    }
    this.#awaited.set(key, text)
    text.then(forget, forget)
  }

  #none(): Lru<string, string> {
    return new Lru(
      this.#bounds.characters,
      () => true,
      (text) => LONGEST_KEY + text.length,
    )
  }
}
