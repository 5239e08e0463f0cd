import { sql } from 'kysely'
import { slot } from '../../sql/query.ts'
import type { LinkType } from '../../values/vocabulary.ts'
import type { Tie } from './adjacency.ts'

/**
 * Many ties as one parameter, so that one statement answers for all of them: a list of JSON of which each has its place
 * among those asked for, its two ends, and the role of a participation or whether a side is the same.
 */
export const askedTies = {
  ties: sql`json_each(${slot('ties')}) as asked`,
  tie: sql`asked.value ->> 0`,
  from: sql`asked.value ->> 1`,
  to: sql`asked.value ->> 2`,
  detail: sql`asked.value ->> 3`,
}

/** What is found of the ties of these types; nothing is asked where there are none. */
export function listOf<Found>(
  ties: readonly Tie[],
  types: readonly LinkType[],
  find: (asked: string) => Found[],
): Found[] {
  const asked = ties.flatMap(({ type, fromId, toId, role }, tie) =>
    types.includes(type) ? [[tie, fromId, toId, role ?? (type === 'SAME_SIDE' ? 1 : 0)]] : [],
  )
  return asked.length > 0 ? find(JSON.stringify(asked)) : []
}
