import { type Insertable, type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import { Lru } from '../values/lru.ts'
import { slot, type Values } from './build.ts'
import { type Answer, type Command, type Engine, type Insertion, mapAnswer, type Prepared } from './engine.ts'
import { Shapes } from './shapes.ts'
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

/**
 * Keeps rows of one table as they are given, each known by its key. A row that is the same already is not written, and of
 * one that differs only the columns that do: triggers, indexes and readers' caches see changes and nothing else. Which
 * columns there are is said by the rows alone.
 */
export class UpsertTable<Table extends keyof Tables> {
  readonly #engine: Engine
  readonly #table: Table
  readonly #key: Column<Table>
  /** Made of the columns of the first row that needs it, as the next. */
  #find: Prepared<Values & { id: number }> | null = null
  #insert: Insertion | null = null
  #findAt: Prepared<Values & { id: number }> | null = null
  #insertAt: Command | null = null
  readonly #updates = new Lru<string, Command>(UPDATES_KEPT)
  readonly #touch: Touch
  readonly #taken: TakenKeys | undefined

  constructor(engine: Engine, table: Table, key: Column<Table>, touch: Touch, taken?: TakenKeys) {
    this.#engine = engine
    this.#table = table
    this.#key = key
    this.#touch = touch
    this.#taken = taken
  }

  /** A key of null is that of none: the row is a new one. */
  upsert(key: string | number | null, row: TableRow<Table>): Answer<Upserted> {
    if (key === null) return this.insert(row)
    return mapAnswer(this.#known(key, row), (known) => (known ? this.#update(known, row) : this.insert(row)))
  }

  insert(row: TableRow<Table>): Answer<Upserted> {
    this.#insert ??= this.#engine.insertion(insertInto(this.#table, Object.keys(row)))
    return mapAnswer(this.#insert.run(row), (id) => ({ id, outcome: 'created' }))
  }

  /** Keeps a row at the id that it has, or had before it was deleted. */
  upsertAt(id: number, row: TableRow<Table>): Answer<Upserted> {
    this.#findAt ??= this.#finding(Object.keys(row), 'id')
    return mapAnswer(this.#findAt.get({ key: id }), (known) => {
      const checked = known?.[this.#key] === row[this.#key] ? null : this.#refuseTaken(row)
      return mapAnswer(checked, () => (known ? this.#update(known, row) : this.#insertRowAt(id, row)))
    })
  }

  #insertRowAt(id: number, row: Values): Answer<Upserted> {
    this.#insertAt ??= this.#engine.command(
      insertInto(this.#table, [...new Set(['id', ...Object.keys(row)])]),
    )
    return mapAnswer(this.#insertAt.run({ ...row, id }), () => ({ id, outcome: 'created' }))
  }

  #known(key: string | number, row: Values): Answer<(Values & { id: number }) | undefined> {
    this.#find ??= this.#finding(Object.keys(row), this.#key)
    return mapAnswer(this.#find.get({ key }), (known) => {
      if (known?.isTaken) throw this.#taken?.refusal(String(key))
      return known
    })
  }

  /** A row that is known by its id gets another key. */
  #refuseTaken(row: Values): Answer<unknown> {
    const key = row[this.#key]
    return this.#taken && typeof key === 'string' ? this.#known(key, row) : null
  }

  #finding(columns: readonly string[], by: string): Prepared<Values & { id: number }> {
    const read = [...new Set(['id', ...columns])]
    const found = sql`from ${sql.table(this.#table)} where ${sql.ref(by)} = ${slot('key')}`
    if (!this.#taken || by !== this.#key)
      return this.#engine.prepare(sql`select ${columnList(read)} ${found}`)
    // A row has the key, or it is taken: never both.
    return this.#engine.prepare(sql`select ${columnList(read)}, 0 as "isTaken" ${found}
      union all select ${sql.join(read.map(() => sql`null`))}, 1 ${this.#taken.rows}`)
  }

  #update(known: Values & { id: number }, row: Values): Answer<Upserted> {
    const { id } = known
    const changed = Object.keys(row).filter((column) => known[column] !== row[column])
    if (changed.length === 0) return { id, outcome: 'unchanged' }
    this.#touch(id)
    return mapAnswer(this.#updateOf(changed).run({ ...row, id }), () => ({ id, outcome: 'updated' }))
  }

  #updateOf(columns: readonly string[]): Command {
    return this.#updates.take(columns.join(), () => {
      const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${slot(column)}`))
      return this.#engine.command(sql`update ${sql.table(this.#table)} set ${set} where id = ${slot('id')}`)
    })
  }
}

/** Keeps the rows that hang on one owner. They are replaced together, and only if they differ. */
export class OwnedRows<Table extends keyof Tables, Owner extends Column<Table>> {
  readonly #engine: Engine
  readonly #table: Table
  readonly #owner: Owner
  readonly #order: 'id' | undefined
  /** By the columns that are read: those of the wanted rows, or the owner alone where no row is wanted. */
  readonly #finds: Shapes<Values>
  /** Made of the columns of the first row that is written. */
  #insert: Command | null = null
  readonly #delete: Command
  readonly #touch: Touch

  /** With `order: 'id'` the order of the rows means something, and is kept; else they are a set. */
  constructor(engine: Engine, table: Table, owner: Owner, touch: Touch, order?: 'id') {
    this.#engine = engine
    this.#touch = touch
    this.#table = table
    this.#owner = owner
    this.#order = order
    this.#finds = new Shapes(engine)
    this.#delete = engine.command(
      sql`delete from ${sql.table(table)} where ${sql.ref(owner)} = ${slot('owner')}`,
    )
  }

  /** `outcome` is that of the owner: one just created owns nothing yet, and need not be asked. */
  upsert(owner: Upserted, rows: readonly TableRow<Table, Owner>[]): Answer<Outcome> {
    const wanted = distinctRows(rows)
    const known = owner.outcome === 'created' ? [] : this.#known(owner.id, wanted[0])
    return mapAnswer(known, (found) => {
      if (this.#same(found, wanted)) return 'unchanged'
      this.#touch(owner.id)
      const cleared = found.length > 0 ? this.#delete.run({ owner: owner.id }) : null
      return mapAnswer(cleared, () => {
        // One after the other, because their order may mean something.
        const written = wanted.reduce<Answer<unknown>>(
          (before, row) => mapAnswer(before, () => this.#add(owner.id, row)),
          null,
        )
        return mapAnswer(written, () => 'updated')
      })
    })
  }

  /** What there is, in the columns of what is wanted; where nothing is, all that matters is whether there is any. */
  #known(owner: number, wanted: Values | undefined): Answer<Values[]> {
    const columns = wanted ? Object.keys(wanted) : [this.#owner]
    const query = () => {
      const sorted = this.#order ? sql` order by ${sql.ref(this.#order)}` : sql``
      return sql<Values>`select ${columnList(columns)} from ${sql.table(this.#table)}
        where ${sql.ref(this.#owner)} = ${slot('owner')}${sorted}`
    }
    return this.#finds.of(columns.join(), query).all({ owner })
  }

  #add(owner: number, row: Values): Answer<unknown> {
    this.#insert ??= this.#engine.command(
      insertInto(this.#table, [...Object.keys(row), this.#owner], { [this.#owner]: 'owner' }),
    )
    return this.#insert.run({ ...row, owner })
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
