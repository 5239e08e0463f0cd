import { type RawBuilder, sql } from 'kysely'
import type { SqlPart } from '../../sql/build.ts'
import { begunThen, thenInstant } from '../conditions/known.ts'
import { stancesThen } from './position-rule.ts'

/** What the SQL of ties rests on: all that is known, or what was known at a time. Conditions begin with `and`. */
export interface Moment {
  readonly isPast: boolean
  /** That a statement of this id had been said or published. */
  readonly known: (statement: SqlPart) => SqlPart
  /** That an event of this id had begun, as far as its day is known. */
  readonly begun: (event: SqlPart) => SqlPart
  /** The same of whoever belongs to a body: a condition on `affiliation`. */
  readonly joined: SqlPart
  /** Who stood where. Those of the past are worked out, of those positions `po` alone that `which` chooses, if it is given. */
  readonly positions: (which?: SqlPart) => RawBuilder<Record<string, unknown>>
}

export const present: Moment = {
  isPast: false,
  known: () => sql``,
  begun: () => sql``,
  joined: sql``,
  positions: () => sql`position`,
}

export const past: Moment = {
  isPast: true,
  known: (statement) =>
    sql`and (select known_at from statement known where known.id = ${statement}) <= ${thenInstant}`,
  begun: (event) => sql`and ${begunThen(event)}`,
  joined: sql`and coalesce(from_earliest <= ${thenInstant}, true)`,
  positions: stancesThen,
}
