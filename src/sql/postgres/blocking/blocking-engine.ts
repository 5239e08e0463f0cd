import type { Expression, OperationNodeSource } from 'kysely'
import type { QueryConfig } from 'pg'
import { type Answer, type CopiedTables, type ImmediateEngine, lookEvery } from '../../engine.ts'
import type { Finding } from '../../finding.ts'
import type { Patience } from '../../patience.ts'
import type { QueryLevel } from '../../read-columns.ts'
import { differencesIn } from '../check/differences.ts'
import { requirePrimary, schemaFaults } from '../check/faults.ts'
import { freshParts } from '../check/schema-parts.ts'
import type { IndexedTable } from '../full-text/indexed-tables.ts'
import { TextIndex } from '../full-text/text-index.ts'
import { COUNT_WRITE, STATE } from '../schema/graph-state.ts'
import type { PostgresAddress } from '../servers/address.ts'
import type { RawResult, RunNow } from '../servers/raw-result.ts'
import { keptAlive, sessionOptions } from '../servers/session-options.ts'
import { BlockingConnection } from './blocking-connection.ts'
import { BlockingLink } from './blocking-link.ts'
import {
  BlockingCommand,
  BlockingInsertion,
  BlockingPrepared,
  type BlockingRunner,
} from './blocking-statement.ts'
import { BlockingTransactions } from './blocking-transactions.ts'
import { analyze, withoutIndexes } from './bulk.ts'
import type { Unsent } from './gathered-inserts.ts'
import { LastIds } from './last-ids.ts'
import { WorkClock } from './work-clock.ts'

/** Milliseconds until a server that does not answer counts as one that cannot be reached. */
const CONNECT_TIMEOUT = 15_000
/** Milliseconds without a word from the server until it is looked whether it is still at work. */
const SILENCE = 5_000
/** Milliseconds of waiting for whoever else writes. */
const LOCK_TIMEOUT = 5_000

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
  lockTimeout = LOCK_TIMEOUT
  edges: readonly number[] = []
  readonly #schema: string
  readonly #clock = new WorkClock()
  readonly #texts = new TextIndex()
  readonly #ids = new LastIds()
  readonly #connection: BlockingConnection
  readonly #transactions: BlockingTransactions
  #writes = 0

  /** @param setup SQL that each connection begins with: one that is lost is replaced. */
  constructor({ servers, schema }: PostgresAddress, setup = '') {
    this.#schema = schema
    const config = {
      options: sessionOptions(schema),
      application_name: 'hearsay',
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      ...keptAlive,
    }
    const along = { texts: this.#texts, ids: this.#ids }
    const link = new BlockingLink({ servers, config, setup, silence: SILENCE })
    this.#connection = new BlockingConnection(link, this.#clock, this.#texts)
    this.#transactions = new BlockingTransactions(this.#connection, this.#clock, schema, along)
  }

  /** How often the server was waited for. */
  get roundTrips(): number {
    return this.#connection.roundTrips
  }

  get transactionNumber(): number | null {
    return this.#transactions.number
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
    return this.#transactions.write(this, work)
  }

  aside<T>(work: () => T): T {
    return this.#transactions.aside(this, work)
  }

  together<T>(work: () => T): T {
    return this.#transactions.together(this, work)
  }

  load<T>(work: () => T, derive: () => void): T {
    return this.transaction(() => {
      const done = withoutIndexes(this.runNow, () => {
        const loaded = work()
        this.#transactions.settleTexts()
        return loaded
      })
      analyze(this.runNow)
      derive()
      return done
    })
  }

  snapshot<T>(work: () => T): T {
    return this.#transactions.snapshot(work)
  }

  /** What is sorted and read by this connection is the server's affair. */
  spareMemory(): void {}

  lastId(table: string): number {
    const id = this.#ids.last(table, this.runNow)
    if (!this.#connection.isInTransaction) this.#ids.forget()
    return id
  }

  beginIdsAfter(table: string, id: number): void {
    this.#ids.beginAfter(table, id, this.runNow)
    if (this.#connection.isInTransaction) return
    for (const { text, values = [] } of this.#ids.settled()) this.runNow(text, values)
  }

  faults(): Finding[] {
    requirePrimary(this.runNow)
    const fresh = freshParts(this.runNow, (work) => this.#transactions.discarded(work))
    return this.snapshot(() => schemaFaults(this.runNow, this.#schema, fresh))
  }

  differences(tables: CopiedTables, work: (copies: ImmediateEngine) => void): Finding[] {
    const discard = (inTransaction: () => Finding[]) => this.#transactions.discarded(inTransaction)
    return this.#connection.hidingTables(() =>
      differencesIn(this.runNow, discard, tables, () => work(this), this.#schema),
    )
  }

  within<T>(milliseconds: number, work: () => T): T {
    return this.#clock.within(milliseconds, work)
  }

  look(): void {
    this.#clock.look()
  }

  step(): void {
    this.#clock.step()
  }

  rowsPassed(): number {
    return this.#clock.rowsPassed()
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
    return this.#transactions.isWriting ? null : this.state()
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

  orFromReplica<T>(work: () => Answer<T>): Answer<T> {
    return work()
  }

  probe(): void {
    this.runNow('select 1 from entity limit 1', [])
  }

  close(): void {
    this.#connection.close()
  }

  /** Runs SQL of several statements, such as a migration. */
  execute(text: string): void {
    this.read({ text })
  }

  read(query: QueryConfig): RawResult {
    this.#countStatement(query.text)
    return this.#connection.ask(query)
  }

  readLater(query: QueryConfig, whenDone: (result: RawResult) => void): void {
    this.#countStatement(query.text)
    this.#connection.sendLater({ query, whenDone })
  }

  write(statement: Unsent): void {
    this.#countStatement(statement.query.text)
    this.#writes++
    if (this.#connection.isInTransaction) this.#connection.sendLater(statement)
    else {
      const ids = this.#ids.settled().map((query) => ({ query }))
      this.#connection.sendLater(statement, ...ids, { query: { text: COUNT_WRITE } })
      this.flush()
    }
  }

  flush(): void {
    this.#connection.flush()
  }

  nextId(table: string): number {
    return this.#ids.next(table, this.runNow)
  }

  noteText(table: IndexedTable, ids: readonly number[]): void {
    this.#texts.note(table, ids)
  }

  readonly runNow: RunNow = (text, values) => this.#connection.runNow(text, values)

  #countStatement(sql: string): void {
    this.#clock.countStatement()
    this.onStatement?.(sql)
  }
}
