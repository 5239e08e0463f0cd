import { UserError } from '../values/errors.ts'
import { importFormats } from './import-formats.ts'
import type { ImportFormat } from './in/import-format.ts'

/** The format of a name, or `dossier`; undefined where none is named, and a file is looked into. */
export function formatAsked(name: string | undefined): ImportFormat | 'dossier' | undefined {
  if (name === undefined || name === 'dossier') return name
  const found = importFormats.find((format) => format.name === name)
  if (found) return found
  throw new UserError(`There is no format ${name} that is imported. There are ${formatNames().join(', ')}.`)
}

/** What can be asked for. */
export const formatNames = (): string[] => ['dossier', ...importFormats.map((format) => format.name)]
