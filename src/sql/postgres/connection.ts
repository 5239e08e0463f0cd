import { AsyncLocalStorage } from 'node:async_hooks'
import { type Expression, type OperationNodeSource, sql } from 'kysely'
import { Pool, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg'
import type { Answer, Engine, Prepared } from '../engine.ts'
import type { QueryLevel } from '../read-columns.ts'
import { Session, timeoutError } from './session.ts'
import { PostgresCommand, PostgresInsertion, PostgresPrepared, type StatementRunner } from './statement.ts'
import { valueTypes } from './values.ts'

export interface PostgresOptions {
  /** `postgres://user@host/database` */
  readonly url: string
  /** The schema that holds the graph: one graph, one schema. */
  readonly schema: string
  /** How many connections there are at most. */
  readonly connections?: number
}

const CONNECTIONS = 10
/** After so many seconds a connection makes way for another, and with it go the statements that it has prepared. */
const LIFETIME = 3600

/** How many steps of a loop pass between two looks at the clock. */
const STEPS_PER_LOOK = 512

/** A statement counts as so many steps. */
const ROWS_OF_STATEMENT = 10_000

/** What belongs to one piece of work, and not to others that go on meanwhile. */
interface Work {
  /** The connection of the transaction or snapshot that it is in. */
  readonly session: Session | null
  readonly deadline: number
  readonly edges: readonly number[]
}

const unbound: Work = { session: null, deadline: Number.POSITIVE_INFINITY, edges: [] }

/** A graph in a schema of a PostgreSQL database, seen through a pool of connections. */
export class PostgresEngine implements Engine, StatementRunner {
  onStatement: ((sql: string) => void) | null = null
  level: QueryLevel | null = null
  readonly sortsMissingFirst = false
  readonly #schema: string
  readonly #pool: Pool
  readonly #work = new AsyncLocalStorage<Work>()
  readonly #seen: Prepared<{ seen: string }>
  readonly #probe: Prepared<unknown>
  #writes = 0
  #steps = 0
  #statements = 0

  constructor({ url, schema, connections = CONNECTIONS }: PostgresOptions) {
    this.#schema = schema
    this.#pool = new Pool({
      connectionString: url,
      // To compile a plan takes longer than to run it, where a query reads a page.
      options: `-c search_path=${schema} -c jit=off`,
      max: connections,
      maxLifetimeSeconds: LIFETIME,
      types: valueTypes,
    })
    // An idle connection that is lost is replaced by the pool. Without a listener the process would end.
    this.#pool.on('error', () => undefined)
    this.#seen = this.prepare(sql`select pg_current_snapshot()::text as seen`)
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
   * One at a time for each graph: what it reads stays as it is until it has written. The lock is taken before anything is
   * read, and goes with the transaction. A statement that fails undoes all of it, even where `work` goes on.
   */
  async transaction<T>(work: () => Answer<T>): Promise<T> {
    if (this.#current.session) throw new Error('A transaction is under way on this connection already.')
    return this.#inSession('begin', async (session) => {
      const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
      await session.run({ text: lock, values: [this.#schema] }, this.#current.deadline)
      return work()
    })
  }

  async snapshot<T>(work: () => Answer<T>): Promise<T> {
    // Nobody else writes during a transaction, and a snapshot within one is the same.
    if (this.#current.session) return work()
    return this.#inSession('begin isolation level repeatable read, read only', work)
  }

  within<T>(milliseconds: number, work: () => T): T {
    return this.#with({ deadline: Math.min(this.#current.deadline, performance.now() + milliseconds) }, work)
  }

  look(): void {
    if (performance.now() > this.#current.deadline) throw timeoutError()
  }

  step(): void {
    if (++this.#steps % STEPS_PER_LOOK === 0) this.look()
  }

  /** How many rows a statement reads is the server's own affair: each counts as many, as it costs a way there and back. */
  rowsPassed(): number {
    return this.#steps + this.#statements * ROWS_OF_STATEMENT
  }

  overEdges<T>(edges: readonly number[], work: () => T): T {
    return this.#with({ edges }, work)
  }

  get edges(): readonly number[] {
    return this.#current.edges
  }

  /** Which transactions can be seen: another text once one more has committed. Within one, what this process writes counts. */
  async state(): Promise<string> {
    return `${(await this.#seen.get())?.seen} ${this.#writes}`
  }

  async committedState(): Promise<string | null> {
    return this.#current.session ? null : this.state()
  }

  /** What is sorted and read by these connections is the server's affair. */
  spareMemory(): void {}

  async probe(): Promise<void> {
    await this.#probe.get()
  }

  close(): Promise<void> {
    return this.#pool.end()
  }

  async run<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    this.look()
    this.onStatement?.(query.text)
    this.#statements++
    const { session, deadline } = this.#current
    if (session) return session.run<Row>(query, deadline)
    const own = new Session(await this.#pool.connect())
    return own.run<Row>(query, deadline).finally(() => own.end())
  }

  write<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    return this.run<Row>(query).finally(() => this.#writes++)
  }

  get #current(): Work {
    return this.#work.getStore() ?? unbound
  }

  #with<T>(changed: Partial<Work>, work: () => T): T {
    return this.#work.run({ ...this.#current, ...changed }, work)
  }

  async #inSession<T>(begin: string, work: (session: Session) => Answer<T>): Promise<T> {
    const session = new Session(await this.#pool.connect())
    let isBroken = false
    try {
      await session.run({ text: begin }, this.#current.deadline)
      const done = await this.#with({ session }, () => work(session))
      await session.commit()
      return done
    } catch (error) {
      await session.rollback().catch(() => {
        isBroken = true
      })
      throw error
    } finally {
      session.end(isBroken)
    }
  }
}
