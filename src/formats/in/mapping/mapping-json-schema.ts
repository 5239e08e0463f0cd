import { z } from 'zod'
import { mappingSchema } from './mapping-schema.ts'

/** The format of mappings as a JSON schema, by which editors complete and check one while it is written. */
export function printMappingSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(mappingSchema, { io: 'input' }), null, 2)}\n`
}
