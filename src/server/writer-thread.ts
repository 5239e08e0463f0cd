import { Worker } from 'node:worker_threads'
import { UnavailableError } from '../values/errors.ts'
import { failureError, type WriteFailure } from './writer-failure.ts'

export interface WriterJob<Request> {
  readonly id: number
  readonly request: Request
}

export interface WriterAnswer<Result> {
  readonly id: number
  readonly result?: Result
  readonly failure?: WriteFailure
}

interface Waiting<Result> {
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/** So many changes wait for their turn; whoever comes then is told to try again. */
const LONGEST_QUEUE = 1_000

/**
 * Changes a graph in a thread of its own, which is started when the first change comes. A long change, or another program
 * that has the graph's lock, keeps those waiting who write, and nobody who reads.
 */
export class WriterThread<Request, Result> {
  readonly #path: string
  readonly #script: URL
  readonly #waiting = new Map<number, Waiting<Result>>()
  #worker: Worker | null = null
  #next = 1

  /** @param script What the thread runs. */
  constructor(path: string, script: URL) {
    this.#path = path
    this.#script = script
  }

  write(request: Request): Promise<Result> {
    if (this.#waiting.size >= LONGEST_QUEUE)
      return Promise.reject(new UnavailableError('Too many changes are waiting. Try again in a while.'))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#started().postMessage({ id, request } satisfies WriterJob<Request>)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#script, { workerData: this.#path })
    worker.unref()
    worker.on('message', (answer: WriterAnswer<Result>) => this.#settle(answer))
    worker.on('error', (error: Error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('The thread that writes has ended.')))
    this.#worker = worker
    return worker
  }

  #settle({ id, result, failure }: WriterAnswer<Result>): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (failure) waiting?.reject(failureError(failure))
    else waiting?.resolve(result as Result)
  }

  /** The next change starts another thread. */
  #fail(error: Error): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#worker = null
    for (const { reject } of waiting) reject(error)
  }
}
