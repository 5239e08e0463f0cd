import { Pool } from 'pg'
import type { PostgresAddress } from './address.ts'
import { sessionOptions } from './session-options.ts'
import { valueTypes } from './values.ts'

/** After so many seconds a connection makes way for another, and with it go the statements that it has prepared. */
const LIFETIME = 3600
/** Milliseconds for which a statement waits for a connection, be they all in use or be there no way to the database. */
const LONGEST_WAIT = 5_000

/** What every connection to a graph's schema begins with. */
export const connectionConfig = ({ url, schema }: PostgresAddress) => ({
  connectionString: url,
  application_name: 'hearsay',
  options: sessionOptions(schema),
  keepAlive: true,
})

/** Connections to a graph's schema, made as they are needed, up to so many. */
export function openPool(address: PostgresAddress, connections: number): Pool {
  const pool = new Pool({
    ...connectionConfig(address),
    max: connections,
    maxLifetimeSeconds: LIFETIME,
    connectionTimeoutMillis: LONGEST_WAIT,
    types: valueTypes,
  })
  // An idle connection that is lost is replaced by the pool. Without a listener the process would end.
  pool.on('error', () => undefined)
  // One that is lost while somebody has it tells them by their statement, and says it again to nobody.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
