import { performance } from 'node:perf_hooks'
import type { Expression, OperationNodeSource } from 'kysely'
import type { QueryConfig } from 'pg'
import { DatabaseLostError, TimeoutError } from '../../../values/errors.ts'
import { type CopiedTables, type ImmediateEngine, lookEvery } from '../../engine.ts'
import type { Finding } from '../../finding.ts'
import { type Patience, whileBusy } from '../../patience.ts'
import type { QueryLevel } from '../../read-columns.ts'
import { differencesIn } from '../check/differences.ts'
import { schemaFaults } from '../check/faults.ts'
import { freshParts } from '../check/schema-parts.ts'
import type { IndexedTable } from '../full-text/indexed-tables.ts'
import { TextIndex } from '../full-text/text-index.ts'
import { TELL_WRITTEN } from '../pools/commit-listener.ts'
import { COUNT_WRITE, STATE } from '../schema/graph-state.ts'
import { stagingVacuum } from '../schema/staging.ts'
import type { PostgresAddress } from '../servers/address.ts'
import { isBusy, isCanceled, misfitOrSame } from '../servers/error-codes.ts'
import type { RawResult, RunNow } from '../servers/raw-result.ts'
import { keptAlive, sessionOptions } from '../servers/session-options.ts'
import { BlockingLink } from './blocking-link.ts'
import {
  BlockingCommand,
  BlockingInsertion,
  BlockingPrepared,
  type BlockingRunner,
} from './blocking-statement.ts'
import { analyze, withoutIndexes } from './bulk.ts'
import { gathered, type Unsent } from './gathered-inserts.ts'
import { LastIds } from './last-ids.ts'

const COMMIT: QueryConfig = { text: 'commit' }
/** How many steps of a loop pass between two looks at the clock. */
const STEPS_PER_LOOK = 512
/** A statement counts as so many rows that have passed. */
const ROWS_OF_STATEMENT = 10_000
/** So many statements are sent at a time at most, before the answer to one of them is wanted. */
const MOST_UNSENT = 2_000
/** The same of letters, about. */
const MOST_UNSENT_LETTERS = 2_000_000
/** So many transactions note what they touch before the room of that is given back. */
const TRANSACTIONS_PER_VACUUM = 500
/** Milliseconds until a server that does not answer counts as one that cannot be reached. */
const CONNECT_TIMEOUT = 15_000
/** Milliseconds of waiting for whoever else writes. */
const LOCK_TIMEOUT = 5_000
/** The same where somebody with patience of their own tries again. */
const LOCK_ATTEMPT = 1_000

/**
 * A graph in a schema of a PostgreSQL database, for work that does not wait, such as writing: the thread stands still until
 * it is answered. What only writes is sent together with the next statement that must be answered.
 */
export class BlockingEngine implements ImmediateEngine, BlockingRunner {
  onStatement: ((sql: string) => void) | null = null
  level: QueryLevel | null = null
  readonly isImmediate = true
  readonly sortsMissingFirst = false
  patience: Patience | null = null
  /** Milliseconds that the database itself waits for whoever else writes, where nobody has patience of their own. */
  lockTimeout = LOCK_TIMEOUT
  edges: readonly number[] = []
  /** How often the server was waited for. */
  roundTrips = 0
  readonly #link: BlockingLink
  readonly #schema: string
  readonly #texts = new TextIndex()
  readonly #ids = new LastIds()
  #unsent: Unsent[] = []
  #unsentLetters = 0
  #isInTransaction = false
  /** Whether the server knows of that transaction: it is told with the first statement whose answer is needed. */
  #isBegun = false
  /** Whether that transaction only reads, so that there is nothing to be undone. */
  #isSnapshot = false
  /** Whether transactions are parts of one that is under way, each of which may fail alone. */
  #isTogether = false
  /** Whether copies hide tables: what was prepared before goes on with the tables themselves. */
  #areTablesHidden = false
  #deadline = Number.POSITIVE_INFINITY
  #rows = 0
  #writes = 0
  #transactions = 0
  /** Counts whatever may undo what was done since: transactions and their parts. */
  #beginnings = 0

  /** @param setup SQL that each connection begins with: one that is lost is replaced. */
  constructor({ servers, schema }: PostgresAddress, setup = '') {
    this.#schema = schema
    const config = {
      options: sessionOptions(schema),
      application_name: 'hearsay',
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      ...keptAlive,
    }
    this.#link = new BlockingLink(servers, config, setup)
  }

