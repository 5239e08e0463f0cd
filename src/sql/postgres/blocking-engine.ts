import { performance } from 'node:perf_hooks'
import type { Expression, OperationNodeSource } from 'kysely'
import type { QueryConfig } from 'pg'
import { TimeoutError } from '../../values/errors.ts'
import { type CopiedTables, type ImmediateEngine, lookEvery } from '../engine.ts'
import type { Finding } from '../finding.ts'
import { type Patience, whileBusy } from '../patience.ts'
import type { QueryLevel } from '../read-columns.ts'
import type { PostgresAddress } from './address.ts'
import { BlockingLink, type RawResult } from './blocking-link.ts'
import {
  BlockingCommand,
  BlockingInsertion,
  BlockingPrepared,
  type BlockingRunner,
} from './blocking-statement.ts'
import { TELL_WRITTEN } from './commit-listener.ts'
import { differencesIn } from './differences.ts'
import { isBusy, isCanceled } from './error-codes.ts'
import type { IndexedTable } from './indexed-tables.ts'
import { LastIds } from './last-ids.ts'
import { type RunNow, TextIndex } from './text-index.ts'

/** How many steps of a loop pass between two looks at the clock. */
const STEPS_PER_LOOK = 512
/** A statement counts as so many rows that have passed. */
const ROWS_OF_STATEMENT = 10_000
/** So many statements are sent at a time at most, before the answer to one of them is wanted. */
const MOST_UNSENT = 256
/** Milliseconds until a server that does not answer counts as one that cannot be reached. */
const CONNECT_TIMEOUT = 15_000
/** Milliseconds of waiting for whoever else writes. */
const LOCK_TIMEOUT = 5_000
/** The same where somebody with patience of their own tries again. */
const LOCK_ATTEMPT = 1_000

interface Unsent {
  readonly query: QueryConfig
  readonly whenDone: ((result: RawResult) => void) | undefined
}

/**
 * A graph in a schema of a PostgreSQL database, for work that does not wait, such as writing: the thread stands still until
 * it is answered. What only writes is sent together with the next statement that must be answered.
 */
export class BlockingEngine implements ImmediateEngine, BlockingRunner {
  onStatement: ((sql: string) => void) | null = null
  level: QueryLevel | null = null
  readonly sortsMissingFirst = false
  patience: Patience | null = null
  /** Milliseconds that the database itself waits for whoever else writes, where nobody has patience of their own. */
  lockTimeout = LOCK_TIMEOUT
  edges: readonly number[] = []
  readonly #link: BlockingLink
  readonly #schema: string
  readonly #texts = new TextIndex()
  readonly #ids = new LastIds()
  #unsent: Unsent[] = []
  #isInTransaction = false
  /** Whether transactions are parts of one that is under way, each of which may fail alone. */
  #isTogether = false
  #deadline = Number.POSITIVE_INFINITY
  #timeout = 0
  #rows = 0
  #writes = 0

