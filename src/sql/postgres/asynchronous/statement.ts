import { createHash } from 'node:crypto'
import type { OperationNodeSource } from 'kysely'
import type { QueryConfig, QueryResultRow } from 'pg'
import { filled, type Values } from '../../build.ts'
import { type Command, type Done, type Insertion, type Prepared, unwatched } from '../../engine.ts'
import { compilePostgres } from '../dialect/compile.ts'
import { EDGES } from '../dialect/dialect.ts'
import { sendable } from '../dialect/given-text.ts'
import type { StatementResult } from './statement-group.ts'

/** What a statement runs on. */
export interface StatementRunner {
  /** The edges that histograms count between at the moment. */
  readonly edges: readonly number[]
  run<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>>
  /** The same for what writes. */
  write<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>>
}

/** SQL compiled at once. Each connection prepares it when it first runs it, under a name that the same SQL has everywhere. */
class PostgresStatement {
  readonly sql: string
  protected readonly runner: StatementRunner
  readonly #name: string
  readonly #parameters: readonly unknown[]

  constructor(runner: StatementRunner, query: OperationNodeSource, ending = '') {
    const { sql, parameters } = compilePostgres(query)
    this.sql = sql + ending
    this.runner = runner
    this.#name = createHash('sha256').update(this.sql).digest('base64url')
    this.#parameters = parameters
  }

  protected filledWith(values: Values): QueryConfig {
    const given = { ...values, [EDGES]: `{${this.runner.edges.join()}}` }
    return {
      name: this.#name,
      text: this.sql,
      values: filled(this.#parameters, given, this.sql).map(sendable),
    }
  }
}

export class PostgresPrepared<Row extends QueryResultRow> extends PostgresStatement implements Prepared<Row> {
  all(values: Values = {}): Promise<Row[]> {
    return unwatched(this.#rows(values))
  }

  get(values: Values = {}): Promise<Row | undefined> {
    return unwatched(this.#rows(values).then(([row]) => row))
  }

  expect(): void {}

  forget(): void {}

  async #rows(values: Values): Promise<Row[]> {
    return (await this.runner.run<Row>(this.filledWith(values))).rows
  }
}

export class PostgresCommand extends PostgresStatement implements Command {
  async run(values: Values = {}): Promise<Done> {
    const { rowCount } = await this.runner.write(this.filledWith(values))
    return { changes: rowCount ?? 0 }
  }
}

export class PostgresInsertion extends PostgresStatement implements Insertion {
  constructor(runner: StatementRunner, query: OperationNodeSource) {
    super(runner, query, ' returning id')
  }

  async run(values: Values = {}): Promise<number> {
    const { rows } = await this.runner.write<{ id: number }>(this.filledWith(values))
    const [row] = rows
    if (!row) throw new Error(`No row was added by: ${this.sql}`)
    return row.id
  }
}
