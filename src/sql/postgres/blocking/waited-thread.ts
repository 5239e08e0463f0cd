import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { ClientConfig } from 'pg'

export interface ThreadOptions {
  /** The addresses of the servers, of which the one is connected to that takes writes. */
  readonly servers: readonly string[]
  readonly config: ClientConfig
  /** SQL that each connection begins with. */
  readonly setup: string
  /** Milliseconds without a word from the server until it is looked whether it is still at work. */
  readonly silence: number
}

/** What `query-thread.js` begins with. */
export interface ThreadData extends ThreadOptions {
  readonly port: MessagePort
  /** 1 once the answer is there. */
  readonly signal: Int32Array
  /** Counts on for as long as the thread lives. */
  readonly beats: Int32Array
}

/** For so many silences the thread may show no life: it may be taken up by an answer of many rows. */
const MOST_SILENCES = 12

/** A thread that asks PostgreSQL, for which another one stands still. */
export class WaitedThread {
  readonly #silence: number
  readonly #port: MessagePort
  readonly #signal = new Int32Array(new SharedArrayBuffer(4))
  readonly #beats = new Int32Array(new SharedArrayBuffer(4))
  readonly #worker: Worker

  constructor(options: ThreadOptions) {
    const { port1, port2 } = new MessageChannel()
    const data: ThreadData = { ...options, port: port2, signal: this.#signal, beats: this.#beats }
    this.#silence = options.silence
    this.#port = port1
    this.#worker = new Worker(new URL('./query-thread.js', import.meta.url), {
      workerData: data,
      transferList: [port2],
    })
    // Whoever waits for its answer finds out that it has died.
    this.#worker.on('error', () => undefined)
    // Neither keeps a process that has nothing else to do.
    this.#worker.unref()
    port1.unref()
  }

  /** What the thread answers to a message; undefined where it has died. */
  ask(message: unknown): unknown {
    Atomics.store(this.#signal, 0, 0)
    this.#port.postMessage(message)
    if (this.#waits()) return receiveMessageOnPort(this.#port)?.message
    void this.#worker.terminate()
    return undefined
  }

  close(): void {
    this.#port.close()
  }

  /** Stands still until there is an answer, as long as there is somebody to give one. */
  #waits(): boolean {
    let heard = Atomics.load(this.#beats, 0)
    for (let silences = 0; silences < MOST_SILENCES; ) {
      // It may still be waking whoever waited for the answer before this one.
      const woken = Atomics.wait(this.#signal, 0, 0, this.#silence)
      if (Atomics.load(this.#signal, 0) === 1) return true
      const beats = Atomics.load(this.#beats, 0)
      if (beats !== heard) silences = 0
      else if (woken === 'timed-out') silences++
      heard = beats
    }
    return false
  }
}
