import { existsSync } from 'node:fs'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { ForeignDatabase } from '../sql/foreign-database.ts'
import type { Patience } from '../sql/patience.ts'
import * as postgres from '../sql/postgres/open.ts'
import { type DatabaseOptions, ServedDatabase } from '../sql/postgres/served-database.ts'
import { isPostgresAddress, printableAddress } from '../sql/postgres/servers/address.ts'
import * as postgresCodes from '../sql/postgres/servers/error-codes.ts'
import { databaseRefusalOf } from '../sql/postgres/servers/refusals.ts'
import type { EngineRefusal } from '../sql/refusal.ts'
import type { ServedEngine } from '../sql/served-engine.ts'
import { removeDatabase } from '../sql/sqlite/backup.ts'
import * as sqliteCodes from '../sql/sqlite/busy.ts'
import * as sqlite from '../sql/sqlite/connection.ts'
import * as foreign from '../sql/sqlite/foreign-database.ts'
import { holdsGraph } from '../sql/sqlite/holds-graph.ts'
import { openUpToDate as openFileUpToDate } from '../sql/sqlite/open-up-to-date.ts'
import { engineRefusalOf } from '../sql/sqlite/refusals.ts'
import { openServedFile } from '../sql/sqlite/served-file.ts'
import { UserError } from '../values/errors.ts'

export interface WriterOptions {
  /** How long to wait for another that writes; a few seconds where it is left out. */
  readonly patience?: Patience | undefined
  /** Whether what has been committed is on the disk itself, so that a power cut takes none of it. A database says so itself. */
  readonly durable?: boolean | undefined
  /** Whether it fails at once where another writes, for whoever must not stand still. */
  readonly atOnce?: boolean | undefined
  /** Puts the first things into a graph that holds nothing yet. Whoever is interrupted there begins again. */
  readonly begin?: ((engine: ImmediateEngine) => void) | undefined
}

/**
 * An engine that writes to the graph at an address: a file's path, or `postgres://…`. It makes the graph where there is none,
 * and brings an old one up to date. Which engine a graph is on is told apart here and nowhere else.
 */
export const openWriter = (address: string, options: WriterOptions = {}): ImmediateEngine =>
  isPostgresAddress(address) ? postgres.openWriter(address, options) : sqlite.openWriter(address, options)

/** The same, which has on the disk whatever it says that it has written. */
export const openDurableWriter = (address: string): ImmediateEngine => openWriter(address, { durable: true })

/** An engine that only reads. */
export const openReader = (address: string): ImmediateEngine =>
  isPostgresAddress(address) ? postgres.openReader(address) : sqlite.openReadConnection(address)

/** An engine that only reads, of a graph that is there and up to date. Throws a GraphFileError where it is not. */
export const openUpToDate = (address: string): ImmediateEngine =>
  isPostgresAddress(address) ? postgres.openReader(address) : openFileUpToDate(address)

/** A graph to answer from, which is watched meanwhile. It must be there, and up to date. */
export function openServed(address: string, options: DatabaseOptions = {}): ServedEngine {
  if (isPostgresAddress(address)) return new ServedDatabase(address, options)
  if (options.readFrom?.length)
    throw new UserError(
      'A graph in a file has no replicas: leave --read-db out, or name a database with --db.',
    )
  return openServedFile(address)
}

/** Refuses replicas that hold another graph than the one at an address. */
export async function refuseForeignReplicas(address: string, readFrom: readonly string[]): Promise<void> {
  if (readFrom.length > 0 && isPostgresAddress(address))
    await postgres.refuseForeignReplicas(address, readFrom)
}

/** Whether a graph is at an address, with anything in it or not. Throws a GraphFileError where something else is. */
export const isGraphAt = (address: string): boolean =>
  isPostgresAddress(address) ? postgres.isGraphAt(address) : holdsGraph(address)

/**
 * Makes a graph at an address where there is none, and puts into it what `fill` writes, all of it or nothing. False where
 * there is one already.
 */
export function makeGraph(
  address: string,
  fill: (engine: ImmediateEngine) => void,
  patience?: Patience,
): boolean {
  if (isGraphAt(address)) return false
  const isNewFile = !isPostgresAddress(address) && !existsSync(address)
  let isMade = false
  const begin = (engine: ImmediateEngine) => {
    fill(engine)
    isMade = true
  }
  try {
    openWriter(address, { durable: true, begin, patience }).close()
    return isMade
  } catch (error) {
    if (isNewFile) removeDatabase(address)
    throw error
  }
}

/** Whether a graph is in a file; else it is in a database that keeps many. */
export const isInFile = (address: string): boolean => !isPostgresAddress(address)

/** An address as it may be told to people: without a password. */
export const graphName = (address: string): string =>
  isPostgresAddress(address) ? printableAddress(address) : address

/** Whether an error says that another writes to the graph. */
export const isBusy = (error: unknown): boolean => sqliteCodes.isBusy(error) || postgresCodes.isBusy(error)

/** Why the engine cannot write to a graph, or read it; undefined where an error is none of the engine's. */
export const whyRefused = (error: unknown): EngineRefusal | undefined =>
  engineRefusalOf(error) ?? databaseRefusalOf(error)

/** Whether a file is a database of a kind that other programs keep in a file, by its first bytes. */
export const isDatabaseFile = (bytes: Uint8Array): boolean => foreign.isDatabaseFile(bytes)

/** Such a file, by all of its bytes. Throws a ForeignDatabaseError where it cannot be read. */
export const openForeignDatabase = (bytes: Uint8Array): ForeignDatabase => foreign.openForeignDatabase(bytes)
