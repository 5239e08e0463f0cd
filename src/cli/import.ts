import { importDossiers } from '../dossier/import.ts'
import type { ImportSummary } from '../dossier/item-keys.ts'
import { sectionNames } from '../dossier/sections.ts'
import { DossierError, formatProblem } from '../values/errors.ts'
import { patient, withGraphFile } from './graph-file.ts'

/** The output of a command: it says there what it did, and what it could not do. */
export interface Out {
  info(line: string): void
  error(line: string): void
}

/** `hearsay import FILE…`; the exit code is 1 where anything was wrong, and then nothing was written. */
export function importCommand(paths: readonly string[], { db }: { readonly db: string }, out: Out): number {
  return withGraphFile(db, { patience: patient(db, out) }, (connection) => {
    const started = performance.now()
    try {
      const summary = importDossiers(connection, paths)
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
  })
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
