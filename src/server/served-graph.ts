import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { Graph } from '../model/graph.ts'
import { type OpenFile, openServed } from '../model/open.ts'
import { type Handle, replyJson } from './reply.ts'

/** Milliseconds between two looks at the file, but for /health, which always looks. */
const BETWEEN_LOOKS = 1000
/** Answers that are being made when the file is found replaced may take so many milliseconds to end. */
const GRACE = 30_000

interface Open {
  readonly graph: Graph
  readonly file: OpenFile['file']
  readonly handle: Handle
}

/**
 * A graph that is served as long as its file is the one that was opened. Another file in its place is opened anew; where
 * that cannot be done, each answer says so, and /health with them, until there is a graph again.
 */
export class ServedGraph {
  readonly #path: string
  readonly #serve: (graph: Graph) => Handle
  readonly #log: Logger
  #open: Open
  /** Why nothing is answered; null where all is well. */
  #fault: string | null = null
  #looked = performance.now()

  /** @param serve Makes what answers from a graph. */
  constructor(path: string, serve: (graph: Graph) => Handle, log: Logger) {
    this.#path = path
    this.#serve = serve
    this.#log = log
    this.#open = this.#opened()
  }

  readonly handle: Handle = (request, response) => {
    if (request.url === '/health' || performance.now() - this.#looked > BETWEEN_LOOKS) this.#look()
    return this.#fault === null
      ? this.#open.handle(request, response)
      : unavailable(this.#fault, request, response)
  }

  close(): void {
    this.#open.graph.engine.close()
  }

  #look(): void {
    this.#looked = performance.now()
    const before = this.#fault
    let reason: unknown
    try {
      this.#fault = this.#faultNow()
    } catch (error) {
      this.#fault = faults.unreadable
      reason = (error as Error).message
    }
    if (this.#fault === before) return
    const db = this.#path
    if (this.#fault === null) this.#log.info({ db }, 'The graph is there again.')
    else this.#log.error({ db, reason }, this.#fault)
  }

  #faultNow(): string | null {
    const fate = this.#open.file.fate()
    if (fate === 'gone' || fate === 'overwritten') return faults[fate]
    if (fate === 'replaced') this.#reopen()
    this.#open.file.requireRows()
    return null
  }

  #reopen(): void {
    const before = this.#open.graph.engine
    this.#open = this.#opened()
    this.#log.warn({ db: this.#path }, 'Another file is in the place of the one that was served: it is now.')
    setTimeout(() => before.close(), GRACE).unref()
  }

  #opened(): Open {
    const { engine, file } = openServed(this.#path)
    try {
      const graph = new Graph(engine)
      return { graph, file, handle: this.#serve(graph) }
    } catch (error) {
      engine.close()
      throw error
    }
  }
}

const faults = {
  gone: 'The graph’s file is not there any more. Put it back, or start the server with another.',
  overwritten:
    'The graph’s file was copied over while its log (-wal) held changes to what was there before. Stop the server, ' +
    'delete the files that end in -wal and -shm, copy the file again, and start the server.',
  unreadable: 'The graph’s file cannot be read. The server’s log says why.',
}

function unavailable(fault: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/health') replyJson(request, response, 503, { status: 'unavailable', reason: fault })
  else
    replyJson(request, response, 503, { errors: [{ message: fault, extensions: { code: 'UNAVAILABLE' } }] })
}
