import type { ImmediateEngine } from '../sql/engine.ts'
import type { ForeignDatabase } from '../sql/foreign-database.ts'
import * as sqlite from '../sql/sqlite/connection.ts'
import * as foreign from '../sql/sqlite/foreign-database.ts'
import { type EngineRefusal, engineRefusalOf } from '../sql/sqlite/refusals.ts'

/** An engine that writes, and has on the disk whatever it says that it has written. */
export const openDurableWriter = (path: string): ImmediateEngine => sqlite.openWriter(path, { durable: true })

/** An engine that only reads. Which engine a graph is on is told apart where one is opened, and nowhere else. */
export const openReader = (path: string): ImmediateEngine => sqlite.openReadConnection(path)

/** Why the engine cannot write to a graph, or read it; undefined where an error is none of the engine's. */
export const whyRefused = (error: unknown): EngineRefusal | undefined => engineRefusalOf(error)

/** Whether a file is a database of a kind that other programs keep in a file, by its first bytes. */
export const isDatabaseFile = (bytes: Uint8Array): boolean => foreign.isDatabaseFile(bytes)

/** Such a file, by all of its bytes. Throws a ForeignDatabaseError where it cannot be read. */
export const openForeignDatabase = (bytes: Uint8Array): ForeignDatabase => foreign.openForeignDatabase(bytes)
