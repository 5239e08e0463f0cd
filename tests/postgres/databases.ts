import { Client } from 'pg'

/** The address of a database of this name, on the server that the tests have. */
export function databaseAddress(name: string): URL {
  const address = new URL(process.env.HEARSAY_TEST_POSTGRES ?? '')
  address.pathname = name
  return address
}

/** Runs statements in the database at an address, one after the other. */
export async function runAt(address: string | undefined, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
