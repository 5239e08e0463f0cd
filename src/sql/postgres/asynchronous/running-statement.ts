import { Client, type PoolClient } from 'pg'
import { AbandonedError } from '../../../values/errors.ts'
import { ServerClient } from '../servers/server-client.js'

/** Milliseconds after which a statement is asked again to end: one that had not begun took no note of the first time. */
const BEFORE_ASKING_AGAIN = 500

/** What is longer, a timer of Node's takes for no time at all. */
const LONGEST_TIMER = 2 ** 31

/** Milliseconds after which a statement is not waited for any more that has no deadline: the server would have ended it long before. */
const BEFORE_GIVING_UP = 45_000

/** Milliseconds for which the way to the server is looked for, and for which it may take to end a statement. */
const LONGEST_WAIT = 2_000

/** When a statement is to end, whether it is done or not. */
export interface StatementLimits {
  /** In the terms of `performance.now()`. */
  readonly deadline: number
  /** Aborted once nobody waits for the answer any more. */
  readonly signal: AbortSignal | null
}

export const noLimits: StatementLimits = { deadline: Number.POSITIVE_INFINITY, signal: null }

/**
 * Runs a statement, and has the server end it at its limits: by a connection of its own, because those of the pool may all be
 * busy, and this one is. It is over once that has been done, so that nothing else on the connection is ended in its place.
 */
export function runLimited<T>(
  client: PoolClient,
  limits: StatementLimits,
  run: () => Promise<T>,
): Promise<T> {
  if (limits.signal?.aborted) return Promise.reject(new AbandonedError())
  return endedAtLimits(client, limits, run())
}

/** The same for one that is running already. */
export async function endedAtLimits<T>(
  client: PoolClient,
  { deadline, signal }: StatementLimits,
  running: Promise<T>,
): Promise<T> {
  let isOver = false
  let ending: Promise<void> | null = null
  const end = () => {
    ending ??= endStatement(client, () => isOver)
  }
  if (signal?.aborted) end()
  const left = deadline === Number.POSITIVE_INFINITY ? BEFORE_GIVING_UP : deadline - performance.now()
  const timer = left < LONGEST_TIMER ? setTimeout(end, left) : undefined
  signal?.addEventListener('abort', end)
  try {
    return await running
  } finally {
    isOver = true
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
    await ending
  }
}

const bounds = { connectionTimeoutMillis: LONGEST_WAIT, query_timeout: LONGEST_WAIT }

/**
 * Asks the server until the statement has ended. Where there is no way to it, or it does not listen, the connection is given up:
 * whoever waits for the statement is told that the database is lost, and the server ends it by its own time limit.
 */
async function endStatement(client: PoolClient, isOver: () => boolean): Promise<void> {
  const backend = backendOf(client)
  if (backend === null || !(client instanceof ServerClient)) return
  const other = new Client({ connectionString: client.url, ...bounds })
  other.on('error', () => undefined)
  try {
    await other.connect()
    for (const end = performance.now() + LONGEST_WAIT; !isOver() && performance.now() < end; ) {
      await other.query('select pg_cancel_backend($1)', [backend])
      await untilOver(isOver)
    }
  } catch {
    // See above.
  } finally {
    if (!isOver()) client.end().catch(() => undefined)
    await other.end().catch(() => undefined)
  }
}

/** Waits a while, in short steps, for a statement that was asked to end. */
async function untilOver(isOver: () => boolean): Promise<void> {
  for (let waited = 0; waited < BEFORE_ASKING_AGAIN && !isOver(); waited += STEP)
    await new Promise((resolve) => setTimeout(resolve, STEP))
}

const STEP = 5

/** The number of the server's process that serves a connection, which `pg` keeps and does not declare. */
const backendOf = (client: PoolClient): number | null =>
  'processID' in client && typeof client.processID === 'number' ? client.processID : null
