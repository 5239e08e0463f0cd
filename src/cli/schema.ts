import { printSchema } from 'graphql'
import { schema } from '../api/schema.ts'
import { printDossierSchema } from '../dossier/schema.ts'
import { printMappingSchema } from '../formats/in/mapping/mapping-json-schema.ts'

/** `hearsay schema`: the contracts as the code has them. */
export const printed = {
  graphql: () => `${printSchema(schema)}\n`,
  dossier: printDossierSchema,
  mapping: printMappingSchema,
}
