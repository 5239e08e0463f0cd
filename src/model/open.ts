import type { ImmediateEngine } from '../sql/engine.ts'
import * as sqlite from '../sql/sqlite/connection.ts'
import { requireWhole, ServedFile } from '../sql/sqlite/served-file.ts'

/** A graph's file, and the engine that reads it. */
export interface OpenFile {
  readonly engine: ImmediateEngine
  readonly file: ServedFile
}

/** An engine that only reads. Which engine a graph is on is told apart in this file and nowhere else. */
export const openReader = (path: string): ImmediateEngine => sqlite.openReader(path)

/** The same of a file that must be whole, and is watched: somebody may put another in its place. */
export function openServed(path: string): OpenFile {
  requireWhole(path)
  const engine = sqlite.openReader(path)
  try {
    return { engine, file: new ServedFile(path, engine) }
  } catch (error) {
    engine.close()
    throw error
  }
}
