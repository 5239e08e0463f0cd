import { sql } from 'kysely'
import { eachTuple } from '../../sql/dialect.ts'
import type { Answer } from '../../sql/engine.ts'
import type { LinkType } from '../../values/vocabulary.ts'
import type { Tie } from './tie.ts'

/**
 * Many ties as one parameter, so that one statement answers for all of them: a list of JSON of which each has its place
 * among those asked for, its two ends, and the role of a participation, or which of the two sides is asked for.
 */
export const askedTies = {
  ties: sql`${eachTuple('ties', { tie: 'number', source: 'number', target: 'number', detail: 'text' })} as asked`,
  tie: sql`asked.tie`,
  from: sql`asked.source`,
  to: sql`asked.target`,
  detail: sql`asked.detail`,
}

/** What is found of the ties of these types; nothing is asked where there are none. */
export function listOf<Found>(
  ties: readonly Tie[],
  types: readonly LinkType[],
  find: (asked: string) => Answer<Found[]>,
): Answer<Found[]> {
  const asked = ties.flatMap(({ type, fromId, toId, role }, tie) =>
    types.includes(type) ? [[tie, fromId, toId, role ?? type]] : [],
  )
  return asked.length > 0 ? find(JSON.stringify(asked)) : []
}
