import { DatabaseLostError } from '../../../values/errors.ts'
import { CommitListener } from '../pools/commit-listener.ts'
import { OwnIdentity } from '../pools/graph-identity.ts'
import { primaryConfig, ServerPool } from '../pools/pool.ts'
import { Reading } from '../pools/reading.ts'
import { Replicas } from '../pools/replicas.ts'
import type { PostgresAddress } from '../servers/address.ts'
import { isRecoveryConflict } from '../servers/error-codes.ts'
import { PooledStatements } from './pooled-statements.ts'

export interface GraphDatabasesOptions extends PostgresAddress {
  /** How many connections there are at most, to the database and to each of its replicas. */
  readonly connections?: number
  /** Databases that follow this one, and answer what may be read from a replica. */
  readonly replicas?: readonly PostgresAddress[]
}

const CONNECTIONS = 10

/** The database that a graph is in, and those that follow it. */
export class GraphDatabases {
  /** Connections to the one that takes writes. */
  readonly primary: ServerPool
  readonly #replicas: Replicas | null
  readonly #listener: CommitListener
  readonly #statementsOf = new WeakMap<ServerPool, PooledStatements>()

  constructor({ connections = CONNECTIONS, replicas = [], ...address }: GraphDatabasesOptions) {
    this.primary = new ServerPool(address, 'the primary', connections)
    this.#replicas =
      replicas.length > 0 ? new Replicas(replicas, connections, new OwnIdentity(this.primary)) : null
    this.#listener = new CommitListener(primaryConfig(address), address.schema)
  }

  /** What is run over a pool's connections outside of a transaction. */
  statementsOf(pool: ServerPool): PooledStatements {
    const known = this.#statementsOf.get(pool) ?? new PooledStatements(pool)
    this.#statementsOf.set(pool, known)
    return known
  }

  /** Work from replicas that have come as far as this revision; null where there are no replicas. */
  readingFrom(leastRevision: number): Reading | null {
    const replicas = this.#replicas
    return replicas && new Reading(() => replicas.inTurn(leastRevision))
  }

  /** The same from the replica that is furthest behind. */
  readingFromLast(): Reading | null {
    const replicas = this.#replicas
    return replicas && new Reading(() => replicas.last())
  }

  /** Reads from the replica of this work; where it fails, from another, or from the database itself. */
  async read<T>(reading: Reading, read: (pool: ServerPool) => Promise<T>): Promise<T> {
    for (let replica = await reading.replica(); replica; replica = await reading.replica())
      try {
        const done = await read(replica.pool)
        reading.noteRead()
        return done
      } catch (error) {
        if (error instanceof DatabaseLostError) {
          replica.leaveOut()
          reading.leave(replica)
        } else if (isRecoveryConflict(error)) reading.giveUp()
        else throw error
      }
    return read(this.primary)
  }

  /**
   * Calls `heed` when something was written, and again as replicas come to have it.
   *
   * @param lastRevision The last revision that is in the database itself.
   */
  onWritten(heed: () => void, lastRevision: () => Promise<number>): () => void {
    const replicas = this.#replicas
    if (!replicas) return this.#listener.add(heed)
    const follow = async () => replicas.follow(await lastRevision(), heed)
    // A database that is lost just then is heard of again when it is back.
    return this.#listener.add(() => void follow().catch(() => undefined))
  }

  async close(): Promise<void> {
    this.#listener.close()
    await Promise.all([this.primary.end(), this.#replicas?.close()])
  }
}
