import type { About } from '../reports/formats/report.ts'
import { ReportWriter } from '../reports/writing/write.ts'
import { patient, withOpenGraphFile } from './graph-file.ts'
import { fileProblem } from './graph-file-refusal.ts'
import type { Out } from './out.ts'
import { type Progress, ReadRun, type RunOptions } from './read-run.ts'

export interface ReadOptions extends About, Omit<RunOptions, 'isQuiet'> {
  readonly db: string
}

/** `hearsay read FILE…`; the exit code is 1 where a report could not be read, and the others are read all the same. */
export function readCommand(
  files: readonly string[],
  { db, mode, accept, leftOut, ...about }: ReadOptions,
  out: Out,
  progress: Progress = () => {},
): Promise<number> {
  return withOpenGraphFile(db, { patience: patient(db, out) }, async (connection) => {
    const run = new ReadRun(new ReportWriter(connection), { mode, accept, leftOut }, out, progress)
    try {
      for (const file of files) await run.read(file, about)
    } catch (error) {
      // Each report is a transaction of its own, so that those before are kept.
      if (fileProblem(db, error) !== error) run.stopped()
      throw error
    }
    return run.end(db)
  })
}
