import { Worker } from 'node:worker_threads'
import { DatabaseLostError, type Loss, UnavailableError } from '../values/errors.ts'

export interface WriterJob<Request> {
  readonly id: number
  readonly request: Request
}

export interface WriteFailure {
  readonly text: string
  /** Why the engine refused, in the words of its refusals. */
  readonly refusal?: string | undefined
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

/** What the graph's file or database refuses is told, because the caller can try again or see to it; the rest is ours, and masked. */
const refusalMessages: Readonly<Record<string, string>> = {
  busy: 'Another program is writing to the graph. Try again in a while.',
  fullDisk: 'The disk of the graph is full: nothing was changed.',
  forbidden: 'The graph may not be written to by this server.',
}

/** When a database was lost, by the engine's refusals: it says so itself. */
const losses: Readonly<Record<string, Loss>> = { lost: 'while it ran', unknownOutcome: 'while it was kept' }

function failureError({ text, refusal = '' }: WriteFailure): Error {
  const loss = losses[refusal]
  if (loss) return new DatabaseLostError(text, loss)
  const message = refusalMessages[refusal]
  return message === undefined ? new Error(text) : new UnavailableError(message)
}
