import { performance } from 'node:perf_hooks'
import { TimeoutError } from '../../../values/errors.ts'
import { WorkCount } from '../../work-count.ts'

/** By when a piece of work must have ended, and about how much it has done. */
export class WorkClock {
  /** In the terms of `performance.now()`. */
  #deadline = Number.POSITIVE_INFINITY
  readonly #count = new WorkCount()

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
    if (this.#count.countStep()) this.look()
  }

  /** A statement is about to start. */
  countStatement(): void {
    this.look()
    this.#count.countStatement()
  }

  rowsPassed(): number {
    return this.#count.passed
  }

  /** For how many milliseconds a statement may run; 0 is for ever, as PostgreSQL has it. */
  statementTimeout(): number {
    const left = this.#deadline - performance.now()
    return left === Number.POSITIVE_INFINITY ? 0 : Math.max(1, Math.ceil(left))
  }
}
