import type { Fields } from '../../../dossier/fields.ts'
import { canonicalLanguage } from '../../../text/language.ts'
import type { FieldPath } from '../../../values/errors.ts'
import { slugify } from '../../../values/id.ts'
import { uuidOf } from '../../out/stix/stix-ids.ts'
import { linksOf, urlOf } from './external-references.ts'
import { type StixObject, textsIn } from './stix-objects.ts'

/** The sections that objects of STIX become items of by themselves. */
type NodeSection = 'actors' | 'places' | 'events' | 'sources'

/** How an object of a type becomes an item. */
export interface NodeMapping {
  readonly section: NodeSection
  /** The item's fields, without its slug. */
  readonly fieldsOf: (object: StixObject) => Fields
  /** What the item is called; undefined where the object does not say it. */
  readonly nameOf: (object: StixObject) => unknown
  /** Where fields come from that are called otherwise. */
  readonly names?: Readonly<Record<string, FieldPath>>
  /** Properties that are read. */
  readonly read: readonly string[]
  /** Why it has no place in the model after all; undefined where it has one. */
  readonly whyLeft?: (object: StixObject) => string | undefined
}

const nameOf = ({ fields }: StixObject): unknown => fields.name

/** What actors, places and events have in common. */
const entityFields = (object: StixObject, name: unknown = object.fields.name): Fields => {
  const aliases = textsIn(object.fields.aliases).filter((alias) => alias !== name)
  return {
    name,
    labels: aliases.length > 0 ? { und: [...new Set(aliases)] } : undefined,
    description: object.fields.description,
    links: linksOf(object),
  }
}

const entityRead = ['name', 'aliases', 'description', 'external_references']
const entityNames = { labels: ['aliases'], links: ['id'] }

/** Sectors from which the kind of an organization follows. */
function kindOf({ fields }: StixObject): string {
  const sectors = textsIn(fields.sectors)
  if (sectors.some((sector) => /^government(-|$)/.test(sector))) return 'GOVERNMENT_BODY'
  return sectors.includes('non-profit') ? 'CIVIL_SOCIETY' : 'OTHER'
}

const organization = (object: StixObject): Fields => ({
  ...entityFields(object),
  type: 'ORGANIZATION',
  kind: kindOf(object),
})
const person = (object: StixObject): Fields => ({ ...entityFields(object), type: 'PERSON' })

const identity: NodeMapping = {
  section: 'actors',
  nameOf,
  names: entityNames,
  read: [...entityRead, 'identity_class'],
  fieldsOf: (object) =>
    object.fields.identity_class === 'individual' ? person(object) : organization(object),
  whyLeft: ({ fields: { identity_class } }) =>
    identity_class === 'class' || identity_class === 'system'
      ? `identity (of the class ${identity_class})`
      : undefined,
}

/** A group of hackers is an organization: it is not armed, and whether it is a state's is contested. */
const threatActor: NodeMapping = {
  section: 'actors',
  nameOf,
  names: entityNames,
  read: [...entityRead, 'resource_level'],
  fieldsOf: (object) =>
    object.fields.resource_level === 'individual' ? person(object) : organization(object),
}

const eventOf = (mode: string): NodeMapping => ({
  section: 'events',
  nameOf,
  names: entityNames,
  read: entityRead,
  fieldsOf: (object) => ({ ...entityFields(object), type: 'OTHER', mode }),
})

const location: NodeMapping = {
  section: 'places',
  nameOf: placeName,
  names: { ...entityNames, iso3166_2: ['administrative_area'] },
  read: [...entityRead, 'latitude', 'longitude', 'city', 'administrative_area', 'region', 'country'],
  fieldsOf: (object) => {
    const { latitude, longitude, administrative_area } = object.fields
    const isCode =
      typeof administrative_area === 'string' && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(administrative_area)
    return {
      ...entityFields(object, placeName(object)),
      latitude,
      longitude,
      precision: precisionOf(object),
      iso3166_2: isCode ? administrative_area : undefined,
    }
  },
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

function placeName({ fields }: StixObject): unknown {
  const { name, city, administrative_area, region, country } = fields
  const called = name ?? city ?? administrative_area ?? region
  if (called !== undefined || typeof country !== 'string') return called
  return /^[A-Z]{2}$/i.test(country) ? countryNames.of(country.toUpperCase()) : country
}

function precisionOf({ fields }: StixObject): string {
  if (fields.street_address !== undefined) return 'VICINITY'
  if (fields.city !== undefined) return 'LOCALITY'
  if (fields.administrative_area !== undefined || fields.region !== undefined) return 'REGION'
  return fields.country === undefined ? 'VICINITY' : 'COUNTRY'
}

const report: NodeMapping = {
  section: 'sources',
  nameOf,
  names: { title: ['name'], publishedAt: ['published'], url: ['external_references'], language: ['lang'] },
  read: ['name', 'published', 'external_references', 'lang', 'object_refs', 'created_by_ref'],
  fieldsOf: (object) => ({
    title: object.fields.name,
    kind: 'REPORT',
    url: urlOf(object),
    publishedAt: object.fields.published,
    language: languageOf(object),
  }),
}

export const languageOf = ({ fields: { lang } }: StixObject): string | undefined =>
  typeof lang === 'string' ? (canonicalLanguage(lang) ?? undefined) : undefined

/** The types of objects that become nodes. */
export const nodeMappings: ReadonlyMap<string, NodeMapping> = new Map(
  Object.entries({
    identity,
    'threat-actor': threatActor,
    'intrusion-set': threatActor,
    campaign: eventOf('campaign'),
    incident: eventOf('incident'),
    location,
    report,
  }),
)

/** The same object has the same slug in every file: a part of its name for people, and this end by which it is known. */
export const slugMark = (id: string): string => `-${uuidOf(id).slice(0, 8)}`

export const slugOfObject = (name: unknown, { type, id }: StixObject): string =>
  ((typeof name === 'string' && slugify(name).slice(0, 60).replace(/-$/, '')) || type) + slugMark(id)
