import type { ImportSummary } from '../dossier/item-keys.ts'
import type { ItemsWriting } from '../dossier/write-items.ts'
import { makeGraph, openWriter } from '../model/open.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { patient, withGraphFile } from './graph-file.ts'
import { openProblem } from './graph-file-refusal.ts'
import type { Out } from './out.ts'

/** Does work on an empty graph in memory: what only looks at one that is not there yet makes none. */
export async function withEmptyGraph<T>(work: (connection: ImmediateEngine) => Promise<T>): Promise<T> {
  const connection = openWriter(':memory:')
  try {
    return await work(connection)
  } finally {
    connection.close()
  }
}

/** Makes a graph together with what is written into it first: whoever is interrupted leaves nothing, and begins again. */
export const intoNewGraph =
  (path: string, out: Out): ItemsWriting =>
  (write) => {
    let summary: ImportSummary | undefined
    const fill = (engine: ImmediateEngine) => {
      summary = write(engine, engine.state())
    }
    try {
      makeGraph(path, fill, patient(path, out))
    } catch (error) {
      throw openProblem(path, error)
    }
    // Another has made one meanwhile: what was right may not be any more, and is compared with it.
    return summary ?? withGraphFile(path, { patience: patient(path, out) }, (engine) => write(engine, ''))
  }
