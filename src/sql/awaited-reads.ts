import type { Expression } from 'kysely'
import type { Values } from './build.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from './engine.ts'

/**
 * Reads for work that cannot wait, over an engine that answers later. What has not been answered yet comes as if nothing were
 * found, and the work is done again with what has been, until it asks for nothing new. So it must do no more than to work
 * something out, and remember nothing.
 */
export class AwaitedReads implements Pick<Engine, 'prepare' | 'state'> {
  readonly #engine: Engine
  readonly #known = new Map<string, unknown>()
  #asked: Answer<void>[] = []
  #queries = 0

  constructor(engine: Engine) {
    this.#engine = engine
  }

  prepare<Row>(query: Expression<Row>): Prepared<Row> {
    const prepared = this.#engine.prepare(query)
    const nth = this.#queries++
    const all = (values: Values = {}): Row[] =>
      this.#recall<Row[]>(`${nth} ${JSON.stringify(values)}`, () => prepared.all(values), [])
    return { sql: prepared.sql, all, get: (values) => all(values)[0], expect() {}, forget() {} }
  }

  state(): string {
    return this.#recall('state', () => this.#engine.state(), '')
  }

  /** What the work comes to once all that it asks for is known. */
  run<T>(work: () => T): Answer<T> {
    this.#asked = []
    const done = attempt(work)
    if (this.#asked.length === 0) return done()
    return mapAnswer(allAnswers(this.#asked), () => this.run(work))
  }

  #recall<T>(key: string, ask: () => Answer<T>, unknown: T): T {
    if (this.#known.has(key)) return this.#known.get(key) as T
    const answer = mapAnswer(ask(), (found) => void this.#known.set(key, found))
    if (!(answer instanceof Promise)) return this.#known.get(key) as T
    this.#asked.push(answer)
    return unknown
  }
}

/** What the work comes to, or its error, which may be for want of what is asked: it is thrown only when that is looked at. */
function attempt<T>(work: () => T): () => T {
  try {
    const done = work()
    return () => done
  } catch (error) {
    return () => {
      throw error
    }
  }
}
