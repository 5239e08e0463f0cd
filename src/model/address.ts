import { isPostgresAddress, printableAddress } from '../sql/postgres/servers/address.ts'

/** Whether a graph is in a file, as by `./hearsay.db`; else it is in a database that keeps many, as by `postgres://…`. Engines are told apart by this and nothing else. */
export const isInFile = (address: string): boolean => !isPostgresAddress(address)

/** An address as it may be told to people: without a password. */
export const graphName = (address: string): string =>
  isPostgresAddress(address) ? printableAddress(address) : address
