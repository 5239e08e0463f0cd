import { closest, distance } from 'fastest-levenshtein'

/** The columns of a table, by what they are called and by their numbers. */
export class TableColumns {
  readonly names: readonly string[]
  readonly #byName = new Map<string, number>()
  readonly #repeated = new Set<string>()

  constructor(names: readonly string[]) {
    this.names = names.map((name) => name.trim())
    for (const [index, name] of this.names.entries()) {
      if (this.#byName.has(name)) this.#repeated.add(name)
      else this.#byName.set(name, index)
    }
  }

  get count(): number {
    return this.names.length
  }

  /** What a column is called in messages. */
  name(index: number): string {
    return this.names[index] || `column ${index + 1}`
  }

  has(column: string): boolean {
    return this.#byName.has(column)
  }

  /** The place of a column in a row, or why it cannot be told, as the end of a sentence that begins with the table. */
  find(column: string | number): number | { readonly fault: string } {
    if (typeof column === 'number')
      return column <= this.count ? column - 1 : { fault: `has no column ${column}: there are ${this.count}` }
    const index = this.#byName.get(column)
    if (index === undefined) return { fault: this.#missing(column) }
    if (!this.#repeated.has(column)) return index
    const places = this.names.flatMap((name, at) => (name === column ? [at + 1] : []))
    return {
      fault: `has several columns ${column} (${places.join(', ')}): name them by their numbers, {column: ${places[0]}}`,
    }
  }

  #missing(column: string): string {
    const near = this.nearest(column)
    if (near !== undefined) return `has no column ${column}; did you mean ${near}?`
    const shown = this.names.slice(0, 30).map((_, index) => this.name(index))
    const more = this.count > shown.length ? ` and ${this.count - shown.length} more` : ''
    return `has no column ${column}: there are ${shown.join(', ')}${more}. A constant is written ="${column}" or {constant: ${column}}`
  }

  /** The name that somebody may have meant. */
  nearest(column: string): string | undefined {
    const small = column.slice(0, 100).toLowerCase()
    const names = this.names.filter((name) => name !== '' && name.length <= 100)
    const near =
      names.length > 0
        ? closest(
            small,
            names.map((name) => name.toLowerCase()),
          )
        : undefined
    if (near === undefined || distance(small, near) > Math.max(1, Math.ceil(small.length / 2.5)))
      return undefined
    return names.find((name) => name.toLowerCase() === near)
  }
}
