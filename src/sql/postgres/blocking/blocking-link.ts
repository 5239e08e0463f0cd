import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { type ClientConfig, DatabaseError, type QueryConfig } from 'pg'
import { DatabaseLostError } from '../../../values/errors.ts'
import { READ_ONLY_TRANSACTION } from '../servers/error-codes.ts'
import { lostOrSame } from '../servers/lost-connection.ts'
import type { RawResult } from '../servers/raw-result.ts'

/** What the other thread is asked. */
export interface Request {
  readonly queries: readonly QueryConfig[]
  /** How long each statement may run, in milliseconds; 0 is for ever. Null leaves it as it is. */
  readonly timeout: number | null
  /** Whether it may be on a new connection: what belongs to a transaction is lost with the connection. */
  readonly mayConnect: boolean
}

interface ReplyError extends Pick<DatabaseError, 'message' | 'code' | 'detail' | 'table' | 'constraint'> {
  /** When the connection was lost, if it was. */
  readonly loss?: 'before' | 'while it ran'
}

interface Reply {
  readonly results: readonly RawResult[]
  readonly error?: ReplyError
}

/**
 * A connection to PostgreSQL for a thread that stands still until it is answered, as work does that writes: another thread
 * asks for it.
 */
export class BlockingLink {
  readonly #port: MessagePort
  readonly #signal = new Int32Array(new SharedArrayBuffer(4))
  readonly #thread: Worker

  /**
   * @param servers The addresses of the servers, of which the one is connected to that takes writes.
   * @param setup SQL that each connection begins with.
   */
  constructor(servers: readonly string[], config: ClientConfig, setup: string) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    this.#thread = new Worker(new URL('./query-thread.js', import.meta.url), {
      workerData: { port: port2, signal: this.#signal, servers, config, setup },
      transferList: [port2],
    })
    // Neither keeps a process that has nothing else to do.
    this.#thread.unref()
    port1.unref()
  }

  /**
   * Runs statements in order. Throws the DatabaseError of the first that fails, and those after it do not run; or a
   * DatabaseLostError, where there is no connection to run them on, or it was lost meanwhile.
   */
  ask(request: Request): readonly RawResult[] {
    const { results, error } = this.#send(request)
    if (error?.loss) throw new DatabaseLostError(error.message, error.loss, error.code)
    if (error) throw refused(error)
    return results
  }

  close(): void {
    this.#send(null)
    this.#port.close()
  }

  #send(message: Request | null): Reply {
    Atomics.store(this.#signal, 0, 0)
    this.#port.postMessage(message)
    // The thread may still be waking whoever waited for the answer before this one.
    while (Atomics.load(this.#signal, 0) === 0) Atomics.wait(this.#signal, 0, 0)
    const reply = receiveMessageOnPort(this.#port)
    if (!reply) throw new Error('The thread that asks PostgreSQL has not answered.')
    return reply.message as Reply
  }
}

/** A server that only reads is told from one that is not there: whoever writes may have the address of a replica. */
function refused(error: ReplyError): unknown {
  const told = Object.assign(new DatabaseError(error.message, 0, 'error'), error)
  return error.code === READ_ONLY_TRANSACTION ? told : lostOrSame(told, 'before')
}
