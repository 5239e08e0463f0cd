import { MIB } from '../values/mib.ts'
import { progressLine } from './progress.ts'

/** Milliseconds until a program is told how far an export is, and then again. */
const TOLD_EVERY = 3_000

/** Tells how far an export is: on a terminal in one line, elsewhere in a line of JSON every few seconds. */
export class ExportProgress {
  readonly #line = progressLine()
  readonly #isTerminal = process.stderr.isTTY === true
  #nodes = 0
  #bytes = 0
  #next = performance.now() + TOLD_EVERY

  readonly onNodes = (count: number): void => {
    this.#nodes += count
    this.#tell()
  }

  /** @param bytes How much was written in all. */
  wrote(bytes: number): void {
    this.#bytes = bytes
  }

  end(): void {
    this.#line('')
  }

  #tell(): void {
    if (this.#isTerminal) {
      this.#line(
        `${this.#nodes.toLocaleString('en')} nodes read, ${(this.#bytes / MIB).toFixed(1)} MiB written`,
      )
      return
    }
    if (performance.now() < this.#next) return
    this.#next = performance.now() + TOLD_EVERY
    console.error(JSON.stringify({ nodes: this.#nodes, bytes: this.#bytes }))
  }
}
