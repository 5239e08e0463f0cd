import { type Expression, type OperationNodeSource, sql } from 'kysely'
import type { QueryConfig, QueryResultRow } from 'pg'
import { DatabaseLostError } from '../../../values/errors.ts'
import type { Answer, Engine, Prepared } from '../../engine.ts'
import type { QueryLevel } from '../../read-columns.ts'
import { WorkCount } from '../../work-count.ts'
import type { ServerPool } from '../pools/pool.ts'
import type { Reading } from '../pools/reading.ts'
import { COUNT_WRITE, STATE } from '../schema/graph-state.ts'
import { CurrentWork } from './current-work.ts'
import { GraphDatabases, type GraphDatabasesOptions } from './graph-databases.ts'
import { PooledTransactions } from './pooled-transactions.ts'
import { PostgresCommand, PostgresInsertion, PostgresPrepared, type StatementRunner } from './statement.ts'
import type { StatementResult } from './statement-group.ts'

/** Which state of the graph can be seen. It is asked beside what is asked for, and does not count as a statement. */
const SEEN = { name: 'seen', text: STATE }

/** A graph in a schema of a PostgreSQL database, seen through a pool of connections: whoever asks waits by a promise. */
export class AsynchronousEngine implements Engine, StatementRunner {
  onStatement: ((sql: string) => void) | null = null
  level: QueryLevel | null = null
  readonly isImmediate = false
  readonly sortsMissingFirst = false
  readonly #databases: GraphDatabases
  readonly #work = new CurrentWork()
  readonly #transactions: PooledTransactions
  readonly #lastRevision: Prepared<{ last: number }>
  readonly #probe: Prepared<unknown>
  readonly #count = new WorkCount()
  #writes = 0

  constructor(options: GraphDatabasesOptions) {
    this.#databases = new GraphDatabases(options)
    this.#transactions = new PooledTransactions(this.#work, options.schema)
    this.#lastRevision = this.prepare(sql`select coalesce(max(id), 0) as last from revision`)
    this.#probe = this.prepare(sql`select 1 from entity limit 1`)
  }

  prepare<Row>(query: Expression<Row>): Prepared<Row> {
    return new PostgresPrepared<Row & QueryResultRow>(this, query)
  }

  command(query: OperationNodeSource): PostgresCommand {
    return new PostgresCommand(this, query)
  }

  insertion(query: OperationNodeSource): PostgresInsertion {
    return new PostgresInsertion(this, query)
  }

  /**
   * One at a time for each graph: what it reads stays as it is until it has written. A statement that fails undoes all of it,
   * even where `work` goes on.
   */
  async transaction<T>(work: () => Answer<T>): Promise<T> {
    if (this.#work.now.session) throw new Error('A transaction is under way on this connection already.')
    return this.#transactions.write(this.#databases.primary, work)
  }

  async snapshot<T>(work: () => Answer<T>): Promise<T> {
    // Nobody else writes during a transaction, and a snapshot within one is the same.
    if (this.#work.now.session) return work()
    return this.#work.with({ isSnapshot: true }, () =>
      this.#read((pool) => this.#transactions.snapshot(pool, work)),
    )
  }

  within<T>(milliseconds: number, work: () => T, signal?: AbortSignal): T {
    return this.#work.within(milliseconds, work, signal)
  }

  look(): void {
    this.#work.look()
  }

  step(): void {
    if (this.#count.countStep()) this.look()
  }

  rowsPassed(): number {
    return this.#count.passed
  }

  overEdges<T>(edges: readonly number[], work: () => T): T {
    return this.#work.with({ edges }, work)
  }

  get edges(): readonly number[] {
    return this.#work.now.edges
  }

  /** Which state of the graph can be seen: another text once one more has committed. Within one, what this process writes counts. */
  async state(): Promise<string> {
    const { rows } = await this.#ask<{ state: string }>(SEEN)
    return `${rows[0]?.state} ${this.#writes}`
  }

  /** Of one piece of work it is the state at its beginning: what is committed meanwhile is seen by the next. */
  async committedState(): Promise<string | null> {
    const { session, isSnapshot, memory } = this.#work.now
    if (session) return isSnapshot ? this.state() : null
    if (!memory) return this.state()
    memory.state ??= this.state()
    return memory.state
  }

  /** What is sorted and read by these connections is the server's affair. */
  spareMemory(): void {}

  async probe(): Promise<void> {
    await this.#probe.get()
  }

  onWritten(heed: () => void): () => void {
    return this.#databases.onWritten(heed, async () => (await this.#lastRevision.get())?.last ?? 0)
  }

  fromReplica<T>(leastRevision: number, work: () => T): T {
    return this.#readingFrom(this.#databases.readingFrom(leastRevision), work)
  }

  fromLastReplica<T>(work: () => T): T {
    return this.#readingFrom(this.#databases.readingFromLast(), work)
  }

  async orFromReplica<T>(work: () => Answer<T>): Promise<T> {
    const reading = this.#databases.readingFrom(0)
    if (!reading) return work()
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DatabaseLostError)) throw error
      const found = await this.#readingFrom(reading, work)
      if (found === undefined) throw error
      return found
    }
  }

  close(): Promise<void> {
    return this.#databases.close()
  }

  async run<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    this.#noteStart(query)
    return this.#ask<Row>(query)
  }

  write<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    return this.#written<Row>(query).finally(() => this.#writes++)
  }

  async #written<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    this.#noteStart(query)
    const { session, limits } = this.#work.now
    if (session) return session.run<Row>(query, limits)
    const statements = this.#databases.statementsOf(this.#databases.primary)
    const result = await statements.runAlone<Row>(query, limits)
    await statements.runAlone({ text: COUNT_WRITE }, limits)
    return result
  }

  #noteStart({ text }: QueryConfig): void {
    this.look()
    this.onStatement?.(text)
    this.#count.countStatement()
  }

  #ask<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    const { session, limits } = this.#work.now
    if (session) return session.run<Row>(query, limits)
    return this.#read((pool) => this.#databases.statementsOf(pool).read<Row>(query, limits))
  }

  #read<T>(read: (pool: ServerPool) => Promise<T>): Promise<T> {
    const { reading } = this.#work.now
    return reading ? this.#databases.read(reading, read) : read(this.#databases.primary)
  }

  /** Without a replica, work goes on as it does. */
  #readingFrom<T>(reading: Reading | null, work: () => T): T {
    return reading ? this.#work.with({ reading }, work) : work()
  }
}
