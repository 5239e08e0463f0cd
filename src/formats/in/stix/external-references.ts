import { isFields } from '../../../dossier/fields.ts'
import type { StixObject } from './stix-objects.ts'

/** External references that are maps; what is none is passed over. */
const referencesOf = ({ fields }: StixObject) =>
  Array.isArray(fields.external_references) ? fields.external_references.filter(isFields) : []

/** Identifiers of an object by scheme: its own id, and those of its external references. */
export function linksOf(object: StixObject): Record<string, string[]> {
  const links = new Map([['stix', [object.id]]])
  for (const { source_name, external_id } of referencesOf(object)) {
    if (typeof source_name !== 'string' || typeof external_id !== 'string') continue
    if (source_name.trim() === '' || external_id.trim() === '') continue
    const known = links.get(source_name) ?? []
    if (!known.includes(external_id)) links.set(source_name, [...known, external_id])
  }
  return Object.fromEntries(links)
}

/** The first address among an object's external references. */
export const urlOf = (object: StixObject): string | undefined =>
  referencesOf(object)
    .map(({ url }) => url)
    .find((url): url is string => typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url))
