import { AsyncLocalStorage } from 'node:async_hooks'
import { type Expression, type OperationNodeSource, sql } from 'kysely'
import type { QueryConfig, QueryResultRow } from 'pg'
import { AbandonedError, DatabaseLostError, TimeoutError } from '../../../values/errors.ts'
import type { Answer, Engine, Prepared } from '../../engine.ts'
import type { QueryLevel } from '../../read-columns.ts'
import { CommitListener, TELL_WRITTEN } from '../pools/commit-listener.ts'
import { OwnIdentity } from '../pools/graph-identity.ts'
import { primaryConfig, ServerPool } from '../pools/pool.ts'
import { Reading } from '../pools/reading.ts'
import { Replicas } from '../pools/replicas.ts'
import { COUNT_WRITE, STATE } from '../schema/graph-state.ts'
import type { PostgresAddress } from '../servers/address.ts'
import { isRecoveryConflict } from '../servers/error-codes.ts'
import { PooledStatements } from './pooled-statements.ts'
import { noLimits, type StatementLimits } from './running-statement.ts'
import { openSession, type Session } from './session.ts'
import { PostgresCommand, PostgresInsertion, PostgresPrepared, type StatementRunner } from './statement.ts'
import type { StatementResult } from './statement-group.ts'

export interface PostgresOptions extends PostgresAddress {
  /** How many connections there are at most, to the database and to each of its replicas. */
  readonly connections?: number
  /** Databases that follow this one, and answer what may be read from a replica. */
  readonly replicas?: readonly PostgresAddress[]
}

const CONNECTIONS = 10

/** How many steps of a loop pass between two looks at the clock. */
const STEPS_PER_LOOK = 512

/** A statement counts as so many steps. */
const ROWS_OF_STATEMENT = 10_000

/** What belongs to one piece of work, and not to others that go on meanwhile. */
interface Work {
  /** The connection of the transaction or snapshot that it is in. */
  readonly session: Session | null
  /** Whether that only reads, so that there is nothing to be undone. */
  readonly isSnapshot: boolean
  /** The replica that it reads from; null where it reads from the database itself. */
  readonly reading: Reading | null
  /** By when it must have ended, and by what it may end earlier. */
  readonly limits: StatementLimits
  readonly edges: readonly number[]
  /** What is remembered for as long as it goes on. */
  readonly memory: WorkMemory | null
}

interface WorkMemory {
  /** What had been committed when that was asked first. */
  state: Promise<string> | null
}

const unbound: Work = {
  session: null,
  isSnapshot: false,
  reading: null,
  limits: noLimits,
  edges: [],
  memory: null,
}

/** Which state of the graph can be seen. It is asked beside what is asked for, and does not count as a statement. */
const SEEN = { name: 'seen', text: STATE }

const SNAPSHOT = { name: 'snapshot', text: 'begin isolation level repeatable read, read only' }

/** A graph in a schema of a PostgreSQL database, seen through a pool of connections. */
export class PostgresEngine implements Engine, StatementRunner {
  onStatement: ((sql: string) => void) | null = null
  level: QueryLevel | null = null
  readonly isImmediate = false
  readonly sortsMissingFirst = false
  readonly #schema: string
  readonly #pool: ServerPool
  readonly #pooledOf = new WeakMap<ServerPool, PooledStatements>()
  readonly #replicas: Replicas | null
  readonly #listener: CommitListener
  readonly #lastRevision: Prepared<{ last: number }>
  readonly #work = new AsyncLocalStorage<Work>()
  readonly #probe: Prepared<unknown>
  #writes = 0
  #steps = 0
  #statements = 0

