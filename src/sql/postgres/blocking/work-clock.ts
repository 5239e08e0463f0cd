import { performance } from 'node:perf_hooks'
import { TimeoutError } from '../../../values/errors.ts'

/** How many steps of a loop pass between two looks at the clock. */
const STEPS_PER_LOOK = 512
/** A statement counts as so many rows that have passed. */
const ROWS_OF_STATEMENT = 10_000

/** By when a piece of work must have ended, and about how much it has done. */
export class WorkClock {
  /** In the terms of `performance.now()`. */
  #deadline = Number.POSITIVE_INFINITY
  #rows = 0

  within<T>(milliseconds: number, work: () => T): T {
    const outer = this.#deadline
    this.#deadline = Math.min(outer, performance.now() + milliseconds)
    try {
      return work()
    } finally {
      this.#deadline = outer
    }
  }

  /** Throws past the deadline. */
  look(): void {
    if (performance.now() > this.#deadline) throw new TimeoutError()
  }

  step(): void {
    if (++this.#rows % STEPS_PER_LOOK === 0) this.look()
  }

  /** A statement is about to start. */
  countStatement(): void {
    this.look()
    this.#rows += ROWS_OF_STATEMENT
  }

  rowsPassed(): number {
    return this.#rows
  }

  /** For how many milliseconds a statement may run; 0 is for ever, as PostgreSQL has it. */
  statementTimeout(): number {
    const left = this.#deadline - performance.now()
    return left === Number.POSITIVE_INFINITY ? 0 : Math.max(1, Math.ceil(left))
  }
}
