import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface Stretch {
  /** The longest time, in milliseconds, in which the server did not say that it is well, since this was last asked. */
  readonly longest: number
  readonly failure: string | null
}

/** How long a server holds up whoever only asks whether it is well. */
export class Health {
  readonly #worker: Worker

  constructor(url: string) {
    this.#worker = new Worker(new URL('./health-worker.js', import.meta.url), { workerData: url })
  }

  async stretch(): Promise<Stretch> {
    this.#worker.postMessage(null)
    const [stretch] = (await once(this.#worker, 'message')) as [Stretch]
    return stretch
  }

  stop(): void {
    void this.#worker.terminate()
  }
}
