import type { ImmediateEngine } from '../sql/engine.ts'
import type { ForeignDatabase } from '../sql/foreign-database.ts'
import type { Patience } from '../sql/patience.ts'
import { isPostgresAddress, printableAddress } from '../sql/postgres/address.ts'
import { databaseRefusalOf } from '../sql/postgres/error-codes.ts'
import * as postgres from '../sql/postgres/open.ts'
import { type DatabaseOptions, ServedDatabase } from '../sql/postgres/served-database.ts'
import type { EngineRefusal } from '../sql/refusal.ts'
import type { ServedEngine } from '../sql/served-engine.ts'
import * as sqlite from '../sql/sqlite/connection.ts'
import * as foreign from '../sql/sqlite/foreign-database.ts'
import { openUpToDate } from '../sql/sqlite/open-up-to-date.ts'
import { engineRefusalOf } from '../sql/sqlite/refusals.ts'
import { openServedFile } from '../sql/sqlite/served-file.ts'

export interface WriterOptions {
  /** How long to wait for another that writes; a few seconds where it is left out. */
  readonly patience?: Patience | undefined
  /** Whether what has been committed is on the disk itself, so that a power cut takes none of it. A database says so itself. */
  readonly durable?: boolean | undefined
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

/** The same, which refuses a graph that an earlier Hearsay has written. */
export const openCurrentReader = (address: string): ImmediateEngine =>
  isPostgresAddress(address) ? postgres.openReader(address) : openUpToDate(address)

/** A graph to answer from, which is watched meanwhile. It must be there, and up to date. */
export const openServed = (address: string, options: DatabaseOptions = {}): ServedEngine =>
  isPostgresAddress(address) ? new ServedDatabase(address, options) : openServedFile(address)

/** Whether the graph at an address is a file of its own, with a folder and rights. */
export const isInFile = (address: string): boolean => !isPostgresAddress(address)

/** An address as it may be told to anybody: without a password. */
export const shownAddress = (address: string): string =>
  isPostgresAddress(address) ? printableAddress(address) : address

/** Why the engine cannot write to a graph, or read it; undefined where an error is none of the engine's. */
export const whyRefused = (error: unknown): EngineRefusal | undefined =>
  engineRefusalOf(error) ?? databaseRefusalOf(error)

/** Whether a file is a database of a kind that other programs keep in a file, by its first bytes. */
export const isDatabaseFile = (bytes: Uint8Array): boolean => foreign.isDatabaseFile(bytes)

/** Such a file, by all of its bytes. Throws a ForeignDatabaseError where it cannot be read. */
export const openForeignDatabase = (bytes: Uint8Array): ForeignDatabase => foreign.openForeignDatabase(bytes)
