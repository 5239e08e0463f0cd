import { Worker } from 'node:worker_threads'
import type { WriteDesk, WriteRequest, WriteResult } from '../edits/request.ts'
import { UnavailableError } from '../values/errors.ts'

export interface DeskJob {
  readonly id: number
  readonly request: WriteRequest
}

interface WriteFailure {
  readonly text: string
  /** Why the engine refused, in the words of its refusals. */
  readonly refusal?: string | undefined
}

export interface DeskAnswer {
  readonly id: number
  readonly result?: WriteResult
  readonly failure?: WriteFailure
}

interface Waiting {
  readonly resolve: (result: WriteResult) => void
  readonly reject: (error: Error) => void
}

/** So many changes wait for their turn; whoever comes then is told to try again. */
const LONGEST_QUEUE = 1_000

/**
 * Changes a graph in a thread of its own, which is started when the first change comes. A long change, or another program
 * that has the file's lock, keeps those waiting who write, and nobody who reads.
 */
export class ThreadDesk implements WriteDesk {
  readonly #path: string
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #next = 1

  constructor(path: string) {
    this.#path = path
  }

  write(request: WriteRequest): Promise<WriteResult> {
    if (this.#waiting.size >= LONGEST_QUEUE)
      return Promise.reject(new UnavailableError('Too many changes are waiting. Try again in a while.'))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#started().postMessage({ id, request } satisfies DeskJob)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./desk-worker.js', import.meta.url), { workerData: this.#path })
    worker.unref()
    worker.on('message', (answer: DeskAnswer) => this.#settle(answer))
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('The thread that writes has ended.')))
    this.#worker = worker
    return worker
  }

  #settle({ id, result, failure }: DeskAnswer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (result) waiting?.resolve(result)
    else waiting?.reject(failureError(failure ?? { text: 'The thread that writes gave no answer.' }))
  }

  /** The next change starts another thread. */
  #fail(error: Error): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#worker = null
    for (const { reject } of waiting) reject(error)
  }
}

/** What the graph's file refuses is told, because the caller can try again or see to it; the rest is ours, and masked. */
const refusalMessages: Readonly<Record<string, string>> = {
  busy: 'Another program is writing to the graph. Try again in a while.',
  fullDisk: 'The disk of the graph is full: nothing was changed.',
  forbidden: 'The graph’s file may not be written to.',
  lost: 'The database of the graph does not answer: nothing was changed. Try again in a moment.',
  unknownOutcome:
    'The database of the graph was lost while it kept the change, which may be there or not. See whether it is before you make it again.',
}

function failureError({ text, refusal = '' }: WriteFailure): Error {
  const message = refusalMessages[refusal]
  return message === undefined ? new Error(text) : new UnavailableError(message)
}
