import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { AbandonedError, DatabaseLostError, TimeoutError } from '../../values/errors.ts'
import { isCanceled, misfitOrSame } from './error-codes.ts'
import { lostOrSame } from './lost-connection.ts'
import { noLimits, runLimited, type StatementLimits } from './running-statement.ts'

/** For how long each connection lets a statement run, in milliseconds; 0 is for ever. Left out where it is not known. */
const timeouts = new WeakMap<PoolClient, number>()

export const timeoutError = (): TimeoutError => new TimeoutError()

/** One of the pool's connections while it is somebody's. Statements run one after the other, in the order they were asked. */
export class Session {
  readonly #client: PoolClient
  #last: Promise<unknown> = Promise.resolve()
  #isOver = false
  #isLost = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  run<Row extends QueryResultRow>(query: QueryConfig, limits = noLimits): Promise<QueryResult<Row>> {
    return this.#next(query, limits, () => this.#limit(limits))
  }

  /** What `begin` opened is kept. Where a statement failed in it, there is nothing to keep, and that is no success. */
  async commit(): Promise<void> {
    const { command } = await this.#next({ text: 'commit' })
    if (command !== 'COMMIT')
      throw new Error('A statement of the transaction failed, so all of it was undone.')
  }

  async rollback(): Promise<void> {
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
    prepare = async () => {},
  ): Promise<QueryResult<Row>> {
    if (this.#isOver) return Promise.reject(new Error(`The transaction is over: ${query.text}`))
    const run = () => this.#client.query<Row>(query)
    const result = this.#last.then(prepare).then(() => runLimited(this.#client, limits, run))
    this.#last = result.catch(() => undefined)
    return result.catch((error) => {
      if (isCanceled(error)) throw limits.signal?.aborted ? new AbandonedError() : timeoutError()
      const told = lostOrSame(error)
      if (told instanceof DatabaseLostError) this.#isLost = true
      throw misfitOrSame(told)
    })
  }

  /**
   * Sees to it that the server ends the statement by itself where this process cannot: some time after the deadline, so that
   * it need not be told anew with each statement.
   */
  async #limit({ deadline, signal }: StatementLimits): Promise<void> {
    if (signal?.aborted) throw new AbandonedError()
    const left = deadline - performance.now()
    if (left <= 0) throw timeoutError()
    const known = timeouts.get(this.#client)
    if (known !== undefined && fits(known, left)) return
    const timeout = left === Number.POSITIVE_INFINITY ? 0 : Math.ceil(2 * left) + LEAST_TIMEOUT
    await this.#client.query(`set statement_timeout = ${timeout}`)
    timeouts.set(this.#client, timeout)
  }
}

/** Milliseconds that the server gives any statement. */
const LEAST_TIMEOUT = 1_000

/** Whether the server's own limit is later than the deadline, and not much. */
const fits = (timeout: number, left: number): boolean =>
  left === Number.POSITIVE_INFINITY
    ? timeout === 0
    : timeout >= left && timeout <= 4 * left + 2 * LEAST_TIMEOUT
