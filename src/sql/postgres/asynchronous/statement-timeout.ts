import type { PoolClient } from 'pg'
import { AbandonedError, TimeoutError } from '../../../values/errors.ts'
import type { StatementLimits } from './running-statement.ts'

/** For how long each connection lets a statement run, in milliseconds. Left out where it is not known. */
const timeouts = new WeakMap<PoolClient, number>()

/** Milliseconds that the server gives any statement. */
const LEAST_TIMEOUT = 1_000
/** The same of one for which nobody has set a limit, such as a look-up of who asks. */
const WITHOUT_DEADLINE = 15_000
/** Milliseconds after which nobody waits any more for the server to take note of a limit. */
const ofSetting = { query_timeout: 5_000 }

/**
 * Sees to it that the server ends a statement by itself where this process cannot: some time after the deadline, so that it need
 * not be told anew with each statement. Null where it has been told.
 */
export function setTimeoutFor(client: PoolClient, limits: StatementLimits): Promise<void> | null {
  const left = timeLeft(limits)
  const known = timeouts.get(client)
  if (known !== undefined && fits(known, left)) return null
  const timeout = timeoutFor(left)
  return client.query({ text: `set statement_timeout = ${timeout}`, ...ofSetting }).then(() => {
    timeouts.set(client, timeout)
  })
}

/** What was set has been undone. */
export const forgetTimeout = (client: PoolClient): void => void timeouts.delete(client)

/** Milliseconds that a statement has. Throws where it has none, or nobody waits for it. */
export function timeLeft({ deadline, signal }: StatementLimits): number {
  if (signal?.aborted) throw new AbandonedError()
  if (deadline === Number.POSITIVE_INFINITY) return WITHOUT_DEADLINE
  const left = deadline - performance.now()
  if (left <= 0) throw new TimeoutError()
  return left
}

/** Whether the server's own limit is later than the deadline, and not much; or what it is for those without a deadline. */
const fits = (timeout: number, left: number): boolean =>
  timeout >= left && timeout <= Math.max(4 * left + 2 * LEAST_TIMEOUT, timeoutFor(WITHOUT_DEADLINE))

const timeoutFor = (left: number): number => Math.ceil(2 * left) + LEAST_TIMEOUT
