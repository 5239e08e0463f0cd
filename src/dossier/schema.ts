import { z } from 'zod'
import { dossier } from './format.ts'

/** The format as a JSON schema, by which editors complete and check a dossier while it is written. */
export function printDossierSchema(): string {
  const schema = z.toJSONSchema(dossier, { io: 'input' })
  return `${JSON.stringify(schema, null, 2)}\n`
}
