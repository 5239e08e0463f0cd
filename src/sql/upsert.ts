import { type Insertable, type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import { Lru } from '../values/lru.ts'
import { slot, type Values } from './build.ts'
import { type Answer, type Command, type Engine, type Insertion, mapAnswer, type Prepared } from './engine.ts'
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

/** So many sets of changed columns have a statement of their own, of each table. */
const UPDATES_KEPT = 500

/**
 * Keeps rows of one table as they are given, each known by its key. A row that is the same already is not written, and of
 * one that differs only the columns that do: triggers, indexes and readers' caches see changes and nothing else.
 */
export class UpsertTable<Table extends keyof Tables> {
  readonly #engine: Engine
  readonly #table: Table
  readonly #columns: readonly string[]
  readonly #find: Prepared<Values & { id: number }>
  readonly #insert: Insertion
  readonly #updates = new Lru<string, Command>(UPDATES_KEPT)

  constructor(engine: Engine, table: Table, key: Column<Table>, columns: readonly Column<Table>[]) {
    this.#engine = engine
    this.#table = table
    this.#columns = columns
    const read = columnList([...new Set(['id', ...columns])])
    this.#find = engine.prepare(
      sql`select ${read} from ${sql.table(table)} where ${sql.ref(key)} = ${slot('key')}`,
    )
    this.#insert = engine.insertion(insertInto(table, [...new Set([key, ...columns])]))
  }

  upsert(key: string | number | null, row: TableRow<Table>): Answer<Upserted> {
    if (key === null) return this.insert(row)
    return mapAnswer(this.#find.get({ key }), (known) =>
      known ? this.#update(known, row) : this.insert(row),
    )
  }

  insert(row: TableRow<Table>): Answer<Upserted> {
    return mapAnswer(this.#insert.run(row), (id) => ({ id, outcome: 'created' }))
  }

  #update(known: Values & { id: number }, row: Values): Answer<Upserted> {
    const { id } = known
    const changed = this.#columns.filter((column) => known[column] !== row[column])
    if (changed.length === 0) return { id, outcome: 'unchanged' }
    return mapAnswer(this.#updateOf(changed).run({ ...row, id }), () => ({ id, outcome: 'updated' }))
  }

  #updateOf(columns: readonly string[]): Command {
    const shape = columns.join()
    const known = this.#updates.get(shape)
    if (known) return known
    const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${slot(column)}`))
    const made = this.#engine.command(
      sql`update ${sql.table(this.#table)} set ${set} where id = ${slot('id')}`,
    )
    this.#updates.set(shape, made)
    return made
  }
}

/** Keeps the rows that hang on one owner. They are replaced together, and only if they differ. */
export class OwnedRows<Table extends keyof Tables, Owner extends Column<Table>> {
  readonly #columns: readonly string[]
  readonly #find: Prepared<Values>
  readonly #delete: Command
  readonly #insert: Command
  readonly #ordered: boolean

  /** With `order: 'id'` the order of the rows means something, and is kept; else they are a set. */
  constructor(engine: Engine, table: Table, owner: Owner, columns: readonly Column<Table>[], order?: 'id') {
    this.#columns = columns
    this.#ordered = order !== undefined
    const ofOwner = sql`from ${sql.table(table)} where ${sql.ref(owner)} = ${slot('owner')}`
    const sorted = order ? sql` order by ${sql.ref(order)}` : sql``
    this.#find = engine.prepare(sql`select ${columnList(columns)} ${ofOwner}${sorted}`)
    this.#delete = engine.command(sql`delete ${ofOwner}`)
    this.#insert = engine.command(insertInto(table, [...new Set([...columns, owner])], { [owner]: 'owner' }))
  }

  /** `outcome` is that of the owner: one just created owns nothing yet, and need not be asked. */
  upsert(owner: Upserted, rows: readonly TableRow<Table, Owner>[]): Answer<Outcome> {
    const wanted = this.#distinct(rows)
    const known = owner.outcome === 'created' ? [] : this.#find.all({ owner: owner.id })
    return mapAnswer(known, (found) => {
      if (this.#same(found, wanted)) return 'unchanged'
      const cleared = found.length > 0 ? this.#delete.run({ owner: owner.id }) : null
      return mapAnswer(cleared, () => {
        // One after the other, because their order may mean something.
        const written = wanted.reduce<Answer<unknown>>(
          (before, row) => mapAnswer(before, () => this.#insert.run({ ...row, owner: owner.id })),
          null,
        )
        return mapAnswer(written, () => 'updated')
      })
    })
  }

  #same(known: readonly Values[], wanted: readonly Values[]): boolean {
    if (known.length !== wanted.length) return false
    const a = known.map((row) => this.#text(row))
    const b = wanted.map((row) => this.#text(row))
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
