import { printSchema } from 'graphql'
import { printDossierSchema } from '../dossier/schema.ts'
import { schema } from '../schema.ts'

/** `hearsay schema`: the contracts as the code has them. */
export const printed = {
  graphql: () => `${printSchema(schema)}\n`,
  dossier: printDossierSchema,
}
