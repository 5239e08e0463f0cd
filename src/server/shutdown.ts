import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'

/** Open answers may take so many milliseconds to end; then they are cut off. */
const STOP_GRACE = 5_000
/** And so long what was opened to close, such as connections to a database that is gone. */
const CLOSE_GRACE = 2_000
/** The milliseconds within which requests arrive that were sent before their clients could know. */
const ARRIVAL = 250

/**
 * Stops the server on SIGTERM or SIGINT: it takes no more connections, answers what is on its way on those that there
 * are, drops the idle ones, ends what would go on, lets the others finish, closes what was opened and exits. A second signal
 * exits at once.
 */
export function stopOnSignals(
  server: Server,
  log: Logger,
  { end, close }: { readonly end: () => void; readonly close: () => Promise<void> },
): void {
  let isStopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'Stopping')
    end()
    void stopServer(server, STOP_GRACE, ARRIVAL)
      .then(() => Promise.race([close(), setTimeout(CLOSE_GRACE)]))
      .finally(() => {
        log.info('Stopped')
        process.exit(0)
      })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

export function stopServer(server: Server, grace: number, arrival = 0): Promise<void> {
  return new Promise((resolve) => {
    // The server is about to close: whoever is answered from now on is told not to ask here again.
    server.prependListener('request', (_, response: ServerResponse) => {
      response.shouldKeepAlive = false
    })
    const cut = globalThis.setTimeout(() => server.closeAllConnections(), grace)
    let sweep: NodeJS.Timeout | undefined
    closeListener(server, () => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
    globalThis.setTimeout(() => {
      // A connection that is kept alive becomes idle only after its answer, and nothing else closes it then.
      sweep = setInterval(() => dropIdle(server), 50)
      dropIdle(server)
    }, arrival)
  })
}

/**
 * Closes the listener alone. http's own `close` would first drop the connections that seem idle, be a request on its
 * way or not.
 */
const closeListener = (server: Server, done: () => void): void =>
  void NetServer.prototype.close.call(server, done)

/** Drops the idle connections once what has arrived is read: a timer that is late comes before that. */
const dropIdle = (server: Server): void => void setImmediate(() => server.closeIdleConnections())
