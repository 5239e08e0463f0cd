import type { ExportTally } from './export-format.ts'

/** Counts what an export writes, and what it leaves out. */
export class TallyCounter implements ExportTally {
  readonly written: Record<string, number> = {}
  readonly left: Record<string, number> = {}

  wrote(what: string, count = 1): void {
    this.written[what] = (this.written[what] ?? 0) + count
  }

  leave(what: string, count = 1): void {
    this.left[what] = (this.left[what] ?? 0) + count
  }
}
