import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'

/** The time as of which a query is answered: Unix milliseconds, given with its other values. */
export const thenInstant = slot<number>('asOf')

/** That an event had begun at a time, as far as its day is known: when anybody came to know of it is not written down. */
export const begunThen = (event: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce((select when_earliest from event begun where begun.id = ${event}) <= ${thenInstant}, true)`
