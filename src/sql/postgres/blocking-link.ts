import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { type ClientConfig, DatabaseError, type QueryConfig } from 'pg'
import { lostOrSame } from './lost-connection.ts'

/** What a statement has answered: rows as PostgreSQL writes them, by their columns. */
export interface RawResult {
  readonly columns: readonly { readonly name: string; readonly type: number }[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly rowCount: number | null
  readonly command: string
}

interface Reply {
  readonly results: readonly RawResult[]
  readonly error?: Pick<DatabaseError, 'message' | 'code' | 'detail' | 'table' | 'constraint'>
}

/**
 * A connection to PostgreSQL for a thread that stands still until it is answered, as work does that writes: another thread
 * asks for it.
 */
export class BlockingLink {
  readonly #port: MessagePort
  readonly #signal = new Int32Array(new SharedArrayBuffer(4))
  readonly #thread: Worker

  constructor(config: ClientConfig) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    this.#thread = new Worker(new URL('./query-thread.js', import.meta.url), {
      workerData: { port: port2, signal: this.#signal, config },
      transferList: [port2],
    })
    // Neither keeps a process that has nothing else to do.
    this.#thread.unref()
    port1.unref()
  }

  /**
   * Runs statements in order. Throws the DatabaseError of the first that fails, and those after it do not run; or a
   * DatabaseLostError, after which nothing runs on this connection any more.
   */
  ask(queries: readonly QueryConfig[]): readonly RawResult[] {
    const { results, error } = this.#send(queries)
    if (error) throw lostOrSame(Object.assign(new DatabaseError(error.message, 0, 'error'), error))
    return results
  }

  close(): void {
    this.#send(null)
    this.#port.close()
  }

  #send(message: readonly QueryConfig[] | null): Reply {
    Atomics.store(this.#signal, 0, 0)
    this.#port.postMessage(message)
    Atomics.wait(this.#signal, 0, 0)
    const reply = receiveMessageOnPort(this.#port)
    if (!reply) throw new Error('The thread that asks PostgreSQL has not answered.')
    return reply.message as Reply
  }
}
