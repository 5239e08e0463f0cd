import { type RawBuilder, sql } from 'kysely'
import type { Where } from '../../sql/where.ts'
import type { ReviewState } from '../../values/vocabulary.ts'

type AskedReviews = readonly ReviewState[] | null | undefined

const acceptedAlone: readonly ReviewState[] = ['ACCEPTED']

/**
 * Keeps the nodes whose `column` is in one of these states: ACCEPTED alone, where nothing is said. The states stand in the
 * SQL as they are, so that the planner can tell where an index of proposed nodes alone will do.
 */
export const reviewed = (where: Where, review: AskedReviews, column: string): Where => {
  const states = [...new Set(review ?? acceptedAlone)].sort()
  return where.only(`${column} is ${states.join()}`, true, () => reviewIn(column, states))
}

export function reviewIn(column: string, states: readonly ReviewState[]): RawBuilder<boolean> {
  if (states.length === 0) return sql`false`
  return states.length === 1
    ? sql`${sql.ref(column)} = ${sql.lit(states[0])}`
    : sql`${sql.ref(column)} in (${sql.join(states.map((state) => sql.lit(state)))})`
}

/** The same of a node that is known. */
export const isReviewed = (state: ReviewState, review: AskedReviews): boolean =>
  (review ?? acceptedAlone).includes(state)

/** Whether that is all that a filter asks for: how many are accepted is known. */
export const isAllAccepted = (where: Where, column: string): boolean =>
  where.shape === `${column} is ACCEPTED`
