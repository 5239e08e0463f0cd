import { DatabaseError, type QueryConfig } from 'pg'
import { DatabaseLostError } from '../../../values/errors.ts'
import { READ_ONLY_TRANSACTION } from '../servers/error-codes.ts'
import { lostOrSame } from '../servers/lost-connection.ts'
import type { RawResult } from '../servers/raw-result.ts'
import { type ThreadOptions, WaitedThread } from './waited-thread.ts'

/** What the other thread is asked. */
export interface Request {
  readonly queries: readonly QueryConfig[]
  /** How long each statement may run, in milliseconds; 0 is for ever. Null leaves it as it is. */
  readonly timeout: number | null
  /** Whether it may be on a new connection: what belongs to a transaction is lost with the connection. */
  readonly mayConnect: boolean
}

interface ReplyError
  extends Pick<DatabaseError, 'message'>,
    Partial<Pick<DatabaseError, 'code' | 'detail' | 'table' | 'constraint'>> {
  /** When the connection was lost, if it was. */
  readonly loss?: 'before' | 'while it ran'
}

interface Reply {
  readonly results: readonly RawResult[]
  readonly error?: ReplyError
}

/** What is said where there is no thread any more that could say it. */
const diedInBetween: ReplyError = {
  message: 'The thread that asks the database has died.',
  loss: 'while it ran',
}

/**
 * A connection to PostgreSQL for a thread that stands still until it is answered, as work does that writes: another thread
 * asks for it.
 */
export class BlockingLink {
  readonly #options: ThreadOptions
  #thread: WaitedThread
  #isClosed = false

  constructor(options: ThreadOptions) {
    this.#options = options
    this.#thread = new WaitedThread(options)
  }

  /**
   * Runs statements in order. Throws the DatabaseError of the first that fails, and those after it do not run; or a
   * DatabaseLostError, where there is no connection to run them on, or it was lost meanwhile.
   */
  ask(request: Request): readonly RawResult[] {
    if (this.#isClosed) throw new Error('The connection to the database was closed before.')
    const { results, error } = this.#reply(request)
    if (error?.loss) throw new DatabaseLostError(error.message, error.loss, error.code)
    if (error) throw refused(error)
    return results
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#thread.ask(null)
    this.#thread.close()
  }

  /** Where the thread has died, another takes its place, which has no connection yet. */
  #reply(request: Request): Reply {
    const reply = this.#thread.ask(request) as Reply | undefined
    if (reply) return reply
    this.#thread.close()
    this.#thread = new WaitedThread(this.#options)
    return { results: [], error: diedInBetween }
  }
}

/** A server that only reads is told from one that is not there: whoever writes may have the address of a replica. */
function refused(error: ReplyError): unknown {
  const told = Object.assign(new DatabaseError(error.message, 0, 'error'), error)
  return error.code === READ_ONLY_TRANSACTION ? told : lostOrSame(told, 'before')
}
