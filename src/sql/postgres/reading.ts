import type { Replica } from './replica.ts'

/** Work that reads from one replica from its beginning to its end; or from the database itself, once the replica has failed. */
export class Reading {
  readonly #choose: () => Promise<Replica | null>
  #chosen: Promise<Replica | null> | null = null

  constructor(choose: () => Promise<Replica | null>) {
    this.#choose = choose
  }

  /** What it reads from; null for the database itself. It is chosen at its first statement. */
  replica(): Promise<Replica | null> {
    this.#chosen ??= this.#choose()
    return this.#chosen
  }

  /** Goes on without the replica. */
  giveUp(): void {
    this.#chosen = Promise.resolve(null)
  }
}
