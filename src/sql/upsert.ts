import type { Compilable } from 'kysely'
import { build, Prepared, Shapes, slot, type Values } from './query.ts'
import type { Connection } from './sqlite/connection.ts'
import type { Tables } from './tables.ts'

export type Outcome = 'created' | 'updated' | 'unchanged'

export interface Upserted {
  readonly id: number
  readonly outcome: Outcome
}

/** Of several writes to one thing, the outcome for the whole of it. */
export const combined = (...outcomes: Outcome[]): Outcome =>
  outcomes.includes('created') ? 'created' : outcomes.includes('updated') ? 'updated' : 'unchanged'

// The table and its columns are values here, and Kysely's types want them to be literals.
// biome-ignore lint/suspicious/noExplicitAny: see above
const untyped = build as any
const slots = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, slot<never>(column)]))

type Column<Table extends keyof Tables> = keyof Tables[Table] & string

/**
 * Keeps rows of one table as they are given, each known by its key. A row that is the same already is not written, and of
 * one that differs only the columns that do: triggers, indexes and readers' caches see changes and nothing else.
 */
export class UpsertTable<Table extends keyof Tables> {
  readonly #table: Table
  readonly #columns: readonly string[]
  readonly #find: Prepared<Values & { id: number }>
  readonly #insert: Prepared<never>
  readonly #updates: Shapes<never>

  constructor(connection: Connection, table: Table, key: Column<Table>, columns: readonly Column<Table>[]) {
    this.#table = table
    this.#columns = columns
    this.#find = new Prepared(
      connection,
      untyped
        .selectFrom(table)
        .select([...new Set(['id', ...columns])])
        .where(key, '=', slot('key')),
    )
    const written = [...new Set([key, ...columns])]
    this.#insert = new Prepared(connection, untyped.insertInto(table).values(slots(written)))
    this.#updates = new Shapes(connection)
  }

  upsert(key: string | number | null, row: Values): Upserted {
    const known = key === null ? undefined : this.#find.get({ key })
    return known ? this.#update(known, row) : this.insert(row)
  }

  insert(row: Values): Upserted {
    return { id: Number(this.#insert.run(row).lastInsertRowid), outcome: 'created' }
  }

  #update(known: Values & { id: number }, row: Values): Upserted {
    const changed = this.#columns.filter((column) => known[column] !== row[column])
    if (changed.length === 0) return { id: known.id, outcome: 'unchanged' }
    this.#updates.of(changed.join(), () => this.#updateOf(changed)).run({ ...row, id: known.id })
    return { id: known.id, outcome: 'updated' }
  }

  #updateOf(columns: readonly string[]): Compilable<never> {
    return untyped.updateTable(this.#table).set(slots(columns)).where('id', '=', slot('id'))
  }
}

/** Keeps the rows that hang on one owner. They are replaced together, and only if they differ. */
export class OwnedRows<Table extends keyof Tables> {
  readonly #columns: readonly string[]
  readonly #find: Prepared<Values>
  readonly #delete: Prepared<never>
  readonly #insert: Prepared<never>
  readonly #ordered: boolean

  /** With `order: 'id'` the order of the rows means something, and is kept; else they are a set. */
  constructor(
    connection: Connection,
    table: Table,
    owner: Column<Table>,
    columns: readonly Column<Table>[],
    order?: 'id',
  ) {
    this.#columns = columns
    this.#ordered = order !== undefined
    const found = untyped.selectFrom(table).select(columns).where(owner, '=', slot('owner'))
    this.#find = new Prepared(connection, order ? found.orderBy(order) : found)
    this.#delete = new Prepared(connection, untyped.deleteFrom(table).where(owner, '=', slot('owner')))
    const values = { ...slots(columns), [owner]: slot('owner') }
    this.#insert = new Prepared(connection, untyped.insertInto(table).values(values))
  }

  /** `outcome` is that of the owner: one just created owns nothing yet, and need not be asked. */
  upsert(owner: Upserted, rows: readonly Values[]): Outcome {
    const wanted = this.#distinct(rows)
    const known = owner.outcome === 'created' ? [] : this.#find.all({ owner: owner.id })
    if (this.#same(known, wanted)) return 'unchanged'
    if (known.length > 0) this.#delete.run({ owner: owner.id })
    for (const row of wanted) this.#insert.run({ ...row, owner: owner.id })
    return 'updated'
  }

  #same(known: readonly Values[], wanted: readonly Values[]): boolean {
    if (known.length !== wanted.length) return false
    const [a, b] = [known, wanted].map((rows) => rows.map((row) => this.#text(row))) as [string[], string[]]
    if (this.#ordered) return a.every((text, index) => text === b[index])
    const texts = new Set(b)
    return a.every((text) => texts.has(text))
  }

  #distinct(rows: readonly Values[]): readonly Values[] {
    if (rows.length < 2) return rows
    return [...new Map(rows.map((row) => [this.#text(row), row])).values()]
  }

  #text(row: Values): string {
    return JSON.stringify(this.#columns.map((column) => row[column]))
  }
}
