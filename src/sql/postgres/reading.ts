import type { ReadCopy } from './read-copy.ts'

/** Work that reads from one copy from its beginning to its end; or from the database itself, once the copy has failed. */
export class Reading {
  readonly #choose: () => Promise<ReadCopy | null>
  #chosen: Promise<ReadCopy | null> | null = null
  #left: ReadCopy | null = null
  #hasRead = false

  constructor(choose: () => Promise<ReadCopy | null>) {
    this.#choose = choose
  }

  /** What it reads from; null for the database itself. It is chosen at its first statement. */
  copy(): Promise<ReadCopy | null> {
    this.#chosen ??= this.#choose()
    return this.#chosen
  }

  /** Something was read: another copy may not have as much. */
  noteRead(): void {
    this.#hasRead = true
  }

  /** Goes on without a copy that is lost: with another as long as nothing was read, and then with the database itself. */
  leave(copy: ReadCopy): void {
    // Statements that ran on it at the same time fail one after the other.
    if (this.#left === copy) return
    this.#left = copy
    if (this.#hasRead) this.giveUp()
    else this.#chosen = null
  }

  /** Goes on without any copy. */
  giveUp(): void {
    this.#chosen = Promise.resolve(null)
  }
}
