import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'

/** A request that takes longer than so many milliseconds is worth a line by itself. */
const SLOW = 1_000

/** One line for a request once it is answered. Queries and variables are nobody's business and are not in it. */
export function logRequest(
  log: Logger,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
): void {
  const start = performance.now()
  response.once('close', () => {
    const ms = Math.round(performance.now() - start)
    const status = response.statusCode
    const level = status >= 500 ? 'error' : ms > SLOW ? 'info' : 'debug'
    if (!log.isLevelEnabled(level)) return
    log[level]({ method, path: url.split('?', 1)[0], status, ms }, 'request')
  })
}