  constructor({ connections = CONNECTIONS, replicas = [], ...address }: PostgresOptions) {
    this.#schema = address.schema
    this.#pool = new ServerPool(address, 'the primary', connections)
    this.#replicas =
      replicas.length > 0 ? new Replicas(replicas, connections, new OwnIdentity(this.#pool)) : null
    this.#listener = new CommitListener(primaryConfig(address), address.schema)
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
   * One at a time for each graph: what it reads stays as it is until it has written. The lock is taken before anything is
   * read, and goes with the transaction. A statement that fails undoes all of it, even where `work` goes on.
   */
  async transaction<T>(work: () => Answer<T>): Promise<T> {
    if (this.#current.session) throw new Error('A transaction is under way on this connection already.')
    return this.#inSession(this.#pool, 'begin', async (session) => {
      const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
      await session.run({ text: lock, values: [this.#schema] }, this.#current.limits)
      const done = await work()
      await session.run({ text: COUNT_WRITE })
      await session.run({ text: TELL_WRITTEN, values: [this.#schema] })
      return done
    })
  }

  async snapshot<T>(work: () => Answer<T>): Promise<T> {
    // Nobody else writes during a transaction, and a snapshot within one is the same.
    if (this.#current.session) return work()
    return this.#with({ isSnapshot: true }, () => this.#reading((pool) => this.#inSnapshot(pool, work)))
  }

  within<T>(milliseconds: number, work: () => T, signal?: AbortSignal): T {
    const { limits, memory } = this.#current
    const deadline = Math.min(limits.deadline, performance.now() + milliseconds)
    const own = { limits: { deadline, signal: signal ?? limits.signal }, memory: memory ?? { state: null } }
    return this.#with(own, work)
  }

  look(): void {
    const { deadline, signal } = this.#current.limits
    if (signal?.aborted) throw new AbandonedError()
    if (performance.now() > deadline) throw new TimeoutError()
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

  /** Which state of the graph can be seen: another text once one more has committed. Within one, what this process writes counts. */
  async state(): Promise<string> {
    const { rows } = await this.#ask<{ writes: string }>(SEEN)
    return `${rows[0]?.writes} ${this.#writes}`
  }

  /** Of one piece of work it is the state at its beginning: what is committed meanwhile is seen by the next. */
  async committedState(): Promise<string | null> {
    const { session, isSnapshot, memory } = this.#current
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
    const replicas = this.#replicas
    if (!replicas) return this.#listener.add(heed)
    const follow = async () => replicas.follow((await this.#lastRevision.get())?.last ?? 0, heed)
    // A database that is lost just then is heard of again when it is back.
    return this.#listener.add(() => void follow().catch(() => undefined))
  }

  fromReplica<T>(leastRevision: number, work: () => T): T {
    const replicas = this.#replicas
    return replicas
      ? this.#with({ reading: new Reading(() => replicas.inTurn(leastRevision)) }, work)
      : work()
  }

  fromLastReplica<T>(work: () => T): T {
    const replicas = this.#replicas
    return replicas ? this.#with({ reading: new Reading(() => replicas.last()) }, work) : work()
  }

  async orFromReplica<T>(work: () => Answer<T>): Promise<T> {
    const replicas = this.#replicas
    if (!replicas) return work()
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DatabaseLostError)) throw error
      const found = await this.#with({ reading: new Reading(() => replicas.inTurn(0)) }, work)
      if (found === undefined) throw error
      return found
    }
  }

  async close(): Promise<void> {
    this.#listener.close()
    await Promise.all([this.#pool.end(), this.#replicas?.close()])
  }

  async run<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    this.#noteStart(query)
    return this.#ask<Row>(query)
  }

  #noteStart({ text }: QueryConfig): void {
    this.look()
    this.onStatement?.(text)
    this.#statements++
  }

  write<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    return this.#written<Row>(query).finally(() => this.#writes++)
  }

  async #written<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    this.#noteStart(query)
    const { session, limits } = this.#current
    const result = await (session
      ? session.run<Row>(query, limits)
      : this.#pooled(this.#pool).runAlone<Row>(query, limits))
    if (!session) await this.#pooled(this.#pool).runAlone({ text: COUNT_WRITE }, limits)
    return result
  }

  get #current(): Work {
    return this.#work.getStore() ?? unbound
  }

  #with<T>(changed: Partial<Work>, work: () => T): T {
    return this.#work.run({ ...this.#current, ...changed }, work)
  }

  /** Reads from the replica that is read from at the moment; where it fails, from another, or the database itself. */
  #reading<T>(read: (pool: ServerPool) => Promise<T>): Promise<T> {
    const { reading } = this.#current
    return reading ? this.#readingFrom(reading, read) : read(this.#pool)
  }

  async #readingFrom<T>(reading: Reading, read: (pool: ServerPool) => Promise<T>): Promise<T> {
    for (let replica = await reading.replica(); replica; replica = await reading.replica())
      try {
        const done = await read(replica.pool)
        reading.noteRead()
        return done
      } catch (error) {
        if (error instanceof DatabaseLostError) {
          replica.leaveOut()
          reading.leave(replica)
        } else if (isRecoveryConflict(error)) reading.giveUp()
        else throw error
      }
    return read(this.#pool)
  }

  #ask<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    const { session, limits } = this.#current
    if (session) return session.run<Row>(query, limits)
    return this.#reading((pool) => this.#pooled(pool).read<Row>(query, limits))
  }

  #pooled(pool: ServerPool): PooledStatements {
    const known = this.#pooledOf.get(pool) ?? new PooledStatements(pool)
    this.#pooledOf.set(pool, known)
    return known
  }

  async #inSnapshot<T>(pool: ServerPool, work: () => Answer<T>): Promise<T> {
    const session = await openSession(pool, SNAPSHOT)
    try {
      return await this.#with({ session }, work)
    } finally {
      session.leave()
    }
  }

  async #inSession<T>(pool: ServerPool, begin: string, work: (session: Session) => Answer<T>): Promise<T> {
    const session = await openSession(pool)
    let isBroken = false
    try {
      await session.run({ text: begin }, this.#current.limits)
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
