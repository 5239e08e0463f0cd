import { errorMessage, UserError } from '../../../values/errors.ts'
import { type PostgresAddress, printableAddress } from '../servers/address.ts'
import { identityIn, OwnIdentity } from './graph-identity.ts'
import { ServerPool } from './pool.ts'

/** What is wrong with a database that is to be read from as a replica, for whoever starts the server; null where nothing is. */
export async function replicaFault(address: PostgresAddress): Promise<string | null> {
  const name = printableAddress(address.url)
  const pool = new ServerPool(address, 'any', 1)
  try {
    const client = await pool.connect()
    const { rows } = await client.query<Standing>(standing, [address.schema]).finally(() => client.release())
    if (!rows[0]?.hasGraph)
      return `The replica ${name} holds no graph in the schema ${address.schema}, and is not read from until it does.`
    if (!rows[0].isReplica)
      return `The replica ${name} takes writes itself: is it the database of --db, or another one? What is read from it is what it holds.`
    return null
  } catch (error) {
    return `The replica ${name} cannot be read from (${errorMessage(error)}). It is asked again, and read from when it answers.`
  } finally {
    await pool.end()
  }
}

/** Refuses databases that hold another graph than the one that they are to be replicas of. What does not answer is looked at later. */
export async function refuseForeignReplicas(
  primary: PostgresAddress,
  replicas: readonly PostgresAddress[],
): Promise<void> {
  const pools = [
    new ServerPool(primary, 'the primary', 1),
    ...replicas.map((one) => new ServerPool(one, 'any', 1)),
  ]
  const [ownPool, ...others] = pools
  try {
    if (!ownPool) return
    const own = new OwnIdentity(ownPool)
    const foreign = await Promise.all(
      others.map(async (pool) => own.isOtherThan(await identityIn(pool).catch(() => null))),
    )
    const found = replicas.find((_, place) => foreign[place])
    if (found) throw new UserError(foreignText(found))
  } finally {
    await Promise.all(pools.map((pool) => pool.end()))
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
