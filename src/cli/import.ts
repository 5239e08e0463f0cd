import { distinctPaths } from '../dossier/import.ts'
import { openInput } from '../dossier/inputs.ts'
import { TextFile } from '../dossier/text-file.ts'
import type { ImportProgress, ItemsWriting } from '../dossier/write-items.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, formatProblem, type Problem } from '../values/errors.ts'
import { holdsGraph, patient, withOpenGraphFile } from './graph-file.ts'
import { type ImportOptions, importInto, previewInto } from './import-into.ts'
import { intoNewGraph, withEmptyGraph } from './new-graph.ts'
import type { Out } from './out.ts'
import { withGraphToPreview } from './read-graph.ts'

/** Looks on while an import runs, and may end it by throwing an error. */
export interface ImportWatcher extends ImportProgress {
  /** Called with each statement of SQL. */
  step(): void
}

/** `hearsay import FILE…`; the exit code is 1 where anything was wrong, and then nothing was written. */
export async function importCommand(
  paths: readonly string[],
  options: ImportOptions,
  out: Out,
): Promise<number> {
  const inputs = distinctPaths(paths).map(openInput)
  try {
    return await importOpened(inputs, options, out)
  } finally {
    for (const input of inputs) if (input instanceof TextFile) input.close()
  }
}

/** The same of files that have been opened. */
export const importOpened = (
  inputs: readonly (TextFile | Problem)[],
  options: ImportOptions,
  out: Out,
  watcher?: ImportWatcher,
): Promise<number> =>
  withGraph(options, out, async (connection, into) => {
    const watched = (engine: ImmediateEngine) => {
      if (watcher) engine.onStatement = () => watcher.step()
      return engine
    }
    try {
      if (into === 'nowhere') return await previewInto(watched(connection), inputs, options, out)
      const watchedInto =
        into && ((write: Parameters<ItemsWriting>[0]) => into((target, seen) => write(watched(target), seen)))
      await importInto(watched(connection), inputs, options, out, watcher, watchedInto)
      return 0
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      tellProblems(error.problems, out)
      return 1
    }
  })

/** What is only shown needs no right to write. A graph is made with what is written into it, or not at all. */
function withGraph(
  { db, dryRun, prune, yes }: ImportOptions,
  out: Out,
  work: (connection: ImmediateEngine, into?: ItemsWriting | 'nowhere') => Promise<number>,
): Promise<number> {
  if (dryRun || (prune && !yes))
    return withGraphToPreview(db, out, (connection) => work(connection, 'nowhere'))
  return holdsGraph(db)
    ? withOpenGraphFile(db, { patience: patient(db, out) }, (connection) => work(connection))
    : withEmptyGraph((connection) => work(connection, intoNewGraph(db, out)))
}

function tellProblems(problems: readonly Problem[], out: Out): void {
  for (const problem of problems) out.error(formatProblem(problem))
  out.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was imported.`)
}
