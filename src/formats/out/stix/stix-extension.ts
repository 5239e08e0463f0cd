import { nodeKinds } from '../../../values/node-kinds.ts'
import type { NodeType } from '../../../values/vocabulary.ts'

/** The id of the extension in which STIX objects carry what STIX has no properties for. */
export const EXTENSION_ID = 'extension-definition--0e8c8f0a-5d0b-4f0f-8f57-8d1ad6a1c0b4'
/** The identity that the definition of the extension is created by, and that stands where STIX wants a reference and a node has none. */
export const MAKER_ID = 'identity--2d1f7a3c-6a0e-4a53-9d62-3f0c5b0e7c11'
/** The day on which the extension was defined. */
const DEFINED_AT = '2026-01-01T00:00:00.000Z'

type Fields = Readonly<Record<string, unknown>>

/** What stands first in every bundle: who made it, and what the extension is. */
export const bundleHead: readonly Fields[] = [
  {
    type: 'identity',
    spec_version: '2.1',
    id: MAKER_ID,
    created: DEFINED_AT,
    modified: DEFINED_AT,
    name: 'Hearsay',
    description: 'A knowledge graph of who said what about whom.',
    identity_class: 'system',
    extensions: { [EXTENSION_ID]: { extension_type: 'property-extension', node: 'none' } },
  },
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: EXTENSION_ID,
    created_by_ref: MAKER_ID,
    created: DEFINED_AT,
    modified: DEFINED_AT,
    name: 'Hearsay’s fields',
    description:
      'What a node of Hearsay’s graph has and STIX has no property for: its slug, and the slugs of the nodes that it names; of a ' +
      'statement its act, stance, certainty and the exact words; dates in EDTF. Objects whose node is none repeat what other ' +
      'objects say.',
    schema:
      'Property extension. node: the kind of node (actor, place, event, source, claim, statement, assessment, none). slug: its name ' +
      'within its kind. All other properties: the fields of an item of a Hearsay dossier, in snake case.',
    version: '1.0.0',
    extension_types: ['property-extension'],
  },
]

/** Names of fields that STIX does not allow, as it wants three letters. */
const longerNames: ReadonlyMap<string, string> = new Map([['to', 'relates_to']])
const shorterNames: ReadonlyMap<string, string> = new Map(
  [...longerNames].map(([short, long]) => [long, short]),
)

/** Fields whose keys are languages or schemes: no names of properties in STIX. They are written as lists. */
const keyed: ReadonlyMap<string, string> = new Map([
  ['labels', 'language'],
  ['links', 'scheme'],
])

/** An object that repeats what others say, such as a relationship for an affiliation that stands with its actor. */
export const repeating = (): Fields => ({
  [EXTENSION_ID]: { extension_type: 'property-extension', node: 'none' },
})

/** A node's fields as an extension of its object, but for those that the object's own properties say. */
export function extensionOf(type: NodeType, item: object, told: readonly string[]): Fields {
  const rest = Object.entries(item).filter(([name, value]) => value !== undefined && !told.includes(name))
  const fields = rest.map(([name, value]) => [snakeCase(name), writtenValue(name, value)])
  return {
    [EXTENSION_ID]: {
      extension_type: 'property-extension',
      node: nodeKinds[type].one,
      ...Object.fromEntries(fields),
    },
  }
}

/** The fields that an extension has, under their names in a dossier. */
export function fieldsOfExtension(extension: Fields): Fields {
  const { extension_type: _type, node: _node, ...rest } = extension
  const fields = Object.entries(rest).map(([name, value]) => [camelCase(name), readValue(name, value)])
  return Object.fromEntries(fields)
}

/** The name under which the extension has a field, by which its place in a file is found. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function writtenValue(name: string, value: unknown): unknown {
  const key = keyed.get(name)
  if (key !== undefined && isMap(value))
    return Object.entries(value).map(([scope, texts]) => ({ [key]: scope, values: [texts].flat() }))
  return renamed(value, longerNames)
}

function readValue(name: string, value: unknown): unknown {
  const key = keyed.get(name)
  if (key === undefined || !Array.isArray(value)) return renamed(value, shorterNames)
  return Object.fromEntries(
    value.flatMap((entry: unknown) => (isMap(entry) ? [[String(entry[key]), entry.values]] : [])),
  )
}

const renamed = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((entry: unknown) => renamed(entry, names))
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [names.get(name) ?? name, inner]))
}

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
