import type { Replica } from './replica.ts'

/** Work that reads from one replica from its beginning to its end; or from the database itself, once the replica has failed. */
export class Reading {
  readonly #choose: () => Promise<Replica | null>
  #chosen: Promise<Replica | null> | null = null
  #left: Replica | null = null
  #hasRead = false

  constructor(choose: () => Promise<Replica | null>) {
    this.#choose = choose
  }

  /** What it reads from; null for the database itself. It is chosen at its first statement. */
  replica(): Promise<Replica | null> {
    this.#chosen ??= this.#choose()
    return this.#chosen
  }

  /** Something was read: another replica may not have as much. */
  noteRead(): void {
    this.#hasRead = true
  }

  /** Goes on without a replica that is lost: with another as long as nothing was read, and then with the database itself. */
  leave(replica: Replica): void {
    // Statements that ran on it at the same time fail one after the other.
    if (this.#left === replica) return
    this.#left = replica
    if (this.#hasRead) this.giveUp()
    else this.#chosen = null
  }

  /** Goes on without any replica. */
  giveUp(): void {
    this.#chosen = Promise.resolve(null)
  }
}
