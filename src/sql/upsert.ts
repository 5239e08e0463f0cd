import { type Insertable, type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import { Lru } from '../values/lru.ts'
import { slot, type Values } from './build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediateInsertion, ImmediatePrepared } from './engine.ts'
import type { Tables } from './tables.ts'

export type Outcome = 'created' | 'updated' | 'unchanged'

export interface Upserted {
  readonly id: number
  readonly outcome: Outcome
}

/** Of several writes to one thing, the outcome for the whole of it. */
export const combined = (...outcomes: Outcome[]): Outcome =>
  outcomes.includes('created') ? 'created' : outcomes.includes('updated') ? 'updated' : 'unchanged'

type Column<Table extends keyof Tables> = keyof Tables[Table] & string

/** A row to write: all that its table cannot do without, and more of its columns; of an owned row, not the owner. */
export type TableRow<Table extends keyof Tables, Owner extends Column<Table> = never> = {
  readonly [Name in keyof Insertable<Tables[Table]> as Exclude<Name, Owner>]: Exclude<
    Insertable<Tables[Table]>[Name],
    undefined
  >
} extends infer Row extends Values
  ? Row
  : never

const columnList = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(column)))

/** A row whose columns each have a slot of their name; `as` names another slot for some. */
function insertInto(
  table: string,
  columns: readonly string[],
  as: Readonly<Record<string, string>> = {},
): OperationNodeSource {
  const slots = columns.map((column) => slot(as[column] ?? column))
  return sql`insert into ${sql.table(table)} (${columnList(columns)}) values (${sql.join(slots)})`
}

/** A row that will be put, by its id or else by its slug. */
export interface ExpectedRow {
  readonly id?: number | undefined
  readonly slug?: string | undefined
}

type KnownRow = Values & { readonly id: number }

/** Called with a row's id, or its owner's, before the row is changed. */
export type Touch = (id: number) => void

/** Keys that no row may get, though none has them. */
export interface TakenKeys {
  /** What follows a `select …` that gives a row where the key in the slot `key` is one of them. */
  readonly rows: RawBuilder<unknown>
  readonly refusal: (key: string) => Error
}

/** So many sets of changed columns have a statement of their own, of each table. */
const UPDATES_KEPT = 500
/** The same of sets of columns that are read of what is owned. */
const FINDS_KEPT = 20

/**
 * Keeps rows of one table as they are given, each known by its key. A row that is the same already is not written, and of
 * one that differs only the columns that do: triggers, indexes and readers' caches see changes and nothing else. Which
 * columns there are is said by the rows alone.
 */
export class UpsertTable<Table extends keyof Tables> {
  readonly #engine: ImmediateEngine
  readonly #table: Table
  readonly #key: Column<Table>
  /** Made of the columns of the first row that needs it, as the next. */
  #find: ImmediatePrepared<KnownRow> | null = null
  #insert: ImmediateInsertion | null = null
  #findAt: ImmediatePrepared<KnownRow> | null = null
  #insertAt: ImmediateCommand | null = null
  readonly #updates = new Lru<string, ImmediateCommand>(UPDATES_KEPT)
  readonly #touch: Touch
  readonly #taken: TakenKeys | undefined
  /** What is to be read ahead with the next row that is looked for. */
  #expected: readonly ExpectedRow[] = []

  constructor(engine: ImmediateEngine, table: Table, key: Column<Table>, touch: Touch, taken?: TakenKeys) {
    this.#engine = engine
    this.#table = table
    this.#key = key
    this.#touch = touch
    this.#taken = taken
  }

  /**
   * Tells which rows come next, each by its id or else by its slug, so that what is known of them can be read together. What
   * anybody else writes to the table meanwhile must be forgotten.
   */
  expect(rows: readonly ExpectedRow[]): void {
    this.#expected = rows
  }

  /** The row with this key has been written by somebody else. */
  forget(key: string | number): void {
    this.#find?.forget({ key })
  }

  /** A key of null is that of none: the row is a new one. */
  upsert(key: string | number | null, row: TableRow<Table>): Upserted {
    const known = key === null ? undefined : this.#known(key, row)
    return known ? this.#update(known, row) : this.insert(row)
  }

  insert(row: TableRow<Table>): Upserted {
    this.#insert ??= this.#engine.insertion(insertInto(this.#table, Object.keys(row)))
    const id = this.#insert.run(row)
    this.#forgetRow(id, row)
    return { id, outcome: 'created' }
  }

