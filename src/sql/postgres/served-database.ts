import type { ServedOptions } from '../engine-kind.ts'
import type { Fate, ServedEngine } from '../served-engine.ts'
import { AsynchronousEngine } from './asynchronous/asynchronous-engine.ts'
import { replicaFault } from './pools/replica-fault.ts'
import { type PostgresAddress, postgresAddress, replicaAddresses } from './servers/address.ts'

/** Milliseconds within which a database must answer that is well. */
const LONGEST_PROBE = 3_000

const UNREACHABLE =
  'The database of the graph does not answer. The server asks it again, and goes on when it does.'

/** A graph in a database while it is served. The database may go and come back, and the graph in it stays the same. */
export class ServedDatabase implements ServedEngine {
  readonly engine: AsynchronousEngine
  readonly holdsThread = false
  readonly hasReplicas: boolean
  readonly #replicas: readonly PostgresAddress[]
  readonly faults = { gone: UNREACHABLE, overwritten: UNREACHABLE, unreadable: UNREACHABLE }

  constructor(address: string, { readFrom = [], connections }: ServedOptions = {}) {
    const place = postgresAddress(address)
    this.#replicas = replicaAddresses(place, readFrom)
    this.hasReplicas = this.#replicas.length > 0
    this.engine = new AsynchronousEngine({
      ...place,
      replicas: this.#replicas,
      ...(connections && { connections }),
    })
  }

  fate(): Fate {
    return 'same'
  }

  async replicaFaults(): Promise<readonly string[]> {
    const faults = await Promise.all(this.#replicas.map(replicaFault))
    return faults.filter((fault) => fault !== null)
  }

  requireRows(): Promise<void> {
    // Where there are replicas, whoever reads is answered while the database itself is gone.
    return this.engine.within(LONGEST_PROBE, () => this.engine.fromReplica(0, () => this.engine.probe()))
  }
}
