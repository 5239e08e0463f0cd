import type { Database, Statement } from 'better-sqlite3'
import type { OperationNodeSource } from 'kysely'
import { filled, type Values } from '../build.ts'
import type { Done, ImmediateCommand, ImmediateInsertion, ImmediatePrepared } from '../engine.ts'
import { compile } from './compile.ts'

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

  /** Notes that the statement runs, and makes it where this is its first time. */
  started(): Statement<unknown[], readonly unknown[]> {
    this.#runner.watch(this.sql)
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

type Reading<Row> = (row: readonly unknown[]) => Row

export class SqlitePrepared<Row> extends CompiledStatement implements ImmediatePrepared<Row> {
  #record: Reading<Row> | null = null

  all(values: Values = {}): Row[] {
    const statement = this.started()
    const record = this.#recordOf(statement)
    return statement.all(this.bound(values)).map(record)
  }

  get(values: Values = {}): Row | undefined {
    const statement = this.started()
    const record = this.#recordOf(statement)
    const row = statement.get(this.bound(values))
    return row && record(row)
  }

  #recordOf(statement: Statement): Reading<Row> {
    this.#record ??= recordReader(
      statement
        .raw()
        .columns()
        .map(({ name }) => name),
    )
    return this.#record
  }
}

/**
 * Makes records of rows that come as arrays. Written out as an object literal, because V8 then gives all records one
 * layout: the driver's own objects have none, and take more than twice as long to make and to read.
 */
function recordReader<Row>(columns: readonly string[]): Reading<Row> {
  const fields = columns.map((name, index) => `${JSON.stringify(name)}: row[${index}]`)
  return new Function('row', `return { ${fields.join(', ')} }`) as Reading<Row>
}
