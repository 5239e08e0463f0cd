import { errorMessage } from '../../../values/errors.ts'
import { type PostgresAddress, printableAddress } from '../servers/address.ts'
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

interface Standing {
  readonly isReplica: boolean
  readonly hasGraph: boolean
}

const standing = `select pg_is_in_recovery() as "isReplica",
  exists (select 1 from pg_tables where schemaname = $1 and tablename = 'graph_version') as "hasGraph"`