  /** Keeps a row at the id that it has, or had before it was deleted. */
  upsertAt(id: number, row: TableRow<Table>): Upserted {
    const known = this.#knownAt(id, row)
    if (known?.[this.#key] !== row[this.#key]) this.#refuseTaken(row)
    if (known) return this.#update(known, row)
    this.#insertAt ??= this.#engine.command(
      insertInto(this.#table, [...new Set(['id', ...Object.keys(row)])]),
    )
    this.#insertAt.run({ ...row, id })
    this.#forgetRow(id, row)
    return { id, outcome: 'created' }
  }

  #known(key: string | number, row: Values): KnownRow | undefined {
    this.#find ??= this.#finding(Object.keys(row), this.#key)
    this.#readAhead(this.#find, ({ id, slug }) => (id === undefined ? slug : undefined))
    const known = this.#find.get({ key })
    if (known?.isTaken) throw this.#taken?.refusal(String(key))
    return known
  }

  /** A row that is known by its id gets another key. */
  #refuseTaken(row: Values): void {
    const key = row[this.#key]
    if (this.#taken && typeof key === 'string') this.#known(key, row)
  }

  #knownAt(id: number, row: Values): KnownRow | undefined {
    this.#findAt ??= this.#finding(Object.keys(row), 'id')
    this.#readAhead(this.#findAt, (one) => one.id)
    return this.#findAt.get({ key: id })
  }

  /** Where some are known by their ids and others by their slugs, those of the one kind are read ahead. */
  #readAhead(
    find: ImmediatePrepared<KnownRow>,
    keyOf: (one: ExpectedRow) => string | number | undefined,
  ): void {
    if (this.#expected.length === 0) return
    const keys = this.#expected.map(keyOf).filter((key) => key !== undefined)
    this.#expected = []
    find.expect(keys.map((key) => ({ key })))
  }

  /** What was read ahead of a row is not so any more. */
  #forgetRow(id: number, row: Values): void {
    const key = row[this.#key] ?? null
    if (key !== null) this.#find?.forget({ key })
    this.#findAt?.forget({ key: id })
  }

  #finding(columns: readonly string[], by: string): ImmediatePrepared<KnownRow> {
    const read = [...new Set(['id', ...columns])]
    const found = sql`from ${sql.table(this.#table)} where ${sql.ref(by)} = ${slot('key')}`
    if (!this.#taken || by !== this.#key)
      return this.#engine.prepare(sql`select ${columnList(read)} ${found}`)
    // A row has the key, or it is taken: never both.
    return this.#engine.prepare(sql`select ${columnList(read)}, 0 as "isTaken" ${found}
      union all select ${sql.join(read.map(() => sql`null`))}, 1 ${this.#taken.rows}`)
  }

  #update(known: KnownRow, row: Values): Upserted {
    const { id } = known
    const changed = Object.keys(row).filter((column) => known[column] !== row[column])
    if (changed.length === 0) return { id, outcome: 'unchanged' }
    this.#touch(id)
    this.#updateOf(changed).run({ ...row, id })
    this.#forgetRow(id, known)
    this.#forgetRow(id, row)
    return { id, outcome: 'updated' }
  }

  #updateOf(columns: readonly string[]): ImmediateCommand {
    return this.#updates.take(columns.join(), () => {
      const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${slot(column)}`))
      return this.#engine.command(sql`update ${sql.table(this.#table)} set ${set} where id = ${slot('id')}`)
    })
  }
}

/** Keeps the rows that hang on one owner. They are replaced together, and only if they differ. */
export class OwnedRows<Table extends keyof Tables, Owner extends Column<Table>> {
  readonly #engine: ImmediateEngine
  readonly #table: Table
  readonly #owner: Owner
  readonly #order: 'id' | undefined
  /** By the columns that are read: those of the wanted rows, or the owner alone where no row is wanted. */
  readonly #finds = new Lru<string, ImmediatePrepared<Values>>(FINDS_KEPT)
  /** Made of the columns of the first row that is written. */
  #insert: ImmediateCommand | null = null
  readonly #delete: ImmediateCommand
  readonly #touch: Touch

  /** With `order: 'id'` the order of the rows means something, and is kept; else they are a set. */
  constructor(engine: ImmediateEngine, table: Table, owner: Owner, touch: Touch, order?: 'id') {
    this.#engine = engine
    this.#touch = touch
    this.#table = table
    this.#owner = owner
    this.#order = order
    this.#delete = engine.command(
      sql`delete from ${sql.table(table)} where ${sql.ref(owner)} = ${slot('owner')}`,
    )
  }

  /** Tells that `upsert` is called next with the same: what there is comes with all else that is expected. */
  expect(owner: Upserted, rows: readonly TableRow<Table, Owner>[]): void {
    if (owner.outcome !== 'created') this.#findOf(rows[0]).expect([{ owner: owner.id }])
  }

  /** `outcome` is that of the owner: one just created owns nothing yet, and need not be asked. */
  upsert(owner: Upserted, rows: readonly TableRow<Table, Owner>[]): Outcome {
    const wanted = distinctRows(rows)
    const found = owner.outcome === 'created' ? [] : this.#known(owner.id, wanted[0])
    if (this.#same(found, wanted)) return 'unchanged'
    this.#touch(owner.id)
    if (found.length > 0) this.#delete.run({ owner: owner.id })
    // One after the other, because their order may mean something.
    for (const row of wanted) this.#add(owner.id, row)
    return 'updated'
  }

  /** What there is, in the columns of what is wanted; where nothing is, all that matters is whether there is any. */
  #known(owner: number, wanted: Values | undefined): Values[] {
    const find = this.#findOf(wanted)
    const known = find.all({ owner })
    find.forget({ owner })
    return known
  }

  #findOf(wanted: Values | undefined): ImmediatePrepared<Values> {
    const columns = wanted ? Object.keys(wanted) : [this.#owner]
    return this.#finds.take(columns.join(), () => this.#finding(columns))
  }

  #finding(columns: readonly string[]): ImmediatePrepared<Values> {
    const sorted = this.#order ? sql` order by ${sql.ref(this.#order)}` : sql``
    return this.#engine.prepare(sql`select ${columnList(columns)} from ${sql.table(this.#table)}
      where ${sql.ref(this.#owner)} = ${slot('owner')}${sorted}`)
  }

  #add(owner: number, row: Values): void {
    this.#insert ??= this.#engine.command(
      insertInto(this.#table, [...Object.keys(row), this.#owner], { [this.#owner]: 'owner' }),
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

const distinctRows = <Row extends Values>(rows: readonly Row[]): readonly Row[] =>
  rows.length < 2 ? rows : [...new Map(rows.map((row) => [textOf(row), row])).values()]
