import { createServer, type Server } from 'node:http'
import { UserError } from '../values/errors.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import type { Handle } from './reply.ts'
import { boundUnread, type UnreadPatience } from './unread.ts'

/** A slow client may take so long to say what it asks, in milliseconds; then it is cut off. */
const HEADERS_TIMEOUT = 30_000
/** And so long to send all of it: a file of 64 MiB over a line of 2 Mbit a second. One that stands still is ended before. */
const REQUEST_TIMEOUT = 5 * 60_000
/**
 * A connection on which nothing is asked stays open for so many milliseconds: longer than the usual proxy keeps its own
 * (60 s), so that it is the proxy that closes it and never asks on one that was just closed here.
 */
const KEEP_ALIVE_TIMEOUT = 72_000

/** Starts to listen, and fails with a message that says what to do about it. */
export function listen(
  handle: Handle,
  { host, port, unread }: { host: string; port: number; unread?: UnreadPatience },
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    },
    handle,
  )
  boundUnread(server, unread)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new UserError(listenProblem(error, host, port))),
    )
    server.listen(port, host, () => resolve(server))
  })
}

export function urlOf(server: Server): string {
  const bound = server.address()
  if (!isObjectLike(bound)) throw new Error('The server listens on no port.')
  const { address, family, port } = bound
  const isAnywhere = address === '0.0.0.0' || address === '::'
  const host = isAnywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}

function listenProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken. Stop what listens there, or choose another with --port.`
    case 'EACCES':
      return `Port ${port} may not be used without more rights. Choose one above 1023 with --port.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Choose another with --host.`
    default:
      return `Cannot listen on ${host}:${port}: ${message}`
  }
}
