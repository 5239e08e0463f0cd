import { createHash } from 'node:crypto'
import type { OperationNodeSource } from 'kysely'
import type { QueryConfig } from 'pg'
import { filled, type Values } from '../../build.ts'
import type { Done, ImmediateCommand, ImmediateInsertion, ImmediatePrepared } from '../../engine.ts'
import { compilePostgres } from '../dialect/compile.ts'
import { EDGES } from '../dialect/dialect.ts'
import { sendable } from '../dialect/given-text.ts'
import { type RowReader, rowReader } from '../dialect/row-reader.ts'
import { type IndexedTable, labelsRemovedBy, writtenTable } from '../full-text/indexed-tables.ts'
import type { RawResult } from '../servers/raw-result.ts'
import { type RowInsert, rowInsertOf, type Unsent } from './gathered-inserts.ts'
import { queryForCalls, ReadAhead } from './read-ahead.ts'

/** What a statement that waits runs on. */
export interface BlockingRunner {
  readonly edges: readonly number[]
  /** A number that no other transaction has; null outside of one. */
  readonly transactionNumber: number | null
  read(query: QueryConfig): RawResult
  /** Sends it with the next that must be answered. `whenDone` is called with its result then. */
  readLater(query: QueryConfig, whenDone: (result: RawResult) => void): void
  /** The same of what writes. */
  write(statement: Unsent): void
  /** Sends what has not been sent. */
  flush(): void
  nextId(table: string): number
  noteText(table: IndexedTable, ids: readonly number[]): void
}

class BlockingStatement {
  readonly sql: string
  protected readonly runner: BlockingRunner
  readonly #name: string
  readonly #parameters: readonly unknown[]

  constructor(runner: BlockingRunner, query: OperationNodeSource, adapt = (text: string) => text) {
    const { sql, parameters } = compilePostgres(query)
    this.sql = adapt(sql)
    this.runner = runner
    this.#name = createHash('sha256').update(this.sql).digest('base64url')
    this.#parameters = parameters
  }

  protected filledWith(values: Values, more: readonly number[] = []): QueryConfig {
    const given = { ...values, [EDGES]: `{${this.runner.edges.join()}}` }
    return {
      name: this.#name,
      text: this.sql,
      values: [...filled(this.#parameters, given, this.sql).map(sendable), ...more],
    }
  }
}

export class BlockingPrepared<Row> extends BlockingStatement implements ImmediatePrepared<Row> {
  #read: RowReader<Row> | null = null

  #ahead: ReadAhead | null = null

  all(values: Values = {}): Row[] {
    const query = this.filledWith(values)
    const { columns, rows } = this.#knownOf(query.values ?? []) ?? this.runner.read(query)
    this.#read ??= rowReader<Row>(columns)
    return rows.map(this.#read)
  }

  get(values: Values = {}): Row | undefined {
    return this.all(values)[0]
  }

  expect(calls: readonly Values[]): void {
    const { transactionNumber } = this.runner
    const queries = transactionNumber === null ? [] : calls.map((values) => this.filledWith(values))
    const given = queries.map(({ values }) => values ?? [])
    if (given.length > 0 && this.#readAhead()?.hasAll(given)) return
    this.#ahead = null
    const [first] = queries
    if (transactionNumber === null || !first) return
    const ahead = new ReadAhead(transactionNumber, given)
    this.#ahead = ahead
    if (ahead.isOfOne) this.runner.readLater(first, (result) => ahead.heedOne(result))
    else this.runner.readLater(queryForCalls(this.sql, ahead.calls), (result) => ahead.heed(result))
  }

  forget(values: Values): void {
    this.#readAhead()?.forget(this.filledWith(values).values ?? [])
  }

  #knownOf(call: readonly unknown[]): RawResult | undefined {
    const ahead = this.#readAhead()
    if (ahead?.isAwaited(call)) this.runner.flush()
    return ahead?.of(call)
  }

  #readAhead(): ReadAhead | null {
    if (this.#ahead?.transaction !== this.runner.transactionNumber) this.#ahead = null
    return this.#ahead
  }
}

/** Waits for its turn, and for its answer only where somebody asks how many rows it wrote. */
export class BlockingCommand extends BlockingStatement implements ImmediateCommand {
  /** The table whose texts it changes, if it does: it answers which rows it wrote, then. */
  readonly #indexed: IndexedTable | null
  readonly #insert: RowInsert | null
  /** What finds the labels that the database removes with what it removes. */
  readonly #removedLabels: string | null

  constructor(runner: BlockingRunner, query: OperationNodeSource) {
    const { sql, parameters } = compilePostgres(query)
    const indexed = writtenTable(sql)
    super(runner, query, (text) => (indexed ? `${text} returning id` : text))
    this.#indexed = indexed
    this.#insert = rowInsertOf(sql, parameters.length)
    this.#removedLabels = labelsRemovedBy(sql)
  }

  run(values: Values = {}): Done {
    const { runner } = this
    const note = (table: IndexedTable | null, { rows }: RawResult) => {
      if (table && rows.length > 0)
        runner.noteText(
          table,
          rows.map(([id]) => Number(id)),
        )
    }
    let changes: number | null = null
    const query = this.filledWith(values)
    if (this.#removedLabels)
      runner.write({
        query: { text: this.#removedLabels, values: query.values ?? [] },
        whenDone: (result) => note('label', result),
        mayWriteTexts: true,
      })
    const whenDone = (result: RawResult) => {
      changes = result.rowCount ?? 0
      note(this.#indexed, result)
    }
    runner.write({ query, whenDone, insert: this.#insert, mayWriteTexts: this.#indexed !== null })
    return {
      get changes() {
        if (changes === null) runner.flush()
        return changes ?? 0
      },
    }
  }
}

/** Gives the row its id itself, where the row has none, and so need not wait to be told it. */
export class BlockingInsertion extends BlockingStatement implements ImmediateInsertion {
  /** The table, where ids are to be given. */
  readonly #numbered: string | null
  readonly #indexed: IndexedTable | null
  readonly #insert: RowInsert | null

  constructor(runner: BlockingRunner, query: OperationNodeSource) {
    const { sql, parameters } = compilePostgres(query)
    const { table, columns } = insertedRow(sql)
    const hasId = columns.includes('id')
    super(runner, query, (text) => (hasId ? text : withId(text, parameters.length + 1)))
    this.#numbered = hasId ? null : table
    this.#insert = rowInsertOf(this.sql, parameters.length + (hasId ? 0 : 1))
    this.#indexed = writtenTable(sql)
  }

  run(values: Values = {}): number {
    const { runner } = this
    const id = this.#numbered === null ? Number(values.id) : runner.nextId(this.#numbered)
    const query = this.filledWith(values, this.#numbered === null ? [] : [id])
    runner.write({ query, insert: this.#insert })
    if (this.#indexed) runner.noteText(this.#indexed, [id])
    return id
  }
}

const insertion = /^insert into "?(\w+)"?\s*\(([^)]*)\)\s*values\s*\(/

function insertedRow(sql: string): { table: string; columns: readonly string[] } {
  const [, table, columns] = insertion.exec(sql) ?? []
  if (table === undefined || columns === undefined) throw new Error(`This inserts no row of its own: ${sql}`)
  return { table, columns: columns.split(',').map((column) => column.trim().replaceAll('"', '')) }
}

/** `insert into label (text) values ($1)` with the id as its last parameter. */
const withId = (sql: string, place: number): string =>
  sql.replace(
    insertion,
    (_found, table: string, columns: string) =>
      `insert into "${table}" (id, ${columns}) values ($${place}::bigint, `,
  )
