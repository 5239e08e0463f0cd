import type { ImmediateEngine } from '../../sql/engine.ts'
import { Counts } from './counts.ts'
import { Positions } from './positions.ts'
import { Reviews } from './review.ts'
import type { TouchedNodes } from './touched-nodes.ts'

/**
 * Makes right what is derived from the nodes that a transaction has touched, at its end and for all of them at once. It costs
 * as much as they are, and as the claims among what they lead to have statements; the size of the graph does not matter.
 */
export class Settler {
  readonly #touched: TouchedNodes
  readonly #reviews: Reviews
  readonly #counts: Counts
  readonly #positions: Positions

  constructor(engine: ImmediateEngine, touched: TouchedNodes) {
    this.#touched = touched
    this.#reviews = new Reviews(engine, touched)
    this.#counts = new Counts(engine)
    this.#positions = new Positions(engine)
  }

  settle(): void {
    this.#touched.addNew()
    this.#touched.noteAfter('COPY')
    this.#touched.noteAfter('STALE')
    // Whatever is settled of reviews moves no position.
    this.#positions.expect()
    this.#reviews.settle()
    this.#touched.noteAfter('COUNT')
    this.#counts.add()
    this.#positions.settle()
  }
}
