import type { BlockingEngine } from '../src/sql/postgres/blocking/blocking-engine.ts'
import { rowReader } from '../src/sql/postgres/dialect/row-reader.ts'

/** A PostgreSQL database by the words of better-sqlite3: `?` for each value. */
export class PlainDatabase {
  readonly name: string
  readonly #engine: BlockingEngine

  constructor(engine: BlockingEngine, name: string) {
    this.#engine = engine
    this.name = name
  }

  prepare(text: string): PlainStatement {
    return new PlainStatement(this.#engine, text)
  }

  exec(text: string): void {
    this.#engine.execute(text)
  }

  /** What SQLite is asked about itself has no answer here: nothing is broken. */
  pragma(): unknown[] {
    return []
  }
}

class PlainStatement {
  readonly #engine: BlockingEngine
  readonly #text: string
  #form: 'row' | 'first' | 'list' = 'row'

  constructor(engine: BlockingEngine, text: string) {
    let place = 0
    this.#engine = engine
    this.#text = text.replace(/\?/g, () => `$${++place}`)
  }

  pluck(): this {
    this.#form = 'first'
    return this
  }

  raw(): this {
    this.#form = 'list'
    return this
  }

  all(...values: unknown[]): unknown[] {
    const given = values.length === 1 && Array.isArray(values[0]) ? values[0] : values
    const { columns, rows } = this.#engine.runNow(this.#text, given)
    const isRow = this.#form === 'row'
    // Two columns of a list may have the same name.
    const named = isRow ? columns : columns.map(({ type }, place) => ({ name: `${place}`, type }))
    const read = rowReader<Record<string, unknown>>(named)
    return rows.map((row) => {
      if (isRow) return read(row)
      const list = Object.values(read(row))
      return this.#form === 'list' ? list : list[0]
    })
  }

  get(...values: unknown[]): unknown {
    return this.all(...values)[0]
  }

  run(...values: unknown[]): { changes: number } {
    return { changes: this.#engine.runNow(this.#text, values).rowCount ?? 0 }
  }

  iterate(...values: unknown[]): Iterable<unknown> {
    return this.all(...values)
  }
}
