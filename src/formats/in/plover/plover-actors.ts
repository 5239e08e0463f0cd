import type { KnownNodes } from '../known-nodes.ts'
import type { LeftOut } from '../left-out.ts'
import { slugOfText } from '../mapping/slug-rule.ts'
import { countryName, countryOf } from '../oeda/country-codes.ts'
import type { RecordItems } from '../record-items.ts'
import type { PloverActor } from './plover-record.ts'

const officeSectors = new Set(['GOV', 'LEG', 'JUD', 'MIL', 'COP', 'SPY'])

/** What an actor is by its code or its sector, where that names an organization. */
const organizations = {
  IGO: { type: 'ORGANIZATION', kind: 'INTERNATIONAL' },
  NGO: { type: 'ORGANIZATION', kind: 'CIVIL_SOCIETY' },
  MNC: { type: 'ORGANIZATION', kind: 'COMPANY' },
  PTY: { type: 'ORGANIZATION', kind: 'PARTY' },
  REB: { type: 'ARMED_GROUP' },
} as const

/** Finds or makes the actors of records: states by their codes, organizations by their names. */
export class PloverActors {
  readonly #nodes: KnownNodes
  readonly #items: RecordItems
  readonly #left: LeftOut

  constructor(nodes: KnownNodes, items: RecordItems, left: LeftOut) {
    this.#nodes = nodes
    this.#items = items
    this.#left = left
  }

  /** The slug of an actor; undefined where its code says that it is a crowd, or not what it is. */
  slugOf({ actorText = '', code = '', sector = '' }: PloverActor, line: number): string | undefined {
    const country = countryOf(code.slice(0, 3))
    const role = sector.slice(0, 3) || code.slice(3, 6)
    if (country !== undefined && (role === '' || officeSectors.has(role)))
      return this.#state(code.slice(0, 3), country, line)
    const kind = kindOf(code.slice(0, 3)) ?? kindOf(role)
    const name = actorText.trim()
    if (kind && name !== '') return this.#named(name, `plover-${slugOfText(name)}`, kind, line)
    this.#left.note(`actors whose sector is no organization (${role || code.slice(0, 3) || 'none'})`)
    return undefined
  }

  /** Who coded or published the records. */
  publication(name: string, line: number): string {
    return this.#named(name, `plover-${slugOfText(name)}`, { type: 'ORGANIZATION', kind: 'OTHER' }, line)
  }

  #state(code: string, country: string, line: number): string {
    const iso = country === 'XK' ? {} : { iso3166: country }
    return this.#named(countryName(country), `oeda-${code.toLowerCase()}`, { type: 'STATE', ...iso }, line)
  }

  #named(name: string, slug: string, fields: object, line: number): string {
    if (this.#items.has('actors', slug)) return slug
    const known = this.#nodes.named('ACTOR', name)
    if (known !== undefined) return known
    this.#items.giveOnce('actors', slug, () => ({ name, ...fields }), { line })
    return slug
  }
}

const kindOf = (code: string): (typeof organizations)[keyof typeof organizations] | undefined =>
  Object.hasOwn(organizations, code) ? organizations[code as keyof typeof organizations] : undefined
