import type { RevisionRecord } from './revision-store.ts'

export interface RevisionFeed {
  /** Every revision after `since`, or from now on, in order. */
  after(since: number | null): AsyncIterable<RevisionRecord>
}
