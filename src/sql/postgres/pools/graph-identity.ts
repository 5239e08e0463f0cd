import { errorCode } from '../../../values/errors.ts'
import type { ServerPool } from './pool.ts'

/** What tells a graph from every other, and the servers that hold it from others. */
export interface GraphIdentity {
  readonly graph: string
  /** The same on a primary and all that stream from it; null where the server does not tell. */
  readonly cluster: string | null
  readonly isReplica: boolean
}

const UNDEFINED_TABLE = '42P01'

/** The graph that a pool reads; null where there is none. */
export async function identityIn(pool: ServerPool): Promise<GraphIdentity | null> {
  const graph = await pool
    .look<Omit<GraphIdentity, 'cluster'>>(
      'select id::text as graph, pg_is_in_recovery() as "isReplica" from graph_version',
    )
    .catch((error) => {
      if (errorCode(error) === UNDEFINED_TABLE) return undefined
      throw error
    })
  if (!graph) return null
  // Whoever runs the server may have kept it to themselves.
  const told = await pool
    .look<{ cluster: string }>('select system_identifier::text as cluster from pg_control_system()')
    .catch(() => undefined)
  return { ...graph, cluster: told?.cluster ?? null }
}

/** Whether what is to be a replica of a graph is none: another graph, or one that is fed from elsewhere. */
const differs = (replica: GraphIdentity, own: GraphIdentity): boolean =>
  replica.graph !== own.graph ||
  (replica.isReplica && replica.cluster !== null && own.cluster !== null && replica.cluster !== own.cluster)

/** The identity of the graph that is served, asked of its database when it is wanted first. */
export class OwnIdentity {
  readonly #pool: ServerPool
  #known: GraphIdentity | null = null

  constructor(pool: ServerPool) {
    this.#pool = pool
  }

  /** Whether what is to be a replica is none. As long as the database has not told what the graph is, nothing is. */
  async isOtherThan(replica: GraphIdentity): Promise<boolean> {
    this.#known ??= await this.#asked()
    if (!this.#known || !differs(replica, this.#known)) return false
    // The graph may have been made anew since.
    this.#known = (await this.#asked()) ?? this.#known
    return differs(replica, this.#known)
  }

  async #asked(): Promise<GraphIdentity | null> {
    try {
      return await identityIn(this.#pool)
    } catch {
      return null
    }
  }
}
