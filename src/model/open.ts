import { existsSync } from 'node:fs'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { EngineKind, ServedOptions, WriterOptions } from '../sql/engine-kind.ts'
import type { ForeignDatabase } from '../sql/foreign-database.ts'
import type { Patience } from '../sql/patience.ts'
import type { EngineRefusal } from '../sql/refusal.ts'
import type { ServedEngine } from '../sql/served-engine.ts'
import { removeDatabase } from '../sql/sqlite/backup.ts'
import * as foreign from '../sql/sqlite/foreign-database.ts'
import { sqlite } from '../sql/sqlite/sqlite.ts'
import { UserError } from '../values/errors.ts'
import { isInFile } from './address.ts'

/** Undefined until a graph needs it: to read it from the disk takes a while. */
let postgres: EngineKind | undefined

/** Loads the engine of the graph at an address, which must be done before the graph is opened. */
export async function loadEngine(address: string): Promise<void> {
  if (!isInFile(address)) postgres ??= (await import('../sql/postgres/postgres.ts')).postgres
}

function engineOf(address: string): EngineKind {
  if (isInFile(address)) return sqlite
  if (!postgres) throw new Error('The engine of this graph is not loaded: see loadEngine.')
  return postgres
}

/**
 * An engine that writes to the graph at an address: a file's path, or `postgres://…`. It makes the graph where there is none,
 * and brings an old one up to date.
 */
export const openWriter = (address: string, options: WriterOptions = {}): ImmediateEngine =>
  engineOf(address).openWriter(address, options)

/** The same, which has on the disk whatever it says that it has written. */
export const openDurableWriter = (address: string): ImmediateEngine => openWriter(address, { durable: true })

/** An engine that only reads. */
export const openReader = (address: string): ImmediateEngine => engineOf(address).openReader(address)

/** An engine that only reads, of a graph that is there and up to date. Throws a GraphFileError where it is not. */
export const openUpToDate = (address: string): ImmediateEngine => engineOf(address).openUpToDate(address)

/** A graph to answer from, which is watched meanwhile. It must be there, and up to date. */
export function openServed(address: string, options: ServedOptions = {}): ServedEngine {
  if (isInFile(address) && options.readFrom?.length)
    throw new UserError(
      'A graph in a file has no replicas: leave --read-db out, or name a database with --db.',
    )
  return engineOf(address).openServed(address, options)
}

/** Refuses replicas that hold another graph than the one at an address. */
export const refuseForeignReplicas = (address: string, readFrom: readonly string[]): Promise<void> =>
  engineOf(address).refuseForeignReplicas(address, readFrom)

/** Whether a graph is at an address, with anything in it or not. Throws a GraphFileError where something else is. */
export const isGraphAt = (address: string): boolean => engineOf(address).isGraphAt(address)

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
  const isNewFile = isInFile(address) && !existsSync(address)
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

/** Whether an error says that another writes to the graph. */
export const isBusy = (error: unknown): boolean => sqlite.isBusy(error) || (postgres?.isBusy(error) ?? false)

/** Why the engine cannot write to a graph, or read it; undefined where an error is none of the engine's. */
export const whyRefused = (error: unknown): EngineRefusal | undefined =>
  sqlite.whyRefused(error) ?? postgres?.whyRefused(error)

/** Whether a file is a database of a kind that other programs keep in a file, by its first bytes. */
export const isDatabaseFile = (bytes: Uint8Array): boolean => foreign.isDatabaseFile(bytes)

/** Such a file, by all of its bytes. Throws a ForeignDatabaseError where it cannot be read. */
export const openForeignDatabase = (bytes: Uint8Array): ForeignDatabase => foreign.openForeignDatabase(bytes)
