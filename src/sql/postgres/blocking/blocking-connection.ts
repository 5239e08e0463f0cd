import type { QueryConfig } from 'pg'
import { DatabaseLostError, TimeoutError } from '../../../values/errors.ts'
import { isCanceled, misfitOrSame } from '../servers/error-codes.ts'
import type { RawResult, RunNow } from '../servers/raw-result.ts'
import type { BlockingLink } from './blocking-link.ts'
import { gathered, type Unsent } from './gathered-inserts.ts'
import type { WorkClock } from './work-clock.ts'

/** So many statements are sent at a time at most, before the answer to one of them is wanted. */
const MOST_UNSENT = 2_000
/** The same of letters, about. */
const MOST_UNSENT_LETTERS = 2_000_000

/** Sends statements, each when its answer is wanted: what nobody waits for goes along with the next that somebody does. */
export class BlockingConnection {
  /** How often the server was waited for. */
  roundTrips = 0
  readonly #link: BlockingLink
  readonly #clock: WorkClock
  #isInTransaction = false
  #unsent: Unsent[] = []
  #unsentLetters = 0
  /** Whether copies hide tables: what was prepared before goes on with the tables themselves. */
  #areTablesHidden = false

  constructor(link: BlockingLink, clock: WorkClock) {
    this.#link = link
    this.#clock = clock
  }

  get isInTransaction(): boolean {
    return this.#isInTransaction
  }

  /** Runs one at once, after those that have not been sent. */
  ask(query: QueryConfig): RawResult {
    const [result] = this.#send(query)
    if (!result) throw new Error(`No answer to: ${query.text}`)
    return result
  }

  readonly runNow: RunNow = (text, values) => this.ask({ text, values: [...values] })

  /** These are sent with the next that must be answered, or when there are many. */
  sendLater(...statements: readonly Unsent[]): void {
    for (const statement of statements) {
      this.#unsent.push(statement)
      this.#unsentLetters += lettersIn(statement.query)
    }
    if (this.#unsent.length >= MOST_UNSENT || this.#unsentLetters >= MOST_UNSENT_LETTERS) this.flush()
  }

  /** Sends what has not been sent. */
  flush(): void {
    this.#send()
  }

  /** What has not been sent will not be. */
  forgetUnsent(): void {
    this.#unsent = []
    this.#unsentLetters = 0
  }

  /** Begins a transaction: where the connection was lost since it was last used, on another. */
  begin(statements: readonly QueryConfig[]): void {
    this.#askTwice(statements)
    this.#isInTransaction = true
  }

  /** Where the connection is lost before the answer to this, nobody knows whether it was done. */
  commit(): void {
    try {
      const { command } = this.runNow('commit', [])
      if (command !== 'COMMIT')
        throw new Error('A statement of the transaction failed, so all of it was undone.')
    } catch (error) {
      if (error instanceof DatabaseLostError && error.loss !== 'before')
        throw new DatabaseLostError(error.reason, 'while it was kept', error.code)
      throw error
    }
    this.#isInTransaction = false
  }

  /** Ends a transaction of which nothing stays, in whatever state it is, or none where it could not begin. */
  rollBack(): void {
    this.forgetUnsent()
    try {
      this.#link.ask({ queries: [{ text: 'rollback' }], timeout: null, mayConnect: false })
    } catch {
      // The connection is lost, and what was not committed with it.
    }
    this.#isInTransaction = false
  }

  /** Runs work in which copies hide tables of the same names. */
  hidingTables<T>(work: () => T): T {
    this.#areTablesHidden = true
    try {
      return work()
    } finally {
      this.#areTablesHidden = false
    }
  }

  close(): void {
    this.#link.close()
  }

  /** Sends what has not been sent, and then this; answers this one's result. */
  #send(last?: QueryConfig): readonly RawResult[] {
    const unsent = gathered(this.#unsent)
    this.forgetUnsent()
    const given = [...unsent.map(({ query }) => query), ...(last ? [last] : [])]
    const queries = this.#areTablesHidden ? given.map(withoutName) : given
    if (queries.length === 0) return []
    // What only reads can be read again.
    const results = unsent.length > 0 ? this.#ask(queries) : this.#askTwice(queries)
    for (const [place, { whenDone }] of unsent.entries()) {
      const result = results[place]
      if (result) whenDone?.(result)
    }
    return last ? results.slice(-1) : []
  }

  /**
   * The same once more on another connection, where one was lost since it was last used. What belongs to a transaction was lost
   * with it.
   */
  #askTwice(queries: readonly QueryConfig[]): readonly RawResult[] {
    try {
      return this.#ask(queries)
    } catch (error) {
      if (this.#isInTransaction || !(error instanceof DatabaseLostError) || error.loss === 'before')
        throw error
      return this.#ask(queries)
    }
  }

  #ask(queries: readonly QueryConfig[]): readonly RawResult[] {
    this.roundTrips++
    const timeout = this.#clock.statementTimeout()
    try {
      return this.#link.ask({ queries, timeout, mayConnect: !this.#isInTransaction })
    } catch (error) {
      throw isCanceled(error) ? new TimeoutError() : misfitOrSame(error)
    }
  }
}

/** How long its texts are. */
const lettersIn = ({ values }: QueryConfig): number =>
  values?.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 0), 0) ?? 0

/** A query that is taken apart anew, and not remembered. */
const withoutName = ({ name: _, ...query }: QueryConfig): QueryConfig => query
