import { type FindingCounts, rowText } from './finding.ts'

/** Tells by which of its rows a table differs from what follows from the graph. */
export class RowDifferences {
  readonly #table: string
  readonly #keys: readonly string[]
  readonly #columns: readonly string[]
  readonly #counts: FindingCounts

  /**
   * @param keys The columns that tell the rows apart.
   * @param columns The others that are compared.
   */
  constructor(table: string, keys: readonly string[], columns: readonly string[], counts: FindingCounts) {
    this.#table = table
    this.#keys = keys
    this.#columns = columns
    this.#counts = counts
  }

  /** A row that is there, and should not be. */
  noteExtra(key: readonly unknown[]): void {
    this.#counts.note(this.#table, 'has rows that nothing in the graph leads to', this.#keyText(key))
  }

  /** A row that is not there, and should be. */
  noteLacking(key: readonly unknown[]): void {
    this.#counts.note(this.#table, 'lacks rows that follow from the graph', this.#keyText(key))
  }

  /** A row in which other values are kept than are due, both in the order of the columns. */
  noteOther(key: readonly unknown[], kept: readonly unknown[], due: readonly unknown[]): void {
    const wrong = [...this.#columns.entries()].filter(([place]) => kept[place] !== due[place])
    const names = wrong.map(([, column]) => column).join(', ')
    const values = wrong.map(
      ([place, column]) =>
        `${column} is ${JSON.stringify(kept[place])} and should be ${JSON.stringify(due[place])}`,
    )
    const what = `has another ${names} than follows from the graph`
    this.#counts.note(this.#table, what, `${this.#keyText(key)}: ${values.join(', ')}`)
  }

  #keyText(key: readonly unknown[]): string {
    return rowText(Object.fromEntries(this.#keys.map((column, place) => [column, key[place]])))
  }
}
