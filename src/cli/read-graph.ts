import { isInFile } from '../model/address.ts'
import { openUpToDate } from '../model/open.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { EarlierFileError } from '../values/errors.ts'
import { holdsGraph, openGraphFile, patient, refuseWhatIsNoFile } from './graph-file.ts'
import { fileProblem, openProblem } from './graph-file-refusal.ts'
import { withEmptyGraph } from './new-graph.ts'
import type { Out } from './out.ts'

/**
 * Does a command's work that only reads a graph: no right to write is needed, and it may be a replica's. Only what an earlier
 * Hearsay has written is brought up to date first.
 */
export function withGraphToRead<T>(path: string, out: Out, work: (connection: ImmediateEngine) => T): T {
  const connection = openToRead(path, out)
  try {
    return work(connection)
  } catch (error) {
    throw fileProblem(path, error)
  } finally {
    connection.close()
  }
}

/** The same for work that waits, and that finds an empty graph where there is none yet. */
export async function withGraphToPreview<T>(
  path: string,
  out: Out,
  work: (connection: ImmediateEngine) => Promise<T>,
): Promise<T> {
  if (!holdsGraph(path)) return withEmptyGraph(work)
  const connection = openToRead(path, out)
  try {
    return await work(connection)
  } catch (error) {
    throw fileProblem(path, error)
  } finally {
    connection.close()
  }
}

function openToRead(path: string, out: Out): ImmediateEngine {
  try {
    if (isInFile(path)) refuseWhatIsNoFile(path)
    return openUpToDate(path)
  } catch (error) {
    if (!(error instanceof EarlierFileError)) throw openProblem(path, error)
  }
  openGraphFile(path, { patience: patient(path, out) }).close()
  return openUpToDate(path)
}
