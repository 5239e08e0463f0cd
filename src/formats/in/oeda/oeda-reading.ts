import type { DossierPart, ItemSink } from '../../../dossier/draft.ts'
import type { Fields } from '../../../dossier/fields.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import type { Problem } from '../../../values/errors.ts'
import type { ForeignReading } from '../import-format.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import { slugOfText } from '../mapping/slug-rule.ts'
import { RecordItems } from '../record-items.ts'
import { isCountryAlone, kindOfEntry, type OedaKind, partsOfCode } from './cameo-roles.ts'
import { countryName, countryOf } from './country-codes.ts'
import { termOf } from './oeda-dates.ts'
import { OedaEntries, type OedaEntry, type OedaRole } from './oeda-entries.ts'
import { writtenName } from './oeda-names.ts'

/** What begins the slug of each actor that came from a dictionary. */
const PREFIX = 'oeda-'

/** Makes actors of a dictionary's entries. */
export class OedaReading implements ForeignReading {
  readonly part: DossierPart
  readonly left = new LeftOut()
  readonly #file: TextFile
  readonly #nodes: KnownNodes
  readonly #items: RecordItems
  /** The slugs of states by their codes in the dictionary, and of organizations of states by theirs. */
  readonly #byCode = new Map<string, string>()

  constructor(file: TextFile, nodes: KnownNodes) {
    this.#file = file
    this.#nodes = nodes
    this.#items = new RecordItems(file.name)
    this.part = this.#items
  }

  read(sink: ItemSink): readonly Problem[] {
    this.left.clear()
    this.#byCode.clear()
    this.#items.begin(sink)
    const entries = new OedaEntries(this.#file)
    for (const entry of entries.read()) this.#readEntry(entry)
    if (entries.openCodes > 0) this.left.note('codes whose end is missing', entries.openCodes)
    return entries.problems
  }

  #readEntry(entry: OedaEntry): void {
    if (entry.roles.some(({ code }) => isCountryAlone(code))) this.#readCountry(entry)
    else {
      const kind = kindOfEntry(entry)
      if (kind) this.#giveActor(entry, kind)
      else this.left.note('entries whose codes do not tell whether they are people, organizations or places')
    }
  }

  /** The first entry of a country is the state; what else is coded as the country alone is a town, a people or a nickname. */
  #readCountry(entry: OedaEntry): void {
    const [role] = entry.roles.filter(({ code }) => isCountryAlone(code))
    if (!role || this.#byCode.has(role.code))
      this.left.note('entries coded as a country alone (towns, peoples)')
    else this.#byCode.set(role.code, this.#giveState(role.code, entry))
    const others = entry.roles.length - 1
    if (others > 0) this.left.note('codes of states at other times', others)
  }

  #giveState(code: string, { line, names }: Pick<OedaEntry, 'line' | 'names'>): string {
    const country = countryOf(code) ?? ''
    const name = countryName(country)
    const known = this.#known(name)
    if (known !== undefined) return known
    const slug = `${PREFIX}${code.toLowerCase()}`
    const isMentioned = names.length === 0 && this.#nodes.typeOf('ACTOR', slug) === 'ACTOR'
    if (isMentioned || this.#isOfOthers(slug)) return slug
    const labels = labelsOf(name, names)
    const iso = country === 'XK' ? {} : { iso3166: country }
    if (!this.#items.has('actors', slug))
      this.#items.give('actors', { slug, name, ...labels, type: 'STATE', ...iso }, { line })
    return slug
  }

  #giveActor(entry: OedaEntry, kind: OedaKind): void {
    const name = writtenName(entry.names[0] ?? '')
    const isKnown = this.#known(name) !== undefined
    const slug = isKnown ? null : this.#slugOf(name, entry)
    if (slug === null) {
      this.left.note(
        isKnown ? 'actors that the graph has already, from elsewhere' : 'entries that repeat a name',
      )
      return
    }
    if (this.#isOfOthers(slug)) return
    const affiliations = this.#affiliations(entry, kind)
    const fields: Fields = {
      ...{ slug, name, ...labelsOf(name, entry.names), ...kind },
      ...(affiliations.length > 0 && { affiliations }),
    }
    this.#items.give('actors', fields, { line: entry.line })
    const [role] = entry.roles
    if (role && role.dates === '' && role.code.startsWith('IGO') && !this.#byCode.has(role.code))
      this.#byCode.set(role.code, slug)
  }

  /** Dictionaries share some actors: each stays as the first one has it, whichever is imported again. */
  #isOfOthers(slug: string): boolean {
    const isKept =
      this.#items.isOfEarlierFile('actors', slug) || this.#nodes.isOfOthers('ACTOR', slug, this.#file.name)
    if (isKept) this.left.note('actors that another dictionary has')
    return isKept
  }

  /** An actor of that name that did not come from a dictionary. */
  #known(name: string): string | undefined {
    const slug = this.#nodes.named('ACTOR', name)
    return slug === undefined || slug.startsWith(PREFIX) ? undefined : slug
  }

