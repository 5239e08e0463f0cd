import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { dayIsUnknown } from './said.ts'

/** The earlier of two instants, of which either may be unknown: when something said in a source was known. */
export const earlier = (column: string, other: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql<number | null>`min(coalesce(${sql.ref(column)}, ${other}), coalesce(${other}, ${sql.ref(column)}))`

/** The time as of which a query is answered: Unix milliseconds, given with its other values. */
export const thenInstant = slot<number>('asOf')

/** That an event had begun at a time, as far as its day is known: when anybody came to know of it is not written down. */
export const begunThen = (event: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce((select when_earliest from event begun where begun.id = ${event}) <= ${thenInstant}, true)`

/** What was known last comes first, as it sets a position; of what became known at once, that whose day is known. */
export const latestFirst = (statement: string): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${statement}.${name}`)
  return sql`${column('known_at')} desc, ${dayIsUnknown(`${statement}.said_edtf`)},
    ${column('said_order')} desc, ${column('id')} desc`
}

/**
 * Where actors stood at a time: the position of now, where it was known by then or they never took another, and otherwise
 * what the last statement says that was known. Whoever had said nothing stood nowhere. `which` chooses among the positions
 * `po`; where it does not, the planner looks into them and goes by what they are joined with.
 */
export const stancesThen = (
  which: RawBuilder<unknown> = sql`true`,
): RawBuilder<Record<string, unknown>> => sql`(
  select po.actor_id, po.claim_id, case
      when po.known_at <= ${thenInstant} or not po.changed then po.stance
      else (
        select s.stance from statement s
        where s.claim_id = po.claim_id and s.principal_id = po.actor_id and s.review = 'ACCEPTED'
          and s.stance is not null and s.known_at <= ${thenInstant}
        order by ${latestFirst('s')} limit 1
      ) end as stance
  from position po where ${which} and po.first_known_at <= ${thenInstant})`