  get transactionNumber(): number | null {
    return this.#isInTransaction ? this.#beginnings : null
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
      const done = withoutIndexes(this.runNow, () => {
        const loaded = work()
        this.#settleTexts()
        return loaded
      })
      analyze(this.runNow)
      derive()
      return done
    })
  }

  snapshot<T>(work: () => T): T {
    if (this.#isInTransaction) return work()
    this.#isSnapshot = true
    try {
      return this.#between([{ query: { text: 'begin isolation level repeatable read, read only' } }], work)
    } finally {
      this.#isSnapshot = false
    }
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
    const fresh = freshParts(this.runNow, (work) => this.#discarded(work))
    return this.snapshot(() => schemaFaults(this.runNow, this.#schema, fresh))
  }

  differences(tables: CopiedTables, work: (copies: ImmediateEngine) => void): Finding[] {
    this.#areTablesHidden = true
    try {
      return differencesIn(
        this.runNow,
        (inTransaction) => this.#discarded(inTransaction),
        tables,
        () => work(this),
        this.#schema,
      )
    } finally {
      this.#areTablesHidden = false
    }
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
    const { rows } = this.runNow(STATE, [])
    return `${rows[0]?.[0]} ${this.#writes}`
  }

  committedState(): string | null {
    return this.#isInTransaction && !this.#isSnapshot ? null : this.state()
  }

  onWritten(heed: () => void, milliseconds: number): () => void {
    return lookEvery(milliseconds, heed)
  }

  fromReplica<T>(_: number, work: () => T): T {
    return work()
  }

  fromLastReplica<T>(work: () => T): T {
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
    return this.#answered(query)
  }

  readLater(query: QueryConfig, whenDone: (result: RawResult) => void): void {
    this.#watch(query.text)
    this.#unsent.push({ query, whenDone })
  }

  write(statement: Unsent): void {
    const { query } = statement
    this.#watch(query.text)
    this.#writes++
    this.#unsent.push(statement)
    this.#unsentLetters += lettersIn(query)
    if (!this.#isInTransaction) this.#unsent.push({ query: { text: COUNT_WRITE } })
    const isMuch = this.#unsent.length >= MOST_UNSENT || this.#unsentLetters >= MOST_UNSENT_LETTERS
    if (!this.#isInTransaction || isMuch) this.flush()
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

  readonly runNow: RunNow = (text, values) => this.#answered({ text, values: [...values] })

  #answered(query: QueryConfig): RawResult {
    const [result] = this.#send(query)
    if (!result) throw new Error(`No answer to: ${query.text}`)
    return result
  }

  #watch(sql: string): void {
    this.look()
    this.#rows += ROWS_OF_STATEMENT
    this.onStatement?.(sql)
  }

  /** Sends what has not been sent, and then this; answers this one's result. */
  #send(last?: QueryConfig): readonly RawResult[] {
    const mayRead = this.#isInTransaction && !this.#areTablesHidden
    const unsent = [...gathered(this.#unsent), ...(mayRead ? this.#texts.few() : [])]
    this.#forgetUnsent()
    const given = [...unsent.map(({ query }) => query), ...(last ? [last] : [])]
    const queries = this.#areTablesHidden ? given.map(withoutName) : given
    if (queries.length === 0) return []
    // What only reads can be read again, and of a transaction that is only begun nothing stays.
    const isRepeatable = this.#isInTransaction ? !this.#isBegun && last !== COMMIT : unsent.length === 0
    const results = isRepeatable ? this.#askTwice(queries) : this.#ask(queries)
    for (const [place, { whenDone }] of unsent.entries()) {
      const result = results[place]
      if (result) whenDone?.(result)
    }
    return last ? results.slice(-1) : []
  }

  #ask(queries: readonly QueryConfig[], mayConnect = !this.#isBegun): readonly RawResult[] {
    this.roundTrips++
    this.#isBegun = this.#isInTransaction
    const left = this.#deadline - performance.now()
    const timeout = left === Number.POSITIVE_INFINITY ? 0 : Math.max(1, Math.ceil(left))
    try {
      return this.#link.ask({ queries, timeout, mayConnect })
    } catch (error) {
      throw isCanceled(error) ? new TimeoutError() : misfitOrSame(error)
    }
  }

  /** The same once more on another connection, where one was lost since it was last used. */
  #askTwice(queries: readonly QueryConfig[]): readonly RawResult[] {
    try {
      return this.#ask(queries)
    } catch (error) {
      if (!(error instanceof DatabaseLostError) || error.loss === 'before') throw error
      return this.#ask(queries, true)
    }
  }

  /** The lock is taken before anything is read, and goes with the transaction: there is one writer at a time. */
  #locked<T>(work: () => T): T {
    if (this.#isInTransaction) throw new Error('A transaction is under way on this connection already.')
    const lockTimeout = this.patience ? LOCK_ATTEMPT : this.lockTimeout
    const begin = [
      { query: { text: 'begin' } },
      { query: { text: `set local lock_timeout = ${lockTimeout}` } },
      { query: { text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [this.#schema] } },
      ...this.#ids.ahead(),
    ]
    const done = whileBusy(this.patience, isBusy, () =>
      this.#between(begin, () => {
        const done = work()
        this.#settleTexts()
        this.#unsent.push(...this.#ids.settled().map((query) => ({ query })))
        this.#unsent.push({ query: { text: COUNT_WRITE } })
        this.#unsent.push({ query: { text: TELL_WRITTEN, values: [this.#schema] } })
        return done
      }),
    )
    if (++this.#transactions % TRANSACTIONS_PER_VACUUM === 0) this.#vacuum()
    return done
  }

  /** What was committed is there, whatever becomes of this. */
  #vacuum(): void {
    try {
      this.runNow(stagingVacuum, [])
    } catch {
      // It is tried again after as many transactions.
    }
  }

  /** What has the texts that were written found is sent with the next statement. */
  #settleTexts(): void {
    while (this.#unsent.some(({ mayWriteTexts }) => mayWriteTexts) || this.#texts.few().length > 0)
      this.flush()
    const last = this.#texts.settle(this.runNow)
    this.#unsent.push(...last.map((query) => ({ query })))
  }

  /** @param begin What is sent with the first statement of the work. */
  #between<T>(begin: readonly Unsent[], work: () => T): T {
    try {
      this.look()
      this.#isInTransaction = true
      this.#beginnings++
      this.#unsent.push(...begin)
      const done = work()
      this.#commit()
      return done
    } catch (error) {
      this.#rollBack()
      throw error
    } finally {
      this.#endTransaction()
    }
  }

  #endTransaction(): void {
    this.#isInTransaction = false
    this.#isBegun = false
  }

  /** Where the connection is lost before the answer to this, nobody knows whether it was done. */
  #commit(): void {
    try {
      const { command } = this.#answered(COMMIT)
      if (command !== 'COMMIT')
        throw new Error('A statement of the transaction failed, so all of it was undone.')
    } catch (error) {
      if (error instanceof DatabaseLostError && error.loss !== 'before')
        throw new DatabaseLostError(error.reason, 'while it was kept', error.code)
      throw error
    }
  }

  #forgetUnsent(): void {
    this.#unsent = []
    this.#unsentLetters = 0
  }

  #rollBack(): void {
    this.#forgetUnsent()
    this.#texts.forget()
    this.#ids.forget()
    if (!this.#isBegun) return
    try {
      this.#link.ask({ queries: [{ text: 'rollback' }], timeout: null, mayConnect: false })
    } catch {
      // The connection is lost, and what was not committed with it.
    }
  }

  /** A part of a transaction, which leaves the others as they are where it fails. */
  #part<T>(work: () => T): T {
    const takeBackIds = this.#ids.mark()
    this.#isTogether = false
    this.#beginnings++
    const savepoint = { query: { text: 'savepoint part' } }
    this.#unsent.push(savepoint)
    try {
      const done = work()
      this.runNow('release savepoint part', [])
      return done
    } catch (error) {
      takeBackIds()
      this.#beginnings++
      this.#takeBack(savepoint)
      throw error
    } finally {
      this.#isTogether = true
    }
  }

  /** Undoes what came after a savepoint. */
  #takeBack(savepoint: Unsent): void {
    const place = this.#unsent.indexOf(savepoint)
    if (place >= 0) {
      this.#unsent.length = place
      return
    }
    this.#forgetUnsent()
    this.#texts.forgetRead()
    try {
      this.runNow('rollback to savepoint part', [])
    } catch {
      // All of the transaction has failed, as whatever comes next is told.
    }
  }

  /** Runs work of which nothing stays. */
  #discarded<T>(work: () => T): T {
    try {
      this.#isInTransaction = true
      this.#beginnings++
      this.#unsent.push({ query: { text: 'begin isolation level repeatable read, read write' } })
      return work()
    } finally {
      this.#rollBack()
      this.#endTransaction()
    }
  }
}

/** How long its texts are. */
const lettersIn = ({ values }: QueryConfig): number =>
  values?.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 0), 0) ?? 0

/** A query that is taken apart anew, and not remembered. */
const withoutName = ({ name: _, ...query }: QueryConfig): QueryConfig => query
