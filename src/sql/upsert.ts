import type { Compilable, UpdateType } from 'kysely'
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

/** A row, or some of its columns. All that are given to one writer have the same columns, in the same order. */
export type TableRow<Table extends keyof Tables> = Values & {
  readonly [Name in Column<Table>]?: UpdateType<Tables[Table][Name]>
}

/**
 * Keeps rows of one table as they are given, each known by its key. A row that is the same already is not written, and of
 * one that differs only the columns that do: triggers, indexes and readers' caches see changes and nothing else. Which
 * columns there are is said by the rows alone.
 */
export class UpsertTable<Table extends keyof Tables> {
  readonly #connection: Connection
  readonly #table: Table
  readonly #key: Column<Table>
  /** Made of the columns of the first row that needs it, as the next. */
  #find: Prepared<Values & { id: number }> | null = null
  #insert: Prepared<never> | null = null
  readonly #updates: Shapes<never>

  constructor(connection: Connection, table: Table, key: Column<Table>) {
    this.#connection = connection
    this.#table = table
    this.#key = key
    this.#updates = new Shapes(connection)
  }

  upsert(key: string | number | null, row: TableRow<Table>): Upserted {
    const known = key === null ? undefined : this.#known(key, row)
    return known ? this.#update(known, row) : this.insert(row)
  }

  insert(row: TableRow<Table>): Upserted {
    this.#insert ??= new Prepared(
      this.#connection,
      untyped.insertInto(this.#table).values(slots(Object.keys(row))),
    )
    return { id: Number(this.#insert.run(row).lastInsertRowid), outcome: 'created' }
  }

  #known(key: string | number, row: TableRow<Table>): (Values & { id: number }) | undefined {
    this.#find ??= new Prepared(
      this.#connection,
      untyped
        .selectFrom(this.#table)
        .select([...new Set(['id', ...Object.keys(row)])])
        .where(this.#key, '=', slot('key')),
    )
    return this.#find.get({ key })
  }

  #update(known: Values & { id: number }, row: TableRow<Table>): Upserted {
    const changed = Object.keys(row).filter((column) => known[column] !== row[column])
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
  readonly #connection: Connection
  readonly #table: Table
  readonly #owner: Column<Table>
  readonly #order: 'id' | undefined
  readonly #finds: Shapes<Values>
  readonly #delete: Prepared<never>
  #insert: Prepared<never> | null = null

  /** With `order: 'id'` the order of the rows means something, and is kept; else they are a set. */
  constructor(connection: Connection, table: Table, owner: Column<Table>, order?: 'id') {
    this.#connection = connection
    this.#table = table
    this.#owner = owner
    this.#order = order
    this.#finds = new Shapes(connection)
    this.#delete = new Prepared(connection, untyped.deleteFrom(table).where(owner, '=', slot('owner')))
  }

  /** `outcome` is that of the owner: one just created owns nothing yet, and need not be asked. */
  upsert(owner: Upserted, rows: readonly TableRow<Table>[]): Outcome {
    const wanted = distinct(rows)
    const known = owner.outcome === 'created' ? [] : this.#known(owner.id, wanted[0])
    if (this.#same(known, wanted)) return 'unchanged'
    if (known.length > 0) this.#delete.run({ owner: owner.id })
    for (const row of wanted) this.#add(owner.id, row)
    return 'updated'
  }

  /** What there is, in the columns of what is wanted; where nothing is, all that matters is whether there is any. */
  #known(owner: number, wanted: TableRow<Table> | undefined): Values[] {
    const columns = wanted ? Object.keys(wanted) : [this.#owner]
    const query = () => {
      const found = untyped.selectFrom(this.#table).select(columns).where(this.#owner, '=', slot('owner'))
      return this.#order ? found.orderBy(this.#order) : found
    }
    return this.#finds.of(columns.join(), query).all({ owner })
  }

  #add(owner: number, row: TableRow<Table>): void {
    this.#insert ??= new Prepared(
      this.#connection,
      untyped.insertInto(this.#table).values({ ...slots(Object.keys(row)), [this.#owner]: slot('owner') }),
    )
    this.#insert.run({ ...row, owner })
  }

  #same(known: readonly Values[], wanted: readonly Values[]): boolean {
    if (known.length !== wanted.length) return false
    if (this.#order) return known.every((row, index) => textOf(row) === textOf(wanted[index] ?? {}))
    const texts = new Set(wanted.map(textOf))
    return known.every((row) => texts.has(textOf(row)))
  }
}

const textOf = (row: Values): string => JSON.stringify(Object.values(row))

const distinct = <Row extends Values>(rows: readonly Row[]): readonly Row[] =>
  rows.length < 2 ? rows : [...new Map(rows.map((row) => [textOf(row), row])).values()]
