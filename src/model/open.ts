import type { ImmediateEngine } from '../sql/engine.ts'
import * as sqlite from '../sql/sqlite/connection.ts'
import { type EngineRefusal, engineRefusalOf } from '../sql/sqlite/refusals.ts'

/** An engine that writes, and has on the disk whatever it says that it has written. */
export const openDurableWriter = (path: string): ImmediateEngine => sqlite.openWriter(path, { durable: true })

/** An engine that only reads. Which engine a graph is on is told apart where one is opened, and nowhere else. */
export const openReader = (path: string): ImmediateEngine => sqlite.openReadConnection(path)

/** Why the engine cannot write to a graph, or read it; undefined where an error is none of the engine's. */
export const whyRefused = (error: unknown): EngineRefusal | undefined => engineRefusalOf(error)
