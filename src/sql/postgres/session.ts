import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { DatabaseLostError, TimeoutError } from '../../values/errors.ts'
import { isCanceled, misfitOrSame } from './error-codes.ts'
import { lostOrSame } from './lost-connection.ts'

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

  /** @param deadline By when the statement must have ended, in the terms of `performance.now()`. */
  run<Row extends QueryResultRow>(
    query: QueryConfig,
    deadline = Number.POSITIVE_INFINITY,
  ): Promise<QueryResult<Row>> {
    return this.#next(query, () => this.#limit(deadline))
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

  #next<Row extends QueryResultRow>(query: QueryConfig, prepare = async () => {}): Promise<QueryResult<Row>> {
    if (this.#isOver) return Promise.reject(new Error(`The transaction is over: ${query.text}`))
    const result = this.#last.then(prepare).then(() => this.#client.query<Row>(query))
    this.#last = result.catch(() => undefined)
    return result.catch((error) => {
      if (isCanceled(error)) throw timeoutError()
      const told = lostOrSame(error)
      if (told instanceof DatabaseLostError) this.#isLost = true
      throw misfitOrSame(told)
    })
  }

  /** Tells the server how much time is left: one way and back more, for statements that have a deadline. */
  async #limit(deadline: number): Promise<void> {
    const left = deadline - performance.now()
    if (left <= 0) throw timeoutError()
    const timeout = left === Number.POSITIVE_INFINITY ? 0 : Math.ceil(left)
    if (timeout === timeouts.get(this.#client)) return
    await this.#client.query(`set statement_timeout = ${timeout}`)
    timeouts.set(this.#client, timeout)
  }
}