  constructor({ url, schema }: PostgresAddress) {
    this.#schema = schema
    this.#link = new BlockingLink({
      connectionString: url,
      // To compile a plan takes longer than to run it, where a query reads a page.
      options: `-c search_path=${schema} -c jit=off`,
      application_name: 'hearsay',
      connectionTimeoutMillis: CONNECT_TIMEOUT,
    })
  }

  prepare<Row>(query: Expression<Row>): BlockingPrepared<Row> {
    return new BlockingPrepared(this, query)
  }

  command(query: OperationNodeSource): BlockingCommand {
    return new BlockingCommand(this, query)
  }

  insertion(query: OperationNodeSource): BlockingInsertion {
    return new BlockingInsertion(this, query)
  }

  transaction<T>(work: () => T): T {
    if (!this.#isInTransaction) return this.#locked(work)
    if (!this.#isTogether) throw new Error('A transaction is under way on this connection already.')
    return this.#part(work)
  }

  together<T>(work: () => T): T {
    return this.#locked(() => {
      this.#isTogether = true
      try {
        return work()
      } finally {
        this.#isTogether = false
      }
    })
  }

  load<T>(work: () => T, derive: () => void): T {
    return this.transaction(() => {
      const done = work()
      derive()
      return done
    })
  }

  snapshot<T>(work: () => T): T {
    if (this.#isInTransaction) return work()
    return this.#between('begin isolation level repeatable read, read only', work)
  }

  /** What is sorted and read by this connection is the server's affair. */
  spareMemory(): void {}

  lastId(table: string): number {
    return this.#ids.last(table, this.runNow)
  }

  beginIdsAfter(table: string, id: number): void {
    this.#ids.beginAfter(table, id, this.runNow)
  }

  faults(): Finding[] {
    return []
  }

  differences(tables: CopiedTables, work: (copies: ImmediateEngine) => void): Finding[] {
    return differencesIn(
      this.runNow,
      (inTransaction) => this.#discarded(inTransaction),
      tables,
      () => work(this),
      this.#schema,
    )
  }

  within<T>(milliseconds: number, work: () => T): T {
    const outer = this.#deadline
    this.#deadline = Math.min(outer, performance.now() + milliseconds)
    try {
      return work()
    } finally {
      this.#deadline = outer
    }
  }

  look(): void {
    if (performance.now() > this.#deadline) throw new TimeoutError()
  }

  step(): void {
    if (++this.#rows % STEPS_PER_LOOK === 0) this.look()
  }

  rowsPassed(): number {
    return this.#rows
  }

  overEdges<T>(edges: readonly number[], work: () => T): T {
    const outer = this.edges
    this.edges = edges
    try {
      return work()
    } finally {
      this.edges = outer
    }
  }

  state(): string {
    const { rows } = this.runNow('select pg_current_snapshot()::text', [])
    return `${rows[0]?.[0]} ${this.#writes}`
  }

  committedState(): string | null {
    return this.#isInTransaction ? null : this.state()
  }

  onWritten(heed: () => void, milliseconds: number): () => void {
    return lookEvery(milliseconds, heed)
  }

  fromCopy<T>(_: number, work: () => T): T {
    return work()
  }

  fromLastCopy<T>(work: () => T): T {
    return work()
  }

  probe(): void {
    this.runNow('select 1 from entity limit 1', [])
  }

  close(): void {
    this.#link.close()
  }

  /** Runs SQL of several statements, such as a migration. */
  execute(text: string): void {
    this.read({ text })
  }

  read(query: QueryConfig): RawResult {
    this.#watch(query.text)
    const [result] = this.#send(query)
    if (!result) throw new Error(`No answer to: ${query.text}`)
    return result
  }

  write(query: QueryConfig, whenDone?: (result: RawResult) => void): void {
    this.#watch(query.text)
    this.#writes++
    this.#unsent.push({ query, whenDone })
    if (!this.#isInTransaction || this.#unsent.length >= MOST_UNSENT) this.flush()
  }

  flush(): void {
    this.#send()
  }

  nextId(table: string): number {
    return this.#ids.next(table, this.runNow)
  }

  noteText(table: IndexedTable, ids: readonly number[]): void {
    this.#texts.note(table, ids)
  }

  readonly runNow: RunNow = (text, values) => {
    const [result] = this.#send({ text, values: [...values] })
    if (!result) throw new Error(`No answer to: ${text}`)
    return result
  }

  #watch(sql: string): void {
    this.look()
    this.#rows += ROWS_OF_STATEMENT
    this.onStatement?.(sql)
  }

  /** Sends what has not been sent, and then this; answers this one's result. */
  #send(last?: QueryConfig): readonly RawResult[] {
    const unsent = this.#unsent
    this.#unsent = []
    const limits = this.#limits()
    const queries = [...limits, ...unsent.map(({ query }) => query), ...(last ? [last] : [])]
    if (queries.length === 0) return []
    try {
      const results = this.#link.ask(queries)
      for (const [place, { whenDone }] of unsent.entries()) {
        const result = results[limits.length + place]
        if (result) whenDone?.(result)
      }
      return last ? results.slice(-1) : []
    } catch (error) {
      throw isCanceled(error) ? new TimeoutError() : error
    }
  }

  /** Tells the server how much time is left, where there is a deadline, or was. */
  #limits(): QueryConfig[] {
    const left = this.#deadline - performance.now()
    const timeout = left === Number.POSITIVE_INFINITY ? 0 : Math.max(1, Math.ceil(left))
    if (timeout === this.#timeout) return []
    this.#timeout = timeout
    return [{ text: `set statement_timeout = ${timeout}` }]
  }

  /** The lock is taken before anything is read, and goes with the transaction: there is one writer at a time. */
  #locked<T>(work: () => T): T {
    if (this.#isInTransaction) throw new Error('A transaction is under way on this connection already.')
    return whileBusy(this.patience, isBusy, () =>
      this.#between('begin', () => {
        this.runNow(`set local lock_timeout = ${this.patience ? LOCK_ATTEMPT : this.lockTimeout}`, [])
        this.runNow('select pg_advisory_xact_lock(hashtextextended($1, 0))', [this.#schema])
        const done = work()
        this.flush()
        this.#texts.settle(this.runNow)
        this.#ids.settle(this.runNow)
        this.#unsent.push({ query: { text: TELL_WRITTEN, values: [this.#schema] }, whenDone: undefined })
        return done
      }),
    )
  }

  #between<T>(begin: string, work: () => T): T {
    this.read({ text: begin })
    this.#isInTransaction = true
    try {
      const done = work()
      const { command } = this.runNow('commit', [])
      if (command !== 'COMMIT')
        throw new Error('A statement of the transaction failed, so all of it was undone.')
      return done
    } catch (error) {
      this.#rollBack()
      throw error
    } finally {
      this.#isInTransaction = false
    }
  }

  #rollBack(): void {
    this.#unsent = []
    this.#texts.forget()
    this.#ids.forget()
    // What was set since `begin` is undone as well.
    this.#timeout = -1
    try {
      this.runNow('rollback', [])
    } catch {
      // The connection is lost, and what was not committed with it.
    }
  }

  /** A part of a transaction, which leaves the others as they are where it fails. */
  #part<T>(work: () => T): T {
    const takeBackIds = this.#ids.mark()
    this.#isTogether = false
    this.runNow('savepoint part', [])
    try {
      const done = work()
      this.runNow('release savepoint part', [])
      return done
    } catch (error) {
      this.#unsent = []
      takeBackIds()
      this.runNow('rollback to savepoint part', [])
      throw error
    } finally {
      this.#isTogether = true
    }
  }

  /** Runs work of which nothing stays. */
  #discarded<T>(work: () => T): T {
    this.read({ text: 'begin' })
    this.#isInTransaction = true
    try {
      return work()
    } finally {
      this.#rollBack()
      this.#isInTransaction = false
    }
  }
}
