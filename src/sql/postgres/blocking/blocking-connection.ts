import type { QueryConfig } from 'pg'
import { DatabaseLostError, TimeoutError } from '../../../values/errors.ts'
import type { TextIndex } from '../full-text/text-index.ts'
import { isCanceled, misfitOrSame } from '../servers/error-codes.ts'
import type { RawResult, RunNow } from '../servers/raw-result.ts'
import type { BlockingLink } from './blocking-link.ts'
import { gathered, type Unsent } from './gathered-inserts.ts'
import type { WorkClock } from './work-clock.ts'

const COMMIT: QueryConfig = { text: 'commit' }
/** So many statements are sent at a time at most, before the answer to one of them is wanted. */
const MOST_UNSENT = 2_000
/** The same of letters, about. */
const MOST_UNSENT_LETTERS = 2_000_000

/** Makes an attempt, and more of them where the first fails and may not the next time. */
export type Attempts = <T>(attempt: () => T) => T

/** Sends statements, each when its answer is wanted: what nobody waits for goes along with the next that somebody does. */
export class BlockingConnection {
  /** How often the server was waited for. */
  roundTrips = 0
  readonly #link: BlockingLink
  readonly #clock: WorkClock
  readonly #texts: TextIndex
  #isInTransaction = false
  /** Whether the server knows of that transaction: it is told with the first statement whose answer is needed. */
  #isBegun = false
  /** Waits where somebody else has the lock that the transaction begins with. */
  #whileBusy: Attempts = (attempt) => attempt()
  #unsent: Unsent[] = []
  #unsentLetters = 0
  /** Whether copies hide tables: what was prepared before goes on with the tables themselves. */
  #areTablesHidden = false

  /** @param texts Where few are to be read, they are read with whatever is asked. */
  constructor(link: BlockingLink, clock: WorkClock, texts: TextIndex) {
    this.#link = link
    this.#clock = clock
    this.#texts = texts
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

  /** Whether it is not known yet of all that was written whether it writes texts. */
  get mayWriteTexts(): boolean {
    return this.#unsent.some((statement) => statement.mayWriteTexts)
  }

  /**
   * Begins a transaction: these are sent with the first statement whose answer is needed.
   *
   * @param whileBusy Sends them again, with all that goes along, for as long as somebody else has what they lock.
   */
  begin(statements: readonly Unsent[], whileBusy: Attempts): void {
    this.#isInTransaction = true
    this.#whileBusy = whileBusy
    this.sendLater(...statements)
  }

  /** Undoes what came after a savepoint. */
  takeBack(savepoint: Unsent, undo: string): void {
    const place = this.#unsent.indexOf(savepoint)
    if (place >= 0) {
      this.#unsent.length = place
      return
    }
    this.forgetUnsent()
    try {
      this.runNow(undo, [])
    } catch {
      // All of the transaction has failed, as whatever comes next is told.
    }
  }

  /** Where the connection is lost before the answer to this, nobody knows whether it was done. */
  commit(): void {
    try {
      const { command } = this.ask(COMMIT)
      if (command !== 'COMMIT')
        throw new Error('A statement of the transaction failed, so all of it was undone.')
    } catch (error) {
      if (error instanceof DatabaseLostError && error.loss !== 'before')
        throw new DatabaseLostError(error.reason, 'while it was kept', error.code)
      throw error
    }
    this.#endTransaction()
  }

  /** Ends a transaction of which nothing stays, in whatever state it is, or none where it could not begin. */
  rollBack(): void {
    this.forgetUnsent()
    this.#rollBackBegun()
    this.#endTransaction()
  }

  #rollBackBegun(): void {
    try {
      if (this.#isBegun) this.#link.ask({ queries: [{ text: 'rollback' }], timeout: null, mayConnect: false })
    } catch {
      // The connection is lost, and what was not committed with it.
    }
    this.#isBegun = false
  }

  #endTransaction(): void {
    this.#isInTransaction = false
    this.#isBegun = false
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
    const mayRead = this.#isInTransaction && !this.#areTablesHidden
    const unsent = [...gathered(this.#unsent), ...(mayRead ? this.#texts.few() : [])]
    this.forgetUnsent()
    const given = [...unsent.map(({ query }) => query), ...(last ? [last] : [])]
    const queries = this.#areTablesHidden ? given.map(withoutName) : given
    if (queries.length === 0) return []
    const isFirst = this.#isInTransaction && !this.#isBegun
    // What only reads can be read again, and of a transaction that is only begun nothing stays.
    const isRepeatable = isFirst ? last !== COMMIT : !this.#isInTransaction && unsent.length === 0
    const ask = () => (isRepeatable ? this.#askTwice(queries) : this.#ask(queries))
    const results = isFirst ? this.#whileBusy(() => this.#begunAnew(ask)) : ask()
    for (const [place, { whenDone }] of unsent.entries()) {
      const result = results[place]
      if (result) whenDone?.(result)
    }
    return last ? results.slice(-1) : []
  }

  /** Sends what begins the transaction. It may have been sent before, and failed: then that is ended first. */
  #begunAnew(ask: () => readonly RawResult[]): readonly RawResult[] {
    this.#rollBackBegun()
    return ask()
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

  /** @param mayConnect What belongs to a transaction is lost with its connection. */
  #ask(queries: readonly QueryConfig[], mayConnect = !this.#isBegun): readonly RawResult[] {
    this.roundTrips++
    this.#isBegun = this.#isInTransaction
    const timeout = this.#clock.statementTimeout()
    try {
      return this.#link.ask({ queries, timeout, mayConnect })
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
