import type { ImmediateEngine } from '../sql/engine.ts'

/** The engine of a thread, opened when it is first needed: where that fails, whoever asks next tries again. */
export class HeldEngine {
  readonly #open: () => ImmediateEngine
  #engine: ImmediateEngine | null = null

  constructor(open: () => ImmediateEngine) {
    this.#open = open
  }

  now(): ImmediateEngine {
    this.#engine ??= this.#open()
    return this.#engine
  }

  close(): void {
    this.#engine?.close()
    this.#engine = null
  }
}
