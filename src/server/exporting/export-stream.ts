import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { UserError } from '../../values/errors.ts'
import type { ExportJob, ExportMessage } from './export-worker.ts'

/** Chunks that may be on their way, of 64 KiB each. */
const AHEAD = 8
/** So far below nothing that no credit brings it back. */
const STOPPED = -1_000_000_000

/** What a thread writes of an export, read as fast as its reader takes it. */
export class ExportStream extends Readable {
  readonly #worker: Worker
  readonly #credit: Int32Array

  constructor(job: Omit<ExportJob, 'credit'>) {
    super({ highWaterMark: 1 })
    const credit = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    this.#credit = new Int32Array(credit)
    Atomics.store(this.#credit, 0, AHEAD)
    const workerData: ExportJob = { ...job, credit }
    this.#worker = new Worker(new URL('./export-worker.js', import.meta.url), { workerData })
    this.#worker.on('message', (message: ExportMessage) => this.#take(message))
    this.#worker.once('error', (error) => this.destroy(error as Error))
    this.#worker.once('exit', () => {
      if (!this.readableEnded && !this.destroyed)
        this.destroy(new Error('The thread that exports has ended.'))
    })
  }

  override _read(): void {
    this.#give(1)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#give(STOPPED)
    void this.#worker.terminate()
    done(error)
  }

  #give(credit: number): void {
    Atomics.add(this.#credit, 0, credit)
    Atomics.notify(this.#credit, 0)
  }

  #take(message: ExportMessage): void {
    if ('chunk' in message) this.push(message.chunk)
    else if ('end' in message) this.push(null)
    else if ('refused' in message) this.destroy(new UserError(message.refused))
    else this.destroy(new Error(message.failed))
  }
}
