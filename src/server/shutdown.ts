import type { Server } from 'node:http'
import type { Logger } from 'pino'

/** Open answers may take so many milliseconds to end; then they are cut off. */
const GRACE = 5_000

/**
 * On SIGTERM or SIGINT: takes no more connections, drops the idle ones, lets the others finish, closes what was opened
 * and exits. A second signal exits at once.
 */
export function stopOnSignals(server: Server, log: Logger, close: () => void, grace = GRACE): void {
  let isStopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'Stopping')
    stopServer(server, grace).then(() => {
      close()
      log.info('Stopped')
      process.exit(0)
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

export function stopServer(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace)
    // A connection that is kept alive becomes idle only after its answer, and nothing else closes it then.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
