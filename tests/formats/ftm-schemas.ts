import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface Property {
  readonly type?: string
  readonly range?: string
  readonly maxLength?: number
}

interface Schema {
  readonly abstract?: boolean
  readonly extends?: readonly string[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Property>>
}

/** An entity of FollowTheMoney as it is written. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const folder = new URL('./ftm-schemas/', import.meta.url)
/** FollowTheMoney's own schemata (alephdata/followthemoney, MIT): those that are written. */
const schemas: Readonly<Record<string, Schema>> = Object.assign(
  {},
  ...readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, Schema>),
)

/** A schema and all that it extends, itself first. */
const lineage = (name: string): string[] => [
  ...new Set([name, ...(schemas[name]?.extends ?? []).flatMap(lineage)]),
]

const languages =
  /^(eng|fra|deu|rus|spa|nld|ron|kat|ara|tur|ltz|ell|lit|ukr|zho|bel|bul|bos|jpn|ces|lav|por|pol|hye|hrv|hin|heb|uzb|mon|urd|sqi|kor|isl|ita|est|nor|fas|swa|slv|slk|aze|tgk|kaz|tuk|kir|hun|dan|afr|swe|srp|ind|kan|mkd|mlt|msa|fin|cat|nep|tgl|fil|mya|khm)$/
const valueForms: Readonly<Record<string, RegExp>> = {
  country: /^[a-z]{2}$/,
  language: languages,
  date: /^[12]\d{3}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?$/,
  url: /^https?:\/\/[^\s]+$/,
  number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  entity: /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/,
}

/** What FollowTheMoney's schemata find wrong with entities. */
export function ftmFaults(entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const twice = byId.size < entities.length ? ['an id stands there twice'] : []
  return [...twice, ...entities.flatMap((entity) => entityFaults(entity, byId))]
}

function entityFaults(entity: FtmEntity, byId: ReadonlyMap<string, FtmEntity>): string[] {
  const { id, schema, properties } = entity
  const own = schemas[schema]
  if (!own || own.abstract) return [`${id}: there are no entities of ${schema}`]
  if (!valueForms.entity?.test(id)) return [`${id} is no id`]
  const known: Record<string, Property> = Object.assign(
    {},
    ...lineage(schema)
      .reverse()
      .map((name) => schemas[name]?.properties ?? {}),
  )
  const missing = lineage(schema)
    .flatMap((name) => schemas[name]?.required ?? [])
    .filter((name) => !properties[name])
    .map((name) => `${id}: ${schema} wants ${name}`)
  const wrong = Object.entries(properties).flatMap(([name, values]) =>
    propertyFaults(known[name], values, byId).map((fault) => `${id}: ${schema}.${name} ${fault}`),
  )
  return [...missing, ...wrong]
}

function propertyFaults(
  property: Property | undefined,
  values: readonly string[],
  byId: ReadonlyMap<string, FtmEntity>,
): string[] {
  if (!property) return ['is no property']
  if (!Array.isArray(values) || values.length === 0) return ['is no list of texts']
  return values.flatMap((value: unknown) => {
    if (typeof value !== 'string' || value.trim() === '') return ['has something that is no text']
    const form = valueForms[property.type ?? 'string']
    if (form && !form.test(value)) return [`${value} is no ${property.type}`]
    if (property.type === 'identifier' && value.length > (property.maxLength ?? 64)) return ['is too long']
    if (property.type !== 'entity') return []
    const target = byId.get(value)
    if (!target) return [`${value} is not there`]
    return lineage(target.schema).includes(property.range ?? 'Thing')
      ? []
      : [`${value} is no ${property.range}`]
  })
}
