import { GraphQLError } from 'graphql'

/** How much an operation may be given. */
export interface Allowed {
  /** Rows in lists. */
  readonly rows: number
  /** Characters of text and of the names of fields. */
  readonly characters: number
  /** Errors that are told, each with its place. */
  readonly errors: number
}

/** What an operation wanted more of than it was allowed. */
export type Short = 'rows' | 'characters'

interface Budget {
  rows: number
  characters: number
  errors: number
  /** Throws past the deadline. */
  readonly look: () => void
  short: Short | null
  isLate: boolean
}

const endless = (): Budget => ({
  rows: Number.POSITIVE_INFINITY,
  characters: Number.POSITIVE_INFINITY,
  errors: Number.POSITIVE_INFINITY,
  look: () => {},
  short: null,
  isLate: false,
})

/** Operations are synchronous, so there is never more than one that runs. */
let left = endless()

/** How many fields pass between two looks at the clock. */
const FIELDS_PER_LOOK = 1_000
let fields = 0

/**
 * Stands for every error past those that are told, and for whatever is not answered any more. It has a path, which is how
 * graphql-js knows an error that it need not write out again: so a million of it cost as many pointers.
 */
export const untold = new GraphQLError('This error is not told.', { path: [] })

/**
 * Runs an operation that is given at most so much; says what it wanted more of. What an estimate cannot see is bounded
 * here: lists within lists of the same few rows, and long texts that are asked for again and again, cost no statement and
 * no look at the clock, but memory.
 */
export function withinBudget<T>(
  { rows, characters, errors }: Allowed,
  look: () => void,
  work: () => T,
): { readonly result: T; readonly short: Short | null } {
  const outer = left
  left = { rows, characters, errors, look, short: null, isLate: false }
  try {
    const result = work()
    return { result, short: left.short }
  } finally {
    left = outer
  }
}

/** Hands out rows while there are any left to hand out; then none, so that the operation comes to its end. */
export function takeRows<T>(rows: readonly T[]): readonly T[] {
  left.rows -= rows.length
  if (left.rows >= 0) return rows
  left.short ??= 'rows'
  return []
}

/** Notes what a field adds to the answer, and now and then looks at the clock. Throws where that is too much. */
export function takeCharacters(characters: number): void {
  left.characters -= characters
  if (left.characters < 0) {
    left.short ??= 'characters'
    throw untold
  }
  if (++fields % FIELDS_PER_LOOK === 0) lookAtClock()
}

function lookAtClock(): void {
  try {
    left.look()
  } catch (error) {
    left.isLate = true
    throw error
  }
}

/** Whether nothing more is to be answered: it is not wanted, or it would be too late. */
export const isBudgetSpent = (): boolean => left.short !== null || left.isLate

/** The error as it is, while there are any left to tell. */
export function toldOnce(error: unknown): unknown {
  if (error === untold) return error
  left.errors -= 1
  return left.errors < 0 ? untold : error
}

/** About how many characters a value takes in the answer. */
export function answerSize(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (value === null || value === undefined) return 0
  return Array.isArray(value) ? value.reduce((sum, item) => sum + answerSize(item), 0) : A_NUMBER
}

const A_NUMBER = 8