  /** Two people of one name are told apart by their country. */
  #slugOf(name: string, { roles }: OedaEntry): string | null {
    const slug = slugOfText(name, PREFIX)
    if (!this.#items.has('actors', slug)) return slug
    const other = `${slug}-${(roles[0]?.code ?? '').slice(0, 3).toLowerCase()}`
    return this.#items.has('actors', other) || other.endsWith('-') ? null : other
  }

  #affiliations(entry: OedaEntry, kind: OedaKind): Fields[] {
    const made = entry.roles.map((role) => this.#affiliation(role, kind)).filter((one) => one !== null)
    const distinct = new Map(made.map((one) => [JSON.stringify(one), one]))
    return [...distinct.values()]
  }

  /** People hold offices; bodies of a government are part of their state. Anything else that a code says has no field. */
  #affiliation(role: OedaRole, { type, kind }: OedaKind): Fields | null {
    const [first = '', second = ''] = partsOfCode(role.code)
    const isState =
      countryOf(first) !== undefined && ['GOV', 'LEG', 'JUD', 'MIL', 'COP', 'SPY'].includes(second)
    const isPart = kind === 'GOVERNMENT_BODY' || kind === 'SECURITY_SERVICE' || kind === 'MILITARY'
    if (isState && (type === 'PERSON' || isPart)) {
      const span = termOf(role.dates)
      if (span)
        return { organization: this.#state(first, role.line), role: isPart ? 'PART_OF' : 'OFFICIAL', ...span }
      this.left.note('dates of roles that are none')
      return null
    }
    const organization = type === 'PERSON' && first === 'IGO' ? this.#byCode.get(role.code) : undefined
    const span = termOf(role.dates)
    if (organization !== undefined && span) return { organization, role: 'OFFICIAL', ...span }
    this.#noteCode(role.code, type)
    return null
  }

  #state(code: string, line: number): string {
    const slug = this.#byCode.get(code) ?? this.#giveState(code, { line, names: [] })
    this.#byCode.set(code, slug)
    return slug
  }

  #noteCode(code: string, type: OedaKind['type']): void {
    const parts = partsOfCode(code)
    if (parts.includes('ELI')) this.left.note('roles of elites (ELI)')
    else if (type === 'PERSON') this.left.note('roles of people that are no office')
    else if (parts.length > 1) this.left.note('countries, regions and fields of organizations')
  }
}

/** Other names, each once. A name that differs by its capital letters only is the same. */
function labelsOf(name: string, names: readonly string[]): { labels?: Fields } {
  const all = new Map(names.map((one) => [one.toLowerCase(), writtenName(one)]))
  all.delete(name.toLowerCase())
  return all.size > 0 ? { labels: { en: [...all.values()] } } : {}
}
