import type { ReadCopy } from './read-copy.ts'

/** Work that reads from one copy from its beginning to its end; or from the database itself, once the copy has failed. */
export class Reading {
  readonly #choose: () => Promise<ReadCopy | null>
  #chosen: Promise<ReadCopy | null> | null = null

  constructor(choose: () => Promise<ReadCopy | null>) {
    this.#choose = choose
  }

  /** What it reads from; null for the database itself. It is chosen at its first statement. */
  copy(): Promise<ReadCopy | null> {
    this.#chosen ??= this.#choose()
    return this.#chosen
  }

  /** Goes on without the copy. */
  giveUp(): void {
    this.#chosen = Promise.resolve(null)
  }
}
