import { type Fields, isFields } from '../../../dossier/fields.ts'
import type { FieldPath } from '../../../values/errors.ts'

/** An entity of FollowTheMoney, and where it stands in the JSON that was read. */
export interface FtmRecord {
  readonly path: FieldPath
  readonly id: string
  readonly schema: string
  readonly fields: Fields
  /** All values are texts; an entity that stands within another is named by its id. */
  readonly properties: Readonly<Record<string, readonly string[]>>
  /** Whether it stands within another one: such entities are often repeated, and less of each is told. */
  readonly isNested: boolean
}

/** The ids of what an entity was put together from: others may still name those. */
export const referentsOf = ({ fields }: FtmRecord): string[] =>
  [fields.referents].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** What is wrong with an entity. */
export interface RecordFault {
  readonly path: FieldPath
  readonly message: string
}

/** The entities in a value of JSON: one, a list of them, and those that stand within their properties. */
export function recordsIn(data: unknown, path: FieldPath = []): (FtmRecord | RecordFault)[] {
  const found: (FtmRecord | RecordFault)[] = []
  // What is still to be looked at, the next one last: entities may lie within each other as deeply as JSON is read.
  const open: Found[] = Array.isArray(data)
    ? data.map((value: unknown, index) => ({ value, path: [...path, index], isNested: false })).reverse()
    : [{ value: data, path, isNested: false }]
  for (let next = open.pop(); next; next = open.pop()) {
    const record = recordOf(next)
    found.push(record)
    if (!('message' in record)) open.push(...nestedIn(record).reverse())
  }
  return found
}

interface Found {
  readonly value: unknown
  readonly path: FieldPath
  readonly isNested: boolean
}

function recordOf({ value, path, isNested }: Found): FtmRecord | RecordFault {
  if (!isFields(value)) return { path, message: 'should be an entity: a map with id, schema and properties' }
  const { id, schema, properties } = value
  if (typeof id !== 'string' || id === '')
    return { path: [...path, 'id'], message: 'should be a text: the entity’s id' }
  if (typeof schema !== 'string' || schema === '')
    return { path: [...path, 'schema'], message: 'should be a text, such as Person' }
  if (properties !== undefined && !isFields(properties))
    return { path: [...path, 'properties'], message: 'should be a map of lists of texts' }
  const texts = new Map<string, readonly string[]>()
  for (const [name, values] of Object.entries(properties ?? {})) {
    const list = [values].flat().map(textOf)
    const wrong = list.indexOf(null)
    if (wrong >= 0) {
      const at = Array.isArray(values) ? [name, wrong] : [name]
      return {
        path: [...path, 'properties', ...at],
        message: 'should be a text, as all values of FollowTheMoney are',
      }
    }
    texts.set(
      name,
      list.filter((text): text is string => text !== null && text.trim() !== ''),
    )
  }
  return { path, id, schema, fields: value, properties: Object.fromEntries(texts), isNested }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return isFields(value) && typeof value.id === 'string' ? value.id : null
}

/** Entities that stand in the place of their ids, as OpenSanctions nests them. */
function nestedIn({ fields, path }: FtmRecord): Found[] {
  return Object.entries(isFields(fields.properties) ? fields.properties : {}).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : []).flatMap((value: unknown, index) =>
      isFields(value) && 'schema' in value
        ? [{ value, path: [...path, 'properties', name, index], isNested: true }]
        : [],
    ),
  )
}
