import { importDossiers, type Summary } from '../dossier/import.ts'
import { nounNames } from '../dossier/nouns.ts'
import { DossierError, formatProblem } from '../dossier/problem.ts'
import { openGraphFile } from './graph-file.ts'

/** Where a command says what it did, and what it could not do. */
export interface Out {
  info(line: string): void
  error(line: string): void
}

/** `hearsay import FILE…`; the exit code is 1 where anything was wrong, and then nothing was written. */
export function importCommand(paths: readonly string[], { db }: { readonly db: string }, out: Out): number {
  const connection = openGraphFile(db)
  try {
    const started = performance.now()
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
  } finally {
    connection.close()
  }
}

/** A line for each noun of which there was any. */
function summaryLines(summary: Summary): string[] {
  const lines = nounNames
    .filter((noun) => Object.values(summary[noun]).some((count) => count > 0))
    .map((noun) => {
      const { created, updated, unchanged } = summary[noun]
      return `${noun.padEnd(12)}${created} created, ${updated} updated, ${unchanged} unchanged`
    })
  return lines.length > 0 ? lines : ['There was nothing in it.']
}
