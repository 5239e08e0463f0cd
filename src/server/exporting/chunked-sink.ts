import type { Sink } from '../../formats/out/export-format.ts'

/** Bytes that are sent together. */
const CHUNK = 64 * 1024

/** Whoever wanted an export does not want it any more. */
export class ExportStopped extends Error {}

/** Gathers what is written into chunks, and waits with each until the reader has room for it. */
export class ChunkedSink implements Sink {
  readonly #credit: Int32Array
  readonly #send: (chunk: Uint8Array) => void
  #chunk = Buffer.allocUnsafe(CHUNK)
  #length = 0

  /** @param credit How many chunks may be sent; a negative number ends the export. */
  constructor(credit: SharedArrayBuffer, send: (chunk: Uint8Array) => void) {
    this.#credit = new Int32Array(credit)
    this.#send = send
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK - this.#length)
      this.#chunk.set(part, this.#length)
      this.#length += part.length
      at += part.length
      if (this.#length === CHUNK) this.end()
    }
  }

  /** Sends what is left. */
  end(): void {
    if (this.#length === 0) return
    this.#takeCredit()
    this.#send(this.#chunk.subarray(0, this.#length))
    this.#chunk = Buffer.allocUnsafe(CHUNK)
    this.#length = 0
  }

  #takeCredit(): void {
    for (;;) {
      const there = Atomics.load(this.#credit, 0)
      if (there < 0) throw new ExportStopped()
      if (there === 0) Atomics.wait(this.#credit, 0, 0)
      else if (Atomics.compareExchange(this.#credit, 0, there, there - 1) === there) return
    }
  }
}
