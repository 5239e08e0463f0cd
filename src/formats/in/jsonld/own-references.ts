import type { Fields } from '../../../dossier/fields.ts'
import type { Section } from '../../../values/node-kinds.ts'
import { linkedFields } from '../../out/linked-data/linked-fields.ts'
import { NAME_START } from '../../out/linked-data/node-iris.ts'

/** The references of an item, by slugs in the place of IRIs. */
export function namedAgain(section: Section, fields: Fields, slugOf: (iri: unknown) => unknown): Fields {
  const again: Record<string, unknown> = {}
  for (const { field, names } of linkedFields[section]) {
    const value = fields[field]
    if (names !== undefined && value !== undefined)
      again[field] = Array.isArray(value) ? value.map(slugOf) : slugOf(value)
  }
  for (const [field, inner] of innerReferences) {
    const list = fields[field]
    if (Array.isArray(list))
      again[field] = list.map((each: Fields) => ({ ...each, [inner]: slugOf(each[inner]) }))
  }
  return again
}

const innerReferences = [
  ['affiliations', 'organization'],
  ['participants', 'actor'],
  ['relations', 'to'],
] as const

/** The slug in a name such as `urn:hearsay:actor:ada-moss`. */
export const slugInName = (iri: string): string | undefined =>
  iri.startsWith(NAME_START) ? iri.slice(NAME_START.length).split(':')[1] : undefined
