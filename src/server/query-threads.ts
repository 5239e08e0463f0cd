import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { GraphQLErrorExtensions } from 'graphql'
import type { OperationBounds } from '../api/run/executor.ts'
import type { Asker } from '../model/users/asker.ts'
import { badRequest } from './body.ts'
import { busy } from './turns.ts'

/** What a thread is asked: a document that was found valid, and what it is asked with. */
export interface ThreadQuery {
  readonly query: string
  readonly operationName: string | null | undefined
  readonly variables: Readonly<Record<string, unknown>> | null | undefined
  readonly user: Asker | null
}

/** The whole answer as it is told, and what else decides how it is sent. */
export interface ThreadAnswer {
  readonly text: string
  readonly hasData: boolean
  /** What each of its errors says of itself. */
  readonly errors: readonly GraphQLErrorExtensions[]
  /** What was masked, by the ids that its client was told. */
  readonly unexpected: readonly { readonly id: string; readonly error: unknown }[]
  readonly milliseconds: number
}

/** What a thread opens, and is bounded by. */
export interface ThreadGraph extends OperationBounds {
  readonly path: string
}

export interface ThreadOptions extends ThreadGraph {
  /** The milliseconds that a query may take in the server's own thread; none at all goes there where it is 0. */
  readonly quick?: number
  /** What a thread runs, where this is not run as it is built. */
  readonly script?: URL
}

interface Job {
  readonly query: ThreadQuery
  readonly isGone: () => boolean
  readonly resolve: (answer: ThreadAnswer) => void
  readonly reject: (error: Error) => void
}

interface QueryThread {
  readonly worker: Worker
  /** What it is answering. */
  job: Job | null
  /** Whether it has loaded all that it needs. */
  isReady: boolean
  /** Ends it when nothing was asked for a while. */
  readonly idle: NodeJS.Timeout
}

/** Whoever asks something small hardly notices that it waited so many milliseconds. */
const QUICK = 40
/** So many queries wait for a thread: at the largest size of a body, 32 MiB. */
const MOST_WAITING = 32
/** Milliseconds without a question after which a thread ends. */
const IDLE = 10 * 60_000
/** One processor is the server's own. More threads than a few would take the memory, and read the same disk. */
const MOST_THREADS = Math.min(4, Math.max(1, availableParallelism() - 1))

/**
 * Answers queries in threads that have connections of their own, so that a long one holds up nobody. Threads are started as
 * they are needed, and each answers one query at a time.
 */
export class QueryThreads {
  readonly quick: number
  readonly #graph: ThreadGraph
  readonly #script: URL
  readonly #threads = new Set<QueryThread>()
  readonly #waiting: Job[] = []
  #isClosed = false

  constructor({ script, quick = QUICK, ...graph }: ThreadOptions) {
    this.quick = quick
    this.#graph = graph
    this.#script = script ?? new URL('./query-worker.js', import.meta.url)
  }

  /** @param isGone Whether whoever has asked is not there any more, so that nobody waits for the answer. */
  ask(query: ThreadQuery, isGone: () => boolean): Promise<ThreadAnswer> {
    if (this.#waiting.length >= MOST_WAITING) throw busy()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, isGone, resolve, reject })
      this.#takeNext()
    })
  }

  /** The threads that there are. */
  get size(): number {
    return this.#threads.size
  }

  /** Whether a thread would begin at once, or after what it is answering. */
  get isReady(): boolean {
    for (const thread of this.#threads) if (thread.isReady) return true
    return false
  }

  /** Starts a thread where there is none yet, for what may come. */
  warmUp(): void {
    if (this.#threads.size === 0 && !this.#isClosed) this.#start()
  }

  /** Ends each thread once all that was asked is answered. */
  close(): void {
    this.#isClosed = true
    this.#endIdle()
  }

  async terminate(): Promise<void> {
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #takeNext(): void {
    for (let job = this.#waiting[0]; job; job = this.#waiting[0]) {
      const thread = job.isGone() ? null : this.#freeThread()
      if (thread === undefined) return
      this.#waiting.shift()
      if (thread) give(thread, job)
      else job.reject(badRequest('The client hung up.'))
    }
    if (this.#isClosed) this.#endIdle()
  }

  #freeThread(): QueryThread | undefined {
    for (const thread of this.#threads) if (!thread.job) return thread
    return this.#threads.size < MOST_THREADS ? this.#start() : undefined
  }

  #start(): QueryThread {
    const worker = new Worker(this.#script, { workerData: this.#graph })
    worker.unref()
    const idle = setTimeout(() => this.#endIdle(thread), IDLE).unref()
    const thread: QueryThread = { worker, job: null, isReady: false, idle }
    // The first that it says is that it has loaded.
    worker.on('message', (answer: ThreadAnswer | null) => {
      thread.isReady = true
      if (answer === null) return
      thread.job?.resolve(answer)
      thread.job = null
      idle.refresh()
      this.#takeNext()
    })
    worker.on('error', (error: Error) => this.#fail(thread, error))
    worker.on('exit', () => this.#fail(thread, new Error('The thread that answers queries has ended.')))
    this.#threads.add(thread)
    return thread
  }

  /** The next question starts another thread. */
  #fail(thread: QueryThread, error: Error): void {
    clearTimeout(thread.idle)
    this.#threads.delete(thread)
    thread.job?.reject(error)
    thread.job = null
    this.#takeNext()
  }

  #endIdle(only?: QueryThread): void {
    for (const thread of only ? [only] : this.#threads)
      if (thread.job) thread.idle.refresh()
      else {
        // At once, so that it is not given a query while it ends.
        this.#threads.delete(thread)
        void thread.worker.terminate()
      }
  }
}

function give(thread: QueryThread, job: Job): void {
  thread.job = job
  thread.worker.postMessage(job.query)
}
