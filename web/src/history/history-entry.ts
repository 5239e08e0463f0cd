import type { RevisionHead, ShownChange } from './history-query.ts'

/** A revision with as many of its changes as are shown at first, and how many there are. */
export interface HistoryEntry {
  readonly revision: RevisionHead
  readonly changes: readonly ShownChange[]
  readonly total: number
}
