import { distinctPaths, type ImportProgress, importInputs } from '../dossier/import.ts'
import { openInput } from '../dossier/inputs.ts'
import type { ImportSummary } from '../dossier/item-keys.ts'
import { sectionNames } from '../dossier/sections.ts'
import { TextFile } from '../dossier/text-file.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, formatProblem, type Problem } from '../values/errors.ts'
import { patient, withGraphFile } from './graph-file.ts'

/** The output of a command: it says there what it did, and what it could not do. */
export interface Out {
  info(line: string): void
  error(line: string): void
}

export interface ImportOptions {
  readonly db: string
}

/** Looks on while an import runs, and may end it by throwing an error. */
export interface ImportWatcher extends ImportProgress {
  /** Called with each statement of SQL. */
  step(): void
}

/** `hearsay import FILE…`; the exit code is 1 where anything was wrong, and then nothing was written. */
export function importCommand(paths: readonly string[], options: ImportOptions, out: Out): number {
  const inputs = distinctPaths(paths).map(openInput)
  try {
    return importOpened(inputs, options, out)
  } finally {
    for (const input of inputs) if (input instanceof TextFile) input.close()
  }
}

/** The same of files that have been opened. */
export const importOpened = (
  inputs: readonly (TextFile | Problem)[],
  { db }: ImportOptions,
  out: Out,
  watcher?: ImportWatcher,
): number =>
  withGraphFile(db, { patience: patient(db, out) }, (connection) => {
    if (watcher) connection.onStatement = () => watcher.step()
    return importInto(connection, inputs, db, out, watcher)
  })

function importInto(
  engine: ImmediateEngine,
  inputs: readonly (TextFile | Problem)[],
  db: string,
  out: Out,
  progress: ImportProgress | undefined,
): number {
  const started = performance.now()
  try {
    const summary = importInputs(engine, inputs, progress)
    for (const line of summaryLines(summary)) out.info(line)
    out.info(`Imported into ${db} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
    return 0
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    for (const problem of error.problems) out.error(formatProblem(problem))
    const count = error.problems.length
    out.error(`${count} ${count === 1 ? 'problem' : 'problems'}; nothing was imported.`)
    return 1
  }
}

/** A line for each noun of which there was any. */
function summaryLines(summary: ImportSummary): string[] {
  const lines = sectionNames
    .filter((noun) => Object.values(summary[noun]).some((count) => count > 0))
    .map((noun) => {
      const { created, updated, unchanged } = summary[noun]
      return `${noun.padEnd(12)}${created} created, ${updated} updated, ${unchanged} unchanged`
    })
  return lines.length > 0 ? lines : ['There was nothing in it.']
}
