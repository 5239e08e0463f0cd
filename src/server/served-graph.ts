import type { Logger } from 'pino'
import { Graph } from '../model/graph.ts'
import { restoredError } from '../model/history/revision-feed.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import type { ServedEngine } from '../sql/served-engine.ts'
import { DatabaseLostError, errorMessage } from '../values/errors.ts'
import { graphRefusalText } from './graph-refusal.ts'
import type { Handle } from './reply.ts'
import { unavailable } from './unavailable.ts'

/** Milliseconds between two looks at whether the graph is there, but for /health, which always looks. */
const BETWEEN_LOOKS = 1000
/** Answers that are being made when another graph is found in its place may take so many milliseconds to end. */
const REPLACED_GRACE = 30_000

interface OpenGraph {
  readonly served: ServedEngine
  readonly graph: Graph
  readonly handle: Handle
}

/**
 * A graph that is served as long as it is the one that was opened. Another file in the place of its own is opened anew; where
 * that cannot be done, or a database is lost, each answer says so, and /health with them, until there is a graph again.
 */
export class ServedGraph {
  readonly #openEngine: () => ServedEngine
  readonly #serve: (graph: Graph, served: ServedEngine) => Handle
  readonly #path: string
  readonly #log: Logger
  #open: OpenGraph
  /** Why nothing is answered; null where all is well. */
  #fault: string | null = null
  #looked = performance.now()
  /** Who only listens makes no request at which the file would be looked at. */
  readonly #timer = setInterval(() => {
    if (this.#open.graph.feed.isHeard) void this.#look()
  }, BETWEEN_LOOKS).unref()

  /** @param serve Makes what answers from a graph. */
  constructor(
    openEngine: () => ServedEngine,
    serve: (graph: Graph, served: ServedEngine) => Handle,
    { path, log }: { readonly path: string; readonly log: Logger },
  ) {
    this.#openEngine = openEngine
    this.#serve = serve
    this.#path = path
    this.#log = log
    this.#open = this.#opened()
  }

  readonly handle: Handle = (request, response) => {
    const isDue = request.url === '/health' || performance.now() - this.#looked > BETWEEN_LOOKS
    const looked = isDue ? this.#look() : undefined
    // Where all was well, nobody waits for a look: a statement that fails meanwhile says the same.
    return this.#fault !== null || request.url === '/health'
      ? mapAnswer(looked, () => this.#answer(request, response))
      : this.#answer(request, response)
  }

  readonly #answer: Handle = (request, response) =>
    this.#fault === null ? this.#open.handle(request, response) : unavailable(this.#fault, request, response)

  /** Ends the answers that would go on: subscriptions. */
  endStreams(): void {
    this.#open.graph.feed.close()
  }

  close(): Answer<void> {
    clearInterval(this.#timer)
    return this.#open.served.engine.close()
  }

  #look(): Answer<void> {
    this.#looked = performance.now()
    const failed = (error: unknown) => this.#settle(this.#unreadable(error), reasonOf(error))
    try {
      const looked = mapAnswer(this.#faultNow(), (fault) => this.#settle(fault))
      return looked instanceof Promise ? looked.catch(failed) : looked
    } catch (error) {
      failed(error)
    }
  }

  #unreadable(error: unknown): string {
    const lost = error instanceof DatabaseLostError ? graphRefusalText(error) : undefined
    return lost ?? this.#open.served.faults.unreadable
  }

  #settle(fault: string | null, reason?: string): void {
    const before = this.#fault
    this.#fault = fault
    if (fault === before) return
    const db = this.#path
    if (this.#fault === null) this.#log.info({ db }, 'The graph is there again.')
    else this.#log.error({ db, reason }, this.#fault)
  }

  #faultNow(): Answer<string | null> {
    const { served } = this.#open
    const fate = served.fate()
    if (fate === 'gone' || fate === 'overwritten') return served.faults[fate]
    if (fate === 'replaced') this.#reopen()
    return mapAnswer(this.#open.served.requireRows(), () => null)
  }

  #reopen(): void {
    const before = this.#open
    this.#open = this.#opened()
    before.graph.feed.close(restoredError())
    this.#log.warn({ db: this.#path }, 'Another file is in the place of the one that was served: it is now.')
    setTimeout(() => void before.served.engine.close(), REPLACED_GRACE).unref()
  }

  #opened(): OpenGraph {
    const served = this.#openEngine()
    try {
      const graph = new Graph(served.engine)
      return { served, graph, handle: this.#serve(graph, served) }
    } catch (error) {
      void served.engine.close()
      throw error
    }
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof DatabaseLostError ? error.reason : errorMessage(error)
