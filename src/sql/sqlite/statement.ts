import type { Database, Statement } from 'better-sqlite3'
import type { OperationNodeSource } from 'kysely'
import type { Lru } from '../../values/lru.ts'
import { filled, type Values } from '../build.ts'
import type { Done, ImmediateCommand, ImmediateInsertion, ImmediatePrepared } from '../engine.ts'
import { notingRows, type QueryLevel, type ReadColumns } from '../read-columns.ts'
import { compile } from './compile.ts'
import { narrowQuery } from './narrow.ts'
import { type NarrowColumns, narrowReader, type Reading, recordReader } from './records.ts'

/** What a statement runs on: told of it each time. */
interface Runner {
  readonly db: Database
  watch(sql: string): void
}

/** SQL compiled at once, and prepared when it is first run. */
class CompiledStatement {
  readonly sql: string
  readonly #runner: Runner
  readonly #parameters: readonly unknown[]
  #statement: Statement<unknown[], readonly unknown[]> | null = null

  constructor(runner: Runner, query: OperationNodeSource) {
    const { sql, parameters } = compile(query)
    this.sql = sql
    this.#runner = runner
    this.#parameters = parameters
  }

  /** Notes that the statement runs, and prepares it where this is its first time. */
  started(): Statement<unknown[], readonly unknown[]> {
    this.#runner.watch(this.sql)
    return this.prepared()
  }

  prepared(): Statement<unknown[], readonly unknown[]> {
    this.#statement ??= this.#runner.db.prepare(this.sql)
    return this.#statement
  }

  bound(values: Values): unknown[] {
    return filled(this.#parameters, values, this.sql)
  }
}

export class SqliteCommand extends CompiledStatement implements ImmediateCommand {
  run(values: Values = {}): Done {
    return this.started().run(this.bound(values))
  }
}

export class SqliteInsertion extends CompiledStatement implements ImmediateInsertion {
  run(values: Values = {}): number {
    return Number(this.started().run(this.bound(values)).lastInsertRowid)
  }
}

/** A runner of what is read for a query. */
export interface ReadingRunner extends Runner {
  /** The level of a query that asks, if its rows need have no more than the columns that it reads. */
  readonly level: QueryLevel | null
  /** Statements that select less than others, by the others' SQL and their own columns. */
  readonly narrow: Lru<string, NarrowStatement>
}

export class SqlitePrepared<Row> extends CompiledStatement implements ImmediatePrepared<Row> {
  readonly #query: OperationNodeSource
  readonly #reader: ReadingRunner
  #record: Reading<Row> | null = null

  constructor(reader: ReadingRunner, query: OperationNodeSource) {
    super(reader, query)
    this.#query = query
    this.#reader = reader
  }

  all(values: Values = {}): Row[] {
    const columns = this.#reader.level?.columnsOf(this)
    if (columns?.isLearned) return this.#narrow(columns).all(values) as Row[]
    const statement = this.started()
    const record = this.#recordOf(statement)
    const rows = statement.all(this.bound(values)).map(record)
    return columns ? notingRows(rows, columns) : rows
  }

  get(values: Values = {}): Row | undefined {
    const statement = this.started()
    const record = this.#recordOf(statement)
    const row = statement.get(this.bound(values))
    return row && record(row)
  }

  /** A call is as quick as it would be to look it up among what was read ahead. */
  expect(): void {}

  forget(): void {}

  #recordOf(statement: Statement): Reading<Row> {
    this.#record ??= recordReader(columnNames(statement))
    return this.#record
  }

  #narrow(columns: ReadColumns): NarrowStatement {
    columns.key ??= `${[...columns.names].sort().join()} of ${this.sql}`
    return this.#reader.narrow.take(columns.key, () => {
      const all = columnNames(this.prepared())
      const { query, constants } = narrowQuery(
        this.#query,
        new Set(all.filter((name) => columns.names.has(name))),
      )
      return new NarrowStatement(this.#reader, query, { constants, all })
    })
  }
}

/** The same as another statement, with some of its columns. */
export class NarrowStatement extends CompiledStatement {
  readonly #columns: NarrowColumns
  #record: Reading<object> | null = null

  constructor(runner: Runner, query: OperationNodeSource, columns: NarrowColumns) {
    super(runner, query)
    this.#columns = columns
  }

  all(values: Values): object[] {
    const statement = this.started()
    this.#record ??= narrowReader(columnNames(statement), this.#columns)
    return statement.all(this.bound(values)).map(this.#record)
  }
}

const columnNames = (statement: Statement): string[] =>
  statement
    .raw()
    .columns()
    .map(({ name }) => name)
