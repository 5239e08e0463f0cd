import type { Fields } from '../../../dossier/fields.ts'
import { canonicalLanguage } from '../../../text/language.ts'
import type { FieldPath } from '../../../values/errors.ts'
import {
  actorTypes,
  eventTypes,
  organizationKinds,
  type SourceKind,
  sourceKinds,
} from '../../../values/vocabulary.ts'
import { documentSchemas } from '../../out/ftm/ftm-sources.ts'
import { edtfOfFtm } from './ftm-edges.ts'
import { type FtmRecord, referentsOf } from './ftm-records.ts'
import { nameOfRecord, ownSlug } from './ftm-slugs.ts'

/** Where the fields of items stand in an entity. */
export const placesOfFields: Readonly<Record<string, FieldPath>> = {
  ...Object.fromEntries(
    ['name', 'title', 'author', 'publishedAt', 'retrievedAt', 'language', 'publisher', 'description'].map(
      (name) => [name, ['properties', name]],
    ),
  ),
  slug: ['id'],
  labels: ['properties', 'alias'],
  links: ['id'],
  url: ['properties', 'sourceUrl'],
  text: ['properties', 'bodyText'],
  type: ['schema'],
  kind: ['schema'],
  when: ['properties'],
}

const otherNames = ['name', 'alias', 'previousName', 'weakAlias']

/** What actors, places and events have in common. */
function thing(record: FtmRecord): Fields {
  const { properties, id } = record
  const name = nameOfRecord(record)
  const names = otherNames.flatMap((property) => properties[property] ?? [])
  const further = [...new Set(names)].filter((other) => other !== name)
  const { wikidataId = [], leiCode = [] } = properties
  const links = {
    ...(!ownSlug(id) && { ftm: [...new Set([id, ...referentsOf(record)])] }),
    ...(wikidataId.length > 0 && { wikidata: [...new Set(wikidataId)] }),
    ...(leiCode.length > 0 && { lei: [...new Set(leiCode)] }),
  }
  return {
    name,
    ...(further.length > 0 && { labels: { und: further } }),
    description: properties.description?.[0] ?? properties.notes?.[0],
    ...(Object.keys(links).length > 0 && { links }),
  }
}

const thingRead = [...otherNames, 'description', 'wikidataId', 'leiCode']

const typesOfSchemas: ReadonlyMap<string, Fields> = new Map(
  Object.entries<Fields>({
    Person: { type: 'PERSON' },
    PublicBody: { type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' },
    Company: { type: 'ORGANIZATION', kind: 'COMPANY' },
  }),
)

/** Our own export says more of an actor's type than its schema does. */
function typeOfActor({ id, schema, properties }: FtmRecord): Fields {
  const word = ownSlug(id) ? properties.classification?.[0] : undefined
  const kind = organizationKinds.find((one) => one === word)
  if (kind) return { type: 'ORGANIZATION', kind }
  const type = actorTypes.find((one) => one === word)
  if (type === 'STATE') {
    const code = properties.country?.[0]?.toUpperCase()
    return { type, ...(code && /^[A-Z]{2}$/.test(code) && { iso3166: code }) }
  }
  if (type && type !== 'ORGANIZATION') return { type }
  return typesOfSchemas.get(schema) ?? { type: 'ORGANIZATION', kind: 'OTHER' }
}

export const actorFields = (record: FtmRecord): Fields => ({
  ...thing(record),
  ...typeOfActor(record),
  ...(record.properties.status?.[0] === 'unnamed' &&
    ownSlug(record.id) && { unnamed: true, labels: undefined }),
})

export function placeFields(record: FtmRecord): Fields {
  const { latitude, longitude, remarks, state } = record.properties
  return {
    ...thing(record),
    precision: remarks?.[0],
    ...(latitude?.[0] !== undefined && { latitude: Number(latitude[0]) }),
    ...(longitude?.[0] !== undefined && { longitude: Number(longitude[0]) }),
    ...(/^[A-Z]{2}-/.test(state?.[0] ?? '') && { iso3166_2: state?.[0] }),
  }
}

export function eventFields(record: FtmRecord): Fields {
  const { properties, id } = record
  const own = ownSlug(id) !== null
  const type = own ? eventTypes.find((word) => word === properties.keywords?.[0]) : undefined
  return {
    ...thing(record),
    type: type ?? 'OTHER',
    ...(own ? { mode: properties.summary?.[0] } : {}),
    when: whenOf(record),
  }
}

/** A beginning and an end are an interval, in which an end that is not said is not known. */
function whenOf({ properties }: FtmRecord): string | undefined {
  const [start, end, date] = [properties.startDate, properties.endDate, properties.date].map((dates) =>
    edtfOfFtm(dates?.[0]),
  )
  return start === undefined && end === undefined ? date : `${start ?? ''}/${end ?? ''}`
}

const kindsOfOwn: ReadonlyMap<string, SourceKind> = new Map(
  sourceKinds.map((kind) => [documentSchemas[kind], kind]),
)
/** What a document surely is; a file of sound need not have been broadcast. */
const kindsOfDocuments: ReadonlyMap<string, SourceKind> = new Map(
  Object.entries<SourceKind>({
    Article: 'ARTICLE',
    Image: 'IMAGE',
    Video: 'VIDEO',
  }),
)

export function sourceFields(record: FtmRecord): Fields {
  const { id, schema, properties } = record
  const url = properties.sourceUrl?.find((address) => /^https?:\/\//.test(address) && URL.canParse(address))
  const own = ownSlug(id) ? kindsOfOwn.get(schema) : undefined
  return {
    title: properties.title?.[0] ?? nameOfRecord(record),
    kind: own ?? kindsOfDocuments.get(schema) ?? 'OTHER',
    author: properties.author?.join(', ') || undefined,
    url,
    language: canonicalLanguage(properties.language?.[0] ?? '') ?? undefined,
    publishedAt: edtfOfFtm(properties.publishedAt?.[0]),
    retrievedAt: instantOf(properties.retrievedAt?.[0]),
  }
}

/** The graph wants the time at which a source was retrieved. */
const instantOf = (date: string | undefined): string | undefined =>
  date !== undefined && /T\d\d:\d\d:\d\d/.test(date) ? edtfOfFtm(date) : undefined

/** The properties that are read of the entities of a kind. */
export const readProperties = {
  actor: [...thingRead, 'notes'],
  place: [...thingRead, 'full', 'latitude', 'longitude', 'remarks', 'state'],
  event: [...thingRead, 'startDate', 'endDate', 'date', 'organizer', 'involved', 'addressEntity', 'location'],
  source: [
    ...['name', 'title', 'fileName', 'author', 'sourceUrl', 'language', 'publishedAt', 'retrievedAt'],
    ...['bodyText', 'publisher'],
  ],
} as const
