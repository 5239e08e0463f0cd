import { type Fields, isFields } from '../../../dossier/fields.ts'
import type { FieldPath } from '../../../values/errors.ts'
import { nodeKinds, nodeTypeNamed, type Section } from '../../../values/node-kinds.ts'
import { EXTENSION_ID, fieldsOfExtension, snakeCase } from '../../out/stix/stix-extension.ts'
import type { JsonRecord } from '../json/json-items.ts'
import type { StixObject } from './stix-objects.ts'

/** The properties of an object that say a field of the item that it was made of. */
const properties: Readonly<Record<Section, Readonly<Record<string, readonly string[]>>>> = {
  actors: { name: ['name'], description: ['description'] },
  places: {
    name: ['name'],
    description: ['description'],
    latitude: ['latitude'],
    longitude: ['longitude'],
  },
  events: { name: ['name'], description: ['description'] },
  sources: { title: ['name'], language: ['lang'] },
  claims: { text: ['content'] },
  statements: { text: ['explanation', 'content'], language: ['lang'] },
  assessments: { method: ['explanation'] },
}

/** What an object of an export of this program stands for. */
export interface OwnItem {
  readonly section: Section
  readonly fields: Fields
  readonly record: JsonRecord
}

/** An object's extension of this program; undefined where it has none. */
export function ownExtension({ fields }: StixObject): Fields | undefined {
  const extension = isFields(fields.extensions) ? fields.extensions[EXTENSION_ID] : undefined
  return isFields(extension) ? extension : undefined
}

/** The item that an object was made of; null where it repeats what others say. */
export function ownItem(object: StixObject, extension: Fields): OwnItem | null {
  const type = nodeTypeNamed(String(extension.node))
  if (!type) return null
  const section = nodeKinds[type].many
  const told = Object.entries(properties[section]).flatMap(([field, names]) => {
    const name = names.find((property) => object.fields[property] !== undefined)
    return name === undefined ? [] : [{ field, name }]
  })
  const rest = fieldsOfExtension(extension)
  const fields = {
    ...rest,
    ...Object.fromEntries(told.map(({ field, name }) => [field, object.fields[name]])),
  }
  const inExtension = Object.keys(rest).map((field): [string, FieldPath] => [
    field,
    ['extensions', EXTENSION_ID, snakeCase(field)],
  ])
  const names: Record<string, FieldPath> = {
    ...Object.fromEntries(inExtension),
    ...Object.fromEntries(told.map(({ field, name }) => [field, [name]])),
  }
  return { section, fields, record: { path: object.path, names } }
}
