import { type Patience, whileBusy } from '../../patience.ts'
import type { TextIndex } from '../full-text/text-index.ts'
import { COUNT_WRITE, TAKE_LOCK, TELL_WRITTEN } from '../schema/graph-state.ts'
import { stagingVacuum } from '../schema/staging.ts'
import { isBusy } from '../servers/error-codes.ts'
import type { Attempts, BlockingConnection } from './blocking-connection.ts'
import type { Unsent } from './gathered-inserts.ts'
import type { LastIds } from './last-ids.ts'
import type { WorkClock } from './work-clock.ts'

/** So many transactions note what they touch before the room of that is given back. */
const TRANSACTIONS_PER_VACUUM = 500
/** Milliseconds of waiting for whoever else writes, where somebody with patience of their own tries again. */
const LOCK_ATTEMPT = 1_000
/** Milliseconds of waiting for other locks, which only those can have who change tables, and not what is in them. */
const OTHER_LOCKS = 5_000

/** How long one who writes waits for another. */
export interface WriterWait {
  readonly patience: Patience | null
  /** Milliseconds that the database itself waits, where there is no patience. */
  readonly lockTimeout: number
}

/** What is kept with what a transaction writes, and forgotten with what it does not. */
export interface WrittenAlong {
  readonly texts: TextIndex
  readonly ids: LastIds
}

/** The transactions of one connection: one that writes and its parts, a snapshot, and one of which nothing stays. */
export class BlockingTransactions {
  readonly #connection: BlockingConnection
  readonly #clock: WorkClock
  readonly #schema: string
  readonly #along: WrittenAlong
  /** Whether the one under way only reads, so that there is nothing to be undone. */
  #isSnapshot = false
  /** Whether transactions are parts of one that is under way, each of which may fail alone. */
  #isTogether = false
  #written = 0
  /** Counts whatever may undo what was done since: transactions and their parts. */
  #beginnings = 0

  constructor(connection: BlockingConnection, clock: WorkClock, schema: string, along: WrittenAlong) {
    this.#connection = connection
    this.#clock = clock
    this.#schema = schema
    this.#along = along
  }

  /** A number that no other transaction has; null outside of one. */
  get number(): number | null {
    return this.#connection.isInTransaction ? this.#beginnings : null
  }

  /** Whether there are changes that may yet be undone. */
  get isWriting(): boolean {
    return this.#connection.isInTransaction && !this.#isSnapshot
  }

  /** Runs work in a transaction of its own, or in a part of the one that is under way where those are put together. */
  write<T>(wait: WriterWait, work: () => T): T {
    return this.#isTogether ? this.#part(work) : this.#locked(wait, work)
  }

  /** The same under a lock of its own, which whoever writes to the graph does not have. No schema has a space in its name. */
  aside<T>(wait: WriterWait, work: () => T): T {
    return this.#isTogether ? this.#part(work) : this.#locked(wait, work, `${this.#schema} aside`)
  }

  together<T>(wait: WriterWait, work: () => T): T {
    return this.#locked(wait, () => {
      this.#isTogether = true
      try {
        return work()
      } finally {
        this.#isTogether = false
      }
    })
  }

  snapshot<T>(work: () => T): T {
    if (this.#connection.isInTransaction) return work()
    this.#isSnapshot = true
    try {
      return this.#between([{ query: { text: 'begin isolation level repeatable read, read only' } }], work)
    } finally {
      this.#isSnapshot = false
    }
  }

  /** Runs work of which nothing stays. */
  discarded<T>(work: () => T): T {
    try {
      this.#begin([{ query: { text: 'begin isolation level repeatable read, read write' } }])
      return work()
    } finally {
      this.#rollBack()
    }
  }

  /**
   * The lock is taken before anything is read, and goes with the transaction: there is one writer at a time. It is asked for
   * with the first statement whose answer the work needs, and waited for there, so that the work is done once.
   */
  #locked<T>({ patience, lockTimeout }: WriterWait, work: () => T, lock = this.#schema): T {
    if (this.#connection.isInTransaction)
      throw new Error('A transaction is under way on this connection already.')
    const begin = [
      { query: { text: 'begin' } },
      { query: { text: `set local lock_timeout = ${patience ? LOCK_ATTEMPT : lockTimeout}` } },
      { query: { text: TAKE_LOCK, values: [lock] } },
      { query: { text: `set local lock_timeout = ${OTHER_LOCKS}` } },
      ...this.#along.ids.ahead(),
    ]
    const settled = () => {
      const done = work()
      this.#settle()
      return done
    }
    const done = this.#between(begin, settled, (attempt) => whileBusy(patience, isBusy, attempt))
    if (++this.#written % TRANSACTIONS_PER_VACUUM === 0) this.#vacuum()
    return done
  }

  /** Writes what follows from what was written. */
  #settle(): void {
    this.settleTexts()
    this.#connection.sendLater(
      ...this.#along.ids.settled().map((query) => ({ query })),
      { query: { text: COUNT_WRITE } },
      { query: { text: TELL_WRITTEN, values: [this.#schema] } },
    )
  }

  /** What has the texts that were written found is sent with the next statement. */
  settleTexts(): void {
    const { texts } = this.#along
    while (this.#connection.mayWriteTexts || texts.few().length > 0) this.#connection.flush()
    const last = texts.settle(this.#connection.runNow)
    this.#connection.sendLater(...last.map((query) => ({ query })))
  }

  /** What was committed is there, whatever becomes of this. */
  #vacuum(): void {
    try {
      this.#connection.runNow(stagingVacuum, [])
    } catch {
      // It is tried again after as many transactions.
    }
  }

  /** @param begin What is sent with the first statement of the work. */
  #between<T>(begin: readonly Unsent[], work: () => T, whileBusy?: Attempts): T {
    try {
      this.#clock.look()
      this.#begin(begin, whileBusy)
      const done = work()
      this.#connection.commit()
      // From here on others may give ids.
      this.#along.ids.forget()
      return done
    } catch (error) {
      this.#rollBack()
      throw error
    }
  }

  #begin(statements: readonly Unsent[], whileBusy: Attempts = (attempt) => attempt()): void {
    this.#connection.begin(statements, whileBusy)
    this.#beginnings++
  }

  #rollBack(): void {
    this.#along.texts.forget()
    this.#along.ids.forget()
    this.#connection.rollBack()
  }

  /** A part of a transaction, which leaves the others as they are where it fails. */
  #part<T>(work: () => T): T {
    const takeBackIds = this.#along.ids.mark()
    this.#isTogether = false
    this.#beginnings++
    const savepoint = { query: { text: 'savepoint part' } }
    this.#connection.sendLater(savepoint)
    try {
      const done = work()
      this.#connection.runNow('release savepoint part', [])
      return done
    } catch (error) {
      takeBackIds()
      this.#beginnings++
      this.#along.texts.forgetRead()
      this.#connection.takeBack(savepoint, 'rollback to savepoint part')
      throw error
    } finally {
      this.#isTogether = true
    }
  }
}
