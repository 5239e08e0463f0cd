import type { PoolClient, QueryConfig, QueryResultRow } from 'pg'
import { AbandonedError, DatabaseLostError, TimeoutError } from '../../../values/errors.ts'
import type { ServerPool } from '../pools/pool.ts'
import { isCanceled, misfitOrSame } from '../servers/error-codes.ts'
import { lostOrSame } from '../servers/lost-connection.ts'
import { noLimits, runLimited, type StatementLimits } from './running-statement.ts'
import { isNamed, type NamedStatement, runNamed, type StatementResult } from './statement-group.ts'
import { forgetTimeout, setTimeoutFor } from './statement-timeout.ts'

/** One of the pool's connections while it is somebody's. Statements run one after the other, in the order they were asked. */
export class Session {
  readonly #client: PoolClient
  #last: Promise<unknown> | null = null
  /** What opens a transaction, to be sent with the first statement in it. */
  #begin: NamedStatement | null
  #isOver = false
  #isLost = false

  constructor(client: PoolClient, begin: NamedStatement | null = null) {
    this.#client = client
    this.#begin = begin
  }

  run<Row extends QueryResultRow>(query: QueryConfig, limits = noLimits): Promise<StatementResult<Row>> {
    return this.#next<Row>(query, limits, true)
  }

  /** What `begin` opened is kept. Where a statement failed in it, there is nothing to keep, and that is no success. */
  async commit(): Promise<void> {
    const { command } = await this.#next({ text: 'commit' })
    if (command !== 'COMMIT')
      throw new Error('A statement of the transaction failed, so all of it was undone.')
  }

  async rollback(): Promise<void> {
    if (this.#isLost) return
    await this.#next({ text: 'rollback' })
    // What was set since `begin` is undone as well.
    forgetTimeout(this.#client)
  }

  /** Ends a transaction that has only read, and gives the connection back once that is done. Nobody need wait for it. */
  leave(): void {
    const ended = this.#begin ? Promise.resolve(null) : this.#next({ text: 'commit' })
    this.#isOver = true
    ended.then(
      (done) => {
        if (done?.command === 'ROLLBACK') forgetTimeout(this.#client)
        this.end()
      },
      () => this.end(true),
    )
  }

  /** Gives the connection back; to be closed, where it may be in an unknown state. */
  end(isBroken = false): void {
    this.#isOver = true
    this.#client.release(isBroken || this.#isLost)
  }

  #next<Row extends QueryResultRow>(
    query: QueryConfig,
    limits = noLimits,
    isLimited = false,
  ): Promise<StatementResult<Row>> {
    if (this.#isOver) return Promise.reject(new Error(`The transaction is over: ${query.text}`))
    const run = () => this.#run<Row>(query, limits, isLimited)
    // The first has nothing to wait for, and most are the only ones.
    const result = this.#last ? this.#last.then(run) : run()
    this.#last = result.catch(() => undefined)
    return result
  }

  async #run<Row extends QueryResultRow>(
    query: QueryConfig,
    limits: StatementLimits,
    isLimited: boolean,
  ): Promise<StatementResult<Row>> {
    try {
      const setting = isLimited ? setTimeoutFor(this.#client, limits) : null
      if (setting) await setting
      return await runLimited(this.#client, limits, () => this.#send<Row>(query))
    } catch (error) {
      const told = toldError(error, limits)
      if (told instanceof DatabaseLostError) this.#isLost = true
      throw told
    }
  }

  async #send<Row extends QueryResultRow>(query: QueryConfig): Promise<StatementResult<Row>> {
    const begin = this.#begin
    this.#begin = null
    if (isNamed(query)) return runNamed<Row>(this.#client, query, begin)
    if (begin) await this.#client.query(begin)
    return this.#client.query<Row>(query)
  }
}

/** An error of the server as whoever has asked is told it. */
export function toldError(error: unknown, { signal }: StatementLimits): unknown {
  if (isCanceled(error)) return signal?.aborted ? new AbandonedError() : new TimeoutError()
  return misfitOrSame(lostOrSame(error))
}

/** A connection of a pool, to be ended, or left where it opens a transaction. */
export async function openSession(pool: ServerPool, begin: NamedStatement | null = null): Promise<Session> {
  try {
    return new Session(await pool.connect(), begin)
  } catch (error) {
    throw lostOrSame(error)
  }
}
