import { fileURLToPath } from 'node:url'
import { importDossiers } from '../dossier/import.ts'
import type { ImportSummary } from '../dossier/item-keys.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, formatProblem, UserError } from '../values/errors.ts'
import { packageRoot } from '../values/package-root.ts'

const seed = fileURLToPath(new URL('seed/belgorod.yaml', packageRoot))

/** Loads the seed, all of it or nothing, and says how much it was. */
export function loadSeed(engine: ImmediateEngine): string {
  try {
    return createdCounts(importDossiers(engine, [seed]))
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    throw new UserError(['The seed was not loaded:', ...error.problems.map(formatProblem)].join('\n'))
  }
}

const createdCounts = (summary: ImportSummary): string =>
  Object.entries(summary)
    .filter(([, { created }]) => created > 0)
    .map(([noun, { created }]) => `${created} ${noun}`)
    .join(', ')
