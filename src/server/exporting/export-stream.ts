import { Readable } from 'node:stream'
import { DatabaseLostError, UserError } from '../../values/errors.ts'
import type { ExportEnd, ExportMessage } from './export-worker.ts'

/** Chunks that may be on their way, of 64 KiB each. */
const AHEAD = 8
/** So far below nothing that no credit brings it back. */
const STOPPED = -1_000_000_000

/** What a thread writes of an export, read as fast as its reader takes it. */
export class ExportStream extends Readable {
  /** How many chunks the thread may send as yet. */
  readonly credit = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  readonly #credit = new Int32Array(this.credit)

  constructor() {
    super({ highWaterMark: 1 })
    Atomics.store(this.#credit, 0, AHEAD)
  }

  /** Takes what the thread tells. */
  hear(message: ExportMessage): void {
    if ('chunk' in message) this.push(message.chunk)
    else this.#end(message)
  }

  override _read(): void {
    this.#give(1)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#give(STOPPED)
    done(error)
  }

  #end(message: ExportEnd): void {
    if (message.end === 'written') this.push(null)
    else if (message.end === 'refused') this.destroy(new UserError(message.message))
    else if (message.end === 'lost')
      this.destroy(new DatabaseLostError(message.message, message.loss, message.code))
    else if (message.end === 'failed') this.destroy(new Error(message.message))
  }

  #give(credit: number): void {
    Atomics.add(this.#credit, 0, credit)
    Atomics.notify(this.#credit, 0)
  }
}
