import { setTimeout } from 'node:timers/promises'
import type { PostgresAddress } from '../servers/address.ts'
import type { OwnIdentity } from './graph-identity.ts'
import { Replica } from './replica.ts'

/** Milliseconds between two looks at whether all replicas have what was written. */
const BETWEEN_LOOKS = 50
/** Milliseconds after which a replica that has not is not waited for any more. */
const LONGEST_WAIT = 10_000

/** The databases that follow the one that is written to. */
export class Replicas {
  readonly #replicas: readonly Replica[]
  #next = 0

  /** @param own What they must be replicas of. */
  constructor(addresses: readonly PostgresAddress[], connections: number, own: OwnIdentity) {
    this.#replicas = addresses.map((address) => new Replica(address, connections, own))
  }

  /** The next in turn that has come as far as this revision; null where there is none. */
  async inTurn(leastRevision: number): Promise<Replica | null> {
    const first = this.#next++
    for (let turn = 0; turn < this.#replicas.length; turn++) {
      const replica = this.#replicas[(first + turn) % this.#replicas.length]
      if (replica && (await replica.hasRevision(leastRevision))) return replica
    }
    return null
  }

  /** The one that is furthest behind; null where none answers. */
  async last(): Promise<Replica | null> {
    const known = await this.#revisions()
    return (
      known.reduce<Known | null>((last, one) => (last && last.revision <= one.revision ? last : one), null)
        ?.replica ?? null
    )
  }

  /** Calls `heed` each time that the one furthest behind has come further, until it has come as far as this revision. */
  async follow(revision: number, heed: () => void): Promise<void> {
    const end = performance.now() + LONGEST_WAIT
    for (let before = -1; performance.now() < end; await setTimeout(BETWEEN_LOOKS, null, { ref: false })) {
      const known = await this.#revisions()
      const last = Math.min(revision, ...known.map((one) => one.revision))
      if (last > before) heed()
      if (last >= revision) return
      before = last
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.close()))
  }

  async #revisions(): Promise<Known[]> {
    const asked = this.#replicas
      .filter(({ isOut }) => !isOut)
      .map(async (replica) => ({ replica, revision: await replica.revisionNow() }))
    return (await Promise.all(asked)).filter(({ revision }) => revision >= 0)
  }
}

interface Known {
  readonly replica: Replica
  readonly revision: number
}
