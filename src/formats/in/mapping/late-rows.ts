import type { TableRecord } from './table-records.ts'
import { TableFault } from './table-text.ts'

/** The file is begun again this often at most: problems mostly come in the order of its lines. */
const MOST_TIMES = 20

/** Reads rows again of which something turns out to be wrong once all have been read, as none of them is kept. */
export class LateRows {
  readonly #read: () => Iterator<TableRecord>
  #rows: Iterator<TableRecord> | null = null
  #last: TableRecord | null = null
  #times = 0

  /** @param read Begins the table. */
  constructor(read: () => Iterator<TableRecord>) {
    this.#read = read
  }

  /** The row that begins in a line; undefined where it would take too long to find. */
  at(line: number): TableRecord | undefined {
    if (!this.#rows || (this.#last && this.#last.line > line)) {
      if (this.#times++ >= MOST_TIMES) return undefined
      this.#rows = this.#read()
      this.#last = null
    }
    while (!this.#last || this.#last.line < line) {
      const next = this.#next()
      if (!next) return undefined
      this.#last = next
    }
    return this.#last.line === line ? this.#last : undefined
  }

  #next(): TableRecord | undefined {
    try {
      const next = this.#rows?.next()
      return next?.done ? undefined : next?.value
    } catch (error) {
      // The file has changed since it was read.
      if (error instanceof TableFault) return undefined
      throw error
    }
  }
}
