import { GraphQLError } from 'graphql'
import { TimeoutError } from '../../values/errors.ts'

/** How much an operation may be given. */
export interface Allowed {
  /** Items of lists. */
  readonly rows: number
  /** Characters of text and of the names of fields. */
  readonly characters: number
  /** Errors that are told, each with its place. */
  readonly errors: number
}

/** What an operation wanted more of than it was allowed. */
export type Short = 'rows' | 'characters'

/** Keeps an operation that waits for something within its time. */
export interface OperationClock {
  /** Runs a resolver within what time is left. */
  within<T>(work: () => T): T
  /** Gives the whole time again: what was waited for was not the operation's own work. */
  restart(): void
}

/** How many fields pass between two looks at the clock. */
const FIELDS_PER_LOOK = 1_000

/**
 * Stands for every error past those that are told, and for whatever is not answered any more. It has a path, which is how
 * graphql-js knows an error that it need not write out again: so a million of it cost as many pointers.
 */
export const untold = new GraphQLError('This error is not told.', { path: [] })

/**
 * What is left of what one run of an operation may be given. It is part of the run's context, so that operations which
 * wait for each other's answers each have their own. It bounds what an estimate cannot see: lists within lists of the same
 * few rows, and long texts that are asked for again and again, cost no SQL statement and no look at the clock, but memory.
 */
export class Budget {
  #rows: number
  #characters: number
  #errors: number
  #deadline: number
  #fields = 0
  #short: Short | null = null
  #isLate = false

  /** @param deadline On the clock of `performance.now()`. */
  constructor({ rows, characters, errors }: Allowed, deadline: number) {
    this.#rows = rows
    this.#characters = characters
    this.#errors = errors
    this.#deadline = deadline
  }

  /** The milliseconds that are left. */
  get timeLeft(): number {
    return Math.max(0, this.#deadline - performance.now())
  }

  prolong(deadline: number): void {
    this.#deadline = deadline
  }

  /** What the operation wanted more of, if it did. */
  get short(): Short | null {
    return this.#short
  }

  /** Whether nothing more is to be answered: it is not wanted, or it would be too late. */
  get isSpent(): boolean {
    return this.#short !== null || this.#isLate
  }

  /** Hands out rows while there are any left to hand out; then none, so that the operation comes to its end. */
  takeRows<T>(rows: readonly T[]): readonly T[] {
    this.#rows -= rows.length
    if (this.#rows >= 0) return rows
    this.#short ??= 'rows'
    return []
  }

  /** Notes what fields add to the answer, and now and then looks at the clock. Throws where that is too much. */
  takeCharacters(characters: number, fields = 1): void {
    this.#characters -= characters
    if (this.#characters < 0) {
      this.#short ??= 'characters'
      throw untold
    }
    this.#fields += fields
    if (this.#fields >= FIELDS_PER_LOOK) this.#lookAtClock()
  }

  /** The error as it is, while there are any left to tell. */
  toldOnce(error: unknown): unknown {
    if (error === untold) return error
    this.#errors -= 1
    return this.#errors < 0 ? untold : error
  }

  #lookAtClock(): void {
    this.#fields = 0
    if (performance.now() <= this.#deadline) return
    this.#isLate = true
    throw new TimeoutError()
  }
}

/** About how many characters a value takes in the answer. */
export function answerSize(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (value === null || value === undefined) return 0
  return Array.isArray(value) ? value.reduce((sum, item) => sum + answerSize(item), 0) : A_NUMBER
}

const A_NUMBER = 8
