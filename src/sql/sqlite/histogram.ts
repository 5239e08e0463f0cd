import type { Database } from 'better-sqlite3'

/**
 * An aggregate of SQL: `in_stretches(number)` counts how many numbers lie in each stretch between ascending edges, as a
 * JSON list. One pass over rows in any order, where a `group by` would sort them, and takes twice as long. What lies
 * before the first edge, or nowhere, is counted in the first stretch.
 */
export class Histogram {
  #edges: readonly number[] = []

  constructor(db: Database) {
    db.aggregate('in_stretches', {
      start: () => new Array<number>(this.#edges.length - 1).fill(0),
      step: (counts: number[], at: number | null) => {
        const stretch = at === null ? 0 : this.#stretchOf(at)
        counts[stretch] = (counts[stretch] as number) + 1
      },
      result: (counts: number[]) => JSON.stringify(counts),
    })
  }

  /** Runs a statement that counts by these edges. They are no argument: each row would read them anew. */
  over<T>(edges: readonly number[], work: () => T): T {
    this.#edges = edges
    return work()
  }

  #stretchOf(at: number): number {
    let [first, last] = [0, this.#edges.length - 2]
    while (first < last) {
      const middle = (first + last + 1) >> 1
      if (at < (this.#edges[middle] as number)) last = middle - 1
      else first = middle
    }
    return first
  }
}
