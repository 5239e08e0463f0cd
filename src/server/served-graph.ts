import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { Graph } from '../model/graph.ts'
import { restoredError } from '../model/history/revision-feed.ts'
import { errorMessage } from '../values/errors.ts'
import { type Handle, replyJson } from './reply.ts'

/** Milliseconds between two looks at the file, but for /health, which always looks. */
const BETWEEN_LOOKS = 1000
/** Answers that are being made when the file is found replaced may take so many milliseconds to end. */
const REPLACED_GRACE = 30_000

/** A graph's file that is watched for as long as it is served; the engine knows how. */
export interface WatchedFile {
  readonly engine: Graph['engine']
  /** Tells what has become of the file since it was opened. */
  fate(): 'same' | 'replaced' | 'gone' | 'overwritten'
  /** The message for a file that was overwritten: what is wrong with it, and what to do. */
  readonly overwritten: string
  /** Throws where the file cannot be read to its end. */
  requireRows(): void
}

interface OpenGraph {
  readonly file: WatchedFile
  readonly graph: Graph
  readonly handle: Handle
}

/**
 * A graph that is served as long as its file is the one that was opened. Another file in its place is opened anew; where
 * that cannot be done, each answer says so, and /health with them, until there is a graph again.
 */
export class ServedGraph {
  readonly #openFile: () => WatchedFile
  readonly #serve: (graph: Graph) => Handle
  readonly #path: string
  readonly #log: Logger
  #open: OpenGraph
  /** Why nothing is answered; null where all is well. */
  #fault: string | null = null
  #looked = performance.now()
  /** Who only listens makes no request at which the file would be looked at. */
  readonly #timer = setInterval(() => {
    if (this.#open.graph.feed.isHeard) this.#look()
  }, BETWEEN_LOOKS).unref()

  /** @param serve Makes what answers from a graph. */
  constructor(
    openFile: () => WatchedFile,
    serve: (graph: Graph) => Handle,
    { path, log }: { readonly path: string; readonly log: Logger },
  ) {
    this.#openFile = openFile
    this.#serve = serve
    this.#path = path
    this.#log = log
    this.#open = this.#opened()
  }

  readonly handle: Handle = (request, response) => {
    if (request.url === '/health' || performance.now() - this.#looked > BETWEEN_LOOKS) this.#look()
    return this.#fault === null
      ? this.#open.handle(request, response)
      : unavailable(this.#fault, request, response)
  }

  /** Ends the answers that would go on: subscriptions. */
  endStreams(): void {
    this.#open.graph.feed.close()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#open.file.engine.close()
  }

  #look(): void {
    this.#looked = performance.now()
    const before = this.#fault
    let reason: unknown
    try {
      this.#fault = this.#faultNow()
    } catch (error) {
      this.#fault = servingFaults.unreadable
      reason = errorMessage(error)
    }
    if (this.#fault === before) return
    const db = this.#path
    if (this.#fault === null) this.#log.info({ db }, 'The graph is there again.')
    else this.#log.error({ db, reason }, this.#fault)
  }

  #faultNow(): string | null {
    const { file } = this.#open
    const fate = file.fate()
    if (fate === 'gone') return servingFaults.gone
    if (fate === 'overwritten') return file.overwritten
    if (fate === 'replaced') this.#reopen()
    this.#open.file.requireRows()
    return null
  }

  #reopen(): void {
    const before = this.#open
    this.#open = this.#opened()
    before.graph.feed.close(restoredError())
    this.#log.warn({ db: this.#path }, 'Another file is in the place of the one that was served: it is now.')
    setTimeout(() => before.file.engine.close(), REPLACED_GRACE).unref()
  }

  #opened(): OpenGraph {
    const file = this.#openFile()
    try {
      const graph = new Graph(file.engine)
      return { file, graph, handle: this.#serve(graph) }
    } catch (error) {
      file.engine.close()
      throw error
    }
  }
}

const servingFaults = {
  gone: 'The graph’s file is not there any more. Put it back, or start the server with another.',
  unreadable: 'The graph’s file cannot be read. The server’s log says why.',
}

function unavailable(fault: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/health') replyJson(request, response, 503, { status: 'unavailable', reason: fault })
  else
    replyJson(request, response, 503, { errors: [{ message: fault, extensions: { code: 'UNAVAILABLE' } }] })
}
