import type { ActorItem } from '../../../dossier/format.ts'

/** A reference to something outside of STIX. */
interface ExternalReference {
  readonly source_name: string
  readonly external_id?: string
  readonly url?: string
}

/** STIX has rules of its own for the ids of these two catalogues. */
const catalogues = /^(cve|capec)$/
const catalogueIds = /^(CVE-\d{4}-|CAPEC-\d)/

/** Identifiers elsewhere as external references; a catalogue's own stay with the extension. */
export function linkReferences(links: ActorItem['links']): ExternalReference[] {
  return Object.entries(links ?? {}).flatMap(([scheme, values]) =>
    [values]
      .flat()
      .filter((value) => !catalogues.test(scheme) && !catalogueIds.test(value))
      .map((value) => ({ source_name: scheme, external_id: value })),
  )
}

/** Addresses as external references. */
export const addressReferences = (
  addresses: Readonly<Record<string, string | undefined>>,
): ExternalReference[] =>
  Object.entries(addresses).flatMap(([name, address]) => {
    const url = address === undefined ? null : strictAddress(address)
    return url === null ? [] : [{ source_name: name, url }]
  })

const strict = /^https?:\/\/[\w.~!$&'()*+,;=:@[\]-]+(\/[\w.~!$&'()*+,;=:@%/?#-]*)?$/

/** An address in the letters that RFC 3986 has; null where it cannot be written so. */
export function strictAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname, search, hash } = new URL(address)
  const rest = [pathname, search, hash].map(escaped).join('')
  return strict.test(origin + rest) ? origin + rest : null
}

/** The mark that begins a part may stand nowhere else but in a query. */
const escaped = (part: string): string =>
  part.slice(0, 1) +
  part
    .slice(1)
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w.~!$&'()*+,;=:@%/?-]/g, (sign) => encodeURIComponent(sign))

/** Whatever list is not empty: STIX has no empty ones. */
export const listOrNone = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined
