import type { Database } from 'better-sqlite3'

class ValueCounts {
  readonly #counts = new Map<unknown, number>()

  add(value: unknown): void {
    if (value !== null) this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1)
  }

  toJSON(): unknown {
    return [...this.#counts]
  }
}

/**
 * An aggregate of SQL: `value_counts(column)` counts how often each value is met, as a JSON list of pairs; null is none. One
 * pass over rows in any order, where a `group by` would sort them for each column.
 *
 * @param step Called for each row, to keep the deadline.
 */
export function addValueCounts(db: Database, step: () => void): void {
  db.aggregate<unknown>('value_counts', {
    start: () => new ValueCounts(),
    step: (counts, value) => {
      step()
      if (counts instanceof ValueCounts) counts.add(value)
    },
    result: (counts) => JSON.stringify(counts),
  })
}
