import { UserError } from '../../values/errors.ts'

/** Where a graph is: a database, and the schema in it. */
export interface PostgresAddress {
  /** As `pg` takes it, without our own parameter. */
  readonly url: string
  readonly schema: string
}

/** Where no other is named. */
const DEFAULT_SCHEMA = 'hearsay'

export const isPostgresAddress = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address)

/** Takes `postgres://user@host/database?schema=name` apart. */
export function postgresAddress(address: string): PostgresAddress {
  const url = parsed(address)
  const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema) || schema.startsWith('pg_'))
    throw new UserError(
      `${schema} is no name for a schema: it begins with a letter a to z, and goes on with letters, digits and _, 63 at most.`,
    )
  url.searchParams.delete('schema')
  return { url: url.href, schema }
}

function parsed(address: string): URL {
  try {
    return new URL(address)
  } catch {
    throw new UserError(
      'This is no address of a database. It is written postgres://user@host/database?schema=name.',
    )
  }
}

/** An address as it may be printed: without the password. */
export function printableAddress(address: string): string {
  const url = parsed(address)
  if (url.password) url.password = '…'
  if (url.searchParams.has('password')) url.searchParams.set('password', '…')
  return decodeURI(url.href)
}
