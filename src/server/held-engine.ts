import type { ImmediateEngine } from '../sql/engine.ts'
import { DatabaseLostError } from '../values/errors.ts'

/** The engine of a thread, opened when it is first needed, and anew where the connection to a database was lost. */
export class HeldEngine {
  readonly #open: () => ImmediateEngine
  #engine: ImmediateEngine | null = null

  constructor(open: () => ImmediateEngine) {
    this.#open = open
  }

  /** One that answers, as far as can be known before it is asked. */
  now(): ImmediateEngine {
    if (this.#engine && !answers(this.#engine)) this.#drop()
    this.#engine ??= this.#open()
    return this.#engine
  }

  close(): void {
    this.#drop()
  }

  #drop(): void {
    const lost = this.#engine
    this.#engine = null
    lost?.close()
  }
}

function answers(engine: ImmediateEngine): boolean {
  try {
    engine.probe()
    return true
  } catch (error) {
    if (error instanceof DatabaseLostError) return false
    throw error
  }
}
