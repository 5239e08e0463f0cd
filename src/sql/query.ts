import type { Statement } from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Connection } from './sqlite/connection.ts'
import type { Tables } from './tables.ts'

/** Writes SQL and nothing else: what it compiles runs as a prepared statement of ours. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A place in a compiled query that each call fills. Kysely hands it through to the query's parameters. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** `slot<number>('limit')`: the call's `{ limit: 20 }` goes here. */
export const slot = <T>(name: string): RawBuilder<T> => sql<T>`${new Slot(name)}`

/**
 * The slot of a `limit`. SQLite may plan by a limit that is a bare parameter, and so plans the statement anew each time
 * that one is bound, which takes longer than the walk to a page. It does not look behind a cast.
 */
export const upTo = (name: string): RawBuilder<number> => sql<number>`cast(${slot(name)} as integer)`

/** The values of a list that the call passes as JSON text: one statement, whatever the length of the list. */
export const listed = (name: string): RawBuilder<number> =>
  sql<number>`(select value from json_each(${new Slot(name)}))`

/** True for every row, until the deadline. Name a column of the innermost table, so that each of its rows counts. */
export const inTime = (column: string): RawBuilder<boolean> => sql<boolean>`in_time(${sql.ref(column)})`

type Value = string | number | null
export type Values = Readonly<Record<string, Value>>

/**
 * True for every row, until half of the time has passed: for rows that are sorted next. Nothing can stop a sort, which takes
 * about as long as it took to come by the rows.
 */
export const inHalfTime = (column: string): RawBuilder<boolean> =>
  sql<boolean>`in_time(${sql.ref(column)}, 0.5)`

/** A query compiled once and prepared once. Values are given by the names of its slots. */
export class Prepared<Row> {
  readonly sql: string
  readonly #connection: Connection
  readonly #parameters: readonly unknown[]
  #statement: Statement | null = null
  #record: Reading<Row> | null = null

  constructor(connection: Connection, query: Compilable | RawBuilder<unknown>) {
    const compiled = query.compile(build)
    this.sql = compiled.sql
    this.#connection = connection
    this.#parameters = compiled.parameters
  }

  all(values: Values = {}): Row[] {
    const rows = this.#started().all(this.#bound(values)) as unknown[][]
    return rows.map(this.#record as Reading<Row>)
  }

  get(values: Values = {}): Row | undefined {
    const row = this.#started().get(this.#bound(values)) as unknown[] | undefined
    return row && (this.#record as Reading<Row>)(row)
  }

  run(values: Values = {}): { changes: number; lastInsertRowid: number | bigint } {
    return this.#started().run(this.#bound(values))
  }

  #started(): Statement {
    this.#connection.watch(this.sql)
    return this.#statement ?? this.#prepare()
  }

  #prepare(): Statement {
    const statement = this.#connection.db.prepare(this.sql)
    this.#statement = statement
    if (statement.reader)
      this.#record = recordOf(
        statement
          .raw()
          .columns()
          .map(({ name }) => name),
      )
    return statement
  }

  #bound(values: Values): unknown[] {
    return this.#parameters.map((parameter) => {
      if (!(parameter instanceof Slot)) return parameter
      const value = values[parameter.name]
      if (value === undefined) throw new Error(`No value for the slot ${parameter.name} of: ${this.sql}`)
      return value
    })
  }
}

type Reading<Row> = (row: readonly unknown[]) => Row

/**
 * Makes records of rows that come as arrays. Written out as an object literal, because V8 then gives all records one
 * layout: the driver's own objects have none, and take more than twice as long to make and to read.
 */
function recordOf<Row>(columns: readonly string[]): Reading<Row> {
  const fields = columns.map((name, index) => `${JSON.stringify(name)}: row[${index}]`)
  return new Function('row', `return { ${fields.join(', ')} }`) as Reading<Row>
}

/** A query for each shape of a question, made when the shape is first met; a bound keeps odd shapes from piling up. */
export class Shapes<Row> {
  readonly #connection: Connection
  readonly #prepared = new Map<string, Prepared<Row>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  of(shape: string, query: () => Compilable | RawBuilder<unknown>): Prepared<Row> {
    const known = this.#prepared.get(shape)
    if (known) return known
    if (this.#prepared.size >= 500) this.#prepared.delete(this.#prepared.keys().next().value as string)
    const made = new Prepared<Row>(this.#connection, query())
    this.#prepared.set(shape, made)
    return made
  }
}
