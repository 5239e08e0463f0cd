import { errorMessage, UserError } from '../../../values/errors.ts'
import {
  type PostgresAddress,
  postgresAddress,
  printableAddress,
  replicaAddresses,
} from '../servers/address.ts'
import { identityIn, OwnIdentity } from './graph-identity.ts'
import { ServerPool } from './pool.ts'

/** What is wrong with a database that is to be read from as a replica, for whoever starts the server; null where nothing is. */
export async function replicaFault(address: PostgresAddress): Promise<string | null> {
  const name = printableAddress(address.url)
  const pool = new ServerPool(address, 'any', 1)
  try {
    const found = await pool.look<Standing>(standing, [address.schema])
    if (!found?.hasGraph)
      return `The replica ${name} holds no graph in the schema ${address.schema}, and is not read from until it does.`
    if (!found.isReplica)
      return `The replica ${name} takes writes itself: is it the database of --db, or another one? What is read from it is what it holds.`
    return null
  } catch (error) {
    return `The replica ${name} cannot be read from (${errorMessage(error)}). It is asked again, and read from when it answers.`
  } finally {
    await pool.end()
  }
}

/** Refuses databases that hold another graph than the one that they are to be replicas of. What does not answer is looked at later. */
export async function refuseForeignReplicas(address: string, readFrom: readonly string[]): Promise<void> {
  if (readFrom.length === 0) return
  const primary = postgresAddress(address)
  const replicas = replicaAddresses(primary, readFrom)
  const ownPool = new ServerPool(primary, 'the primary', 1)
  const pools = replicas.map((one) => new ServerPool(one, 'any', 1))
  try {
    const own = new OwnIdentity(ownPool)
    const foreign = await Promise.all(
      pools.map(async (pool) => {
        const identity = await identityIn(pool).catch(() => null)
        return identity !== null && own.isOtherThan(identity)
      }),
    )
    const found = replicas.find((_, place) => foreign[place])
    if (found) throw new UserError(foreignText(found))
  } finally {
    await Promise.all([ownPool, ...pools].map((pool) => pool.end()))
  }
}

const foreignText = ({ url, schema }: PostgresAddress): string =>
  `The schema ${schema} of ${printableAddress(url)} is no replica of that of --db: it holds another graph, or follows another database. ` +
  'Name one that follows it with --read-db, or leave that out.'

interface Standing {
  readonly isReplica: boolean
  readonly hasGraph: boolean
}

const standing = `select pg_is_in_recovery() as "isReplica",
  exists (select 1 from pg_tables where schemaname = $1 and tablename = 'graph_version') as "hasGraph"`
