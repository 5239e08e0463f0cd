// @ts-check
/**
 * Gives up a connection over which the server answers no more, so that nobody who writes stands still for ever: a network may
 * lose all that is sent without a word. Long work is no silence, such as to make an index: the server says that it is at it.
 */
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'

/** How many looks in a row must find nobody at work: a single one may have come between two statements. */
const LOOKS = 2

/**
 * Waits for what a connection was asked. Where that is given up, it fails as with any other connection that is lost.
 *
 * @template T
 * @param {import('../servers/server-client.js').ServerClient} client
 * @param {{ readonly silence: number, readonly timeout: number }} bounds How many milliseconds may pass without a word until
 *   somebody looks; and for how many the server lets a statement run, 0 for ever.
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
export async function unlessSilent(client, bounds, answer) {
  const over = new AbortController()
  listen(client, bounds, over.signal).catch(() => undefined)
  try {
    return await answer
  } finally {
    over.abort()
  }
}

/**
 * @param {import('../servers/server-client.js').ServerClient} client
 * @param {{ readonly silence: number, readonly timeout: number }} bounds
 * @param {AbortSignal} signal
 */
async function listen(client, { silence, timeout }, signal) {
  const stream = /** @type {import('node:net').Socket} */ (client.connection.stream)
  const longest = timeout > 0 ? timeout + silence : Number.POSITIVE_INFINITY
  let heard = { bytes: stream.bytesRead, at: performance.now() }
  for (let looks = 0; ; ) {
    await setTimeout(silence, null, { signal })
    const isAtWork = await worksFor(client, silence)
    signal.throwIfAborted()
    if (stream.bytesRead !== heard.bytes) {
      heard = { bytes: stream.bytesRead, at: performance.now() }
      looks = 0
      continue
    }
    looks = isAtWork ? 0 : looks + 1
    if (looks < LOOKS && performance.now() - heard.at <= longest) continue
    stream.destroy(new Error('The server answers no more.'))
    return
  }
}

/**
 * Whether the server says that it is at work for a connection, or anything else over another one.
 *
 * @param {import('../servers/server-client.js').ServerClient} client
 * @param {number} milliseconds
 */
async function worksFor(client, milliseconds) {
  const bounds = { connectionTimeoutMillis: milliseconds, query_timeout: milliseconds }
  const other = new Client({ connectionString: client.url, ...bounds })
  other.on('error', () => undefined)
  try {
    await other.connect()
    const { rows } = await other.query(
      `select from pg_stat_activity where pid = $1 and state in ('active', 'disabled')`,
      [/** @type {any} */ (client).processID],
    )
    return rows.length > 0
  } catch (error) {
    // Only a server has words for how severe an error is.
    return /** @type {any} */ (error).severity !== undefined
  } finally {
    other.end().catch(() => undefined)
  }
}
