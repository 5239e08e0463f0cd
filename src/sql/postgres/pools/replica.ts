import type { PostgresAddress } from '../servers/address.ts'
import { identityIn, type OwnIdentity } from './graph-identity.ts'
import { ServerPool } from './pool.ts'

/** Milliseconds after which a replica that has failed is tried again. */
const BEFORE_RETRY = 2_000

/** A database that follows the one that is written to, such as a streaming replica, and answers what only reads. */
export class Replica {
  readonly pool: ServerPool
  /** The last revision that was found in it; -1 where nothing was found since it failed, or ever. */
  #revision = -1
  #isOut = false
  /** Whether it was found to hold the graph, since it was last connected to. */
  #isKnown = false
  readonly #own: OwnIdentity
  #look: Promise<number> | null = null
  #retry: NodeJS.Timeout | undefined

  /** @param own What it must be a replica of. */
  constructor(address: PostgresAddress, connections: number, own: OwnIdentity) {
    this.#own = own
    this.pool = new ServerPool(address, 'any', connections)
  }

  /** Whether it has failed, and not answered since. */
  get isOut(): boolean {
    return this.#isOut
  }

  /** Whether it has come as far as a revision: known of it, or asked where it is not. */
  async hasRevision(least: number): Promise<boolean> {
    if (this.#isOut) return false
    return (this.#isKnown && this.#revision >= least) || (await this.revisionNow()) >= least
  }

  /** The last revision in it; -1 where it does not answer. Those who ask at the same time are told together. */
  revisionNow(): Promise<number> {
    this.#look ??= this.#ask().finally(() => {
      this.#look = null
    })
    return this.#look
  }

  /** Leaves it out, until it answers again. */
  leaveOut(): void {
    this.#isOut = true
    this.#isKnown = false
    this.#revision = -1
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.revisionNow(), BEFORE_RETRY).unref()
  }

  async close(): Promise<void> {
    clearTimeout(this.#retry)
    await this.pool.end()
  }

  async #ask(): Promise<number> {
    try {
      if (!this.#isKnown) await this.#requireOwn()
      this.#revision = await this.#lastRevision()
      this.#isOut = false
      return this.#revision
    } catch {
      if (!this.pool.isEnding) this.leaveOut()
      return -1
    }
  }

  /** A server that comes back may be another one. */
  async #requireOwn(): Promise<void> {
    const identity = await identityIn(this.pool)
    if (!identity || (await this.#own.isOtherThan(identity)))
      throw new Error('The replica does not hold the graph.')
    this.#isKnown = true
  }

  async #lastRevision(): Promise<number> {
    const row = await this.pool.look<{ last: number }>('select coalesce(max(id), 0) as last from revision')
    return row?.last ?? 0
  }
}
