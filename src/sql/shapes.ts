import type { Expression } from 'kysely'
import { Lru } from '../values/lru.ts'
import type { Engine, Prepared } from './engine.ts'

/** So many shapes of one question are kept: enough for what clients ask, and a bound for odd ones. */
const SHAPES_KEPT = 500

/** A query for each shape of a question, made when the shape is first met. */
export class Shapes<Row> {
  readonly #engine: Pick<Engine, 'prepare'>
  readonly #prepared = new Lru<string, Prepared<Row>>(SHAPES_KEPT)

  constructor(engine: Pick<Engine, 'prepare'>) {
    this.#engine = engine
  }

  of(shape: string, query: () => Expression<Row>): Prepared<Row> {
    return this.#prepared.take(shape, () => this.#engine.prepare(query()))
  }
}
