import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const folder = new URL('./stix-schemas/', import.meta.url)

/** STIX's own JSON schemas (oasis-open/cti-stix2-json-schemas, BSD-3-Clause), by the types of objects. */
function readSchemas(): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const schemas = ['common', 'sdos', 'sros'].flatMap((part) =>
    readdirSync(new URL(`${part}/`, folder)).map(
      (name) =>
        [
          name.replace('.json', ''),
          JSON.parse(readFileSync(new URL(`${part}/${name}`, folder), 'utf8')) as { $id: string },
        ] as const,
    ),
  )
  for (const [, schema] of schemas) ajv.addSchema(schema)
  return new Map(
    schemas.map(([name, schema]) => [name, ajv.getSchema(schema.$id) as ValidateFunction] as const),
  )
}

const validators = readSchemas()

/** What STIX's schemas find wrong with the objects of a bundle. */
export function stixFaults(objects: readonly { type: string; id: string }[]): string[] {
  return objects.flatMap((object) => {
    const validate = validators.get(object.type)
    if (!validate) return [`${object.id}: there is no schema for ${object.type}`]
    return validate(object) ? [] : [`${JSON.stringify(object)}: ${JSON.stringify(validate.errors)}`]
  })
}
