import type { PoolClient, QueryConfig, QueryResultRow } from 'pg'
import { AbandonedError, DatabaseLostError, TimeoutError } from '../../../values/errors.ts'
import { isCanceled, misfitOrSame } from '../servers/error-codes.ts'
import { lostOrSame } from '../servers/lost-connection.ts'
import { isPrepared, runNamed, type StatementResult } from './named-query.ts'
import { noLimits, runLimited, type StatementLimits } from './running-statement.ts'

/** For how long each connection lets a statement run, in milliseconds. Left out where it is not known. */
const timeouts = new WeakMap<PoolClient, number>()

export const timeoutError = (): TimeoutError => new TimeoutError()

/** One of the pool's connections while it is somebody's. Statements run one after the other, in the order they were asked. */
export class Session {
  readonly #client: PoolClient
  #last: Promise<unknown> | null = null
  #isOver = false
  #isLost = false

  constructor(client: PoolClient) {
    this.#client = client
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
    timeouts.delete(this.#client)
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
      const setting = isLimited ? this.#limit(limits) : null
      if (setting) await setting
      return await runLimited(this.#client, limits, () =>
        isPrepared(query) ? runNamed<Row>(this.#client, query) : this.#client.query<Row>(query),
      )
    } catch (error) {
      if (isCanceled(error)) throw limits.signal?.aborted ? new AbandonedError() : timeoutError()
      const told = lostOrSame(error)
      if (told instanceof DatabaseLostError) this.#isLost = true
      throw misfitOrSame(told)
    }
  }

  /**
   * Sees to it that the server ends the statement by itself where this process cannot: some time after the deadline, so that
   * it need not be told anew with each statement.
   */
  #limit({ deadline, signal }: StatementLimits): Promise<void> | null {
    if (signal?.aborted) throw new AbandonedError()
    const isBound = deadline < Number.POSITIVE_INFINITY
    const left = isBound ? deadline - performance.now() : WITHOUT_DEADLINE
    if (left <= 0) throw timeoutError()
    const known = timeouts.get(this.#client)
    if (known !== undefined && fits(known, left)) return null
    const timeout = Math.ceil(2 * left) + LEAST_TIMEOUT
    return this.#client.query({ text: `set statement_timeout = ${timeout}`, ...ofSetting }).then(() => {
      timeouts.set(this.#client, timeout)
    })
  }
}

/** Milliseconds that the server gives any statement. */
const LEAST_TIMEOUT = 1_000
/** The same of one for which nobody has set a limit, such as a look-up of who asks. */
const WITHOUT_DEADLINE = 15_000
/** Milliseconds after which nobody waits any more for the server to take note of a limit. */
const ofSetting = { query_timeout: 5_000 }

/** Whether the server's own limit is later than the deadline, and not much. */
const fits = (timeout: number, left: number): boolean =>
  timeout >= left && timeout <= 4 * left + 2 * LEAST_TIMEOUT
