import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface UnreadPatience {
  /** The milliseconds for which a connection may stand still: nothing comes, and nothing that waits for it is taken. */
  readonly wait: number
  /** The bytes that may wait for all clients together. */
  readonly most: number
}

/**
 * The usual patience: a client in a tunnel comes back within half a minute; four answers of the largest size may wait
 * meanwhile.
 */
const patience: UnreadPatience = { wait: 30_000, most: 64 * 1024 * 1024 }

/**
 * Bounds what is kept for clients that do not read. One that takes nothing for a while is ended: node looks whether what
 * waits has become less, so that a slow client is not. And where too much waits for all of them together, those go first
 * that have waited longest, before another answer is made.
 */
export function boundUnread(server: Server, { wait, most }: UnreadPatience = patience): void {
  /** The connections that wait, in the order in which something was last asked on them, and what that was. */
  const waiting = new Map<Socket, IncomingMessage>()
  server.setTimeout(wait, (socket) => {
    if (!isBeingAnswered(socket, waiting.get(socket))) endIfNothingCame(socket)
  })
  server.on('connection', (socket: Socket) => socket.once('close', () => waiting.delete(socket)))
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    endLongest(waiting, most)
    waiting.delete(socket)
    waiting.set(socket, request)
    response.once('finish', () => waiting.delete(socket))
  })
}

/** Whether a connection stands still because its answer takes long, such as that to a large import: nobody there is to blame. */
const isBeingAnswered = (socket: Socket, request: IncomingMessage | undefined): boolean =>
  request?.complete === true && socket.writableLength === 0

function endLongest(waiting: Map<Socket, IncomingMessage>, most: number): void {
  let bytes = 0
  for (const socket of waiting.keys()) bytes += socket.writableLength
  for (const socket of waiting.keys()) {
    if (bytes <= most) return
    // To end one for which nothing waits, such as that of a subscription, would free nothing.
    if (socket.writableLength === 0) continue
    bytes -= socket.writableLength
    waiting.delete(socket)
    end(socket)
  }
}

/**
 * A timer that is late, since an operation held up everything else, runs before what has arrived meanwhile is read. So the
 * connection is ended one step later, and not at all where a request came on it.
 */
function endIfNothingCame(socket: Socket): void {
  const before = socket.bytesRead
  setImmediate(() => {
    if (socket.bytesRead === before) end(socket)
  })
}

/** Without the usual goodbye, behind which the system would keep what was not sent. */
const end = (socket: Socket): void => void socket.resetAndDestroy()
