import type { ActorItem } from '../../../dossier/format.ts'
import type { ActorType } from '../../../values/vocabulary.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { writeAffiliation } from './ftm-affiliations.ts'
import { ftmTime } from './ftm-dates.ts'
import { type FtmProperties, type FtmWriting, ftmId } from './ftm-writing.ts'

const schemas: Readonly<Record<ActorType, string>> = {
  STATE: 'PublicBody',
  ORGANIZATION: 'Organization',
  ARMED_GROUP: 'Organization',
  MEDIA_OUTLET: 'Organization',
  PERSON: 'Person',
}

/** A state and its bodies are public bodies, a business is a company. */
function schemaOf({ type, kind }: ActorItem): string {
  if (kind === 'COMPANY') return 'Company'
  const isOfState = kind === 'GOVERNMENT_BODY' || kind === 'SECURITY_SERVICE' || kind === 'MILITARY'
  return isOfState ? 'PublicBody' : schemas[type]
}

type Named = Pick<ActorItem, 'name' | 'labels' | 'description' | 'links'>

/** What all things have: names in whatever language, and Wikidata's identifier. */
function thingProperties(
  writing: FtmWriting,
  { name, labels = {}, description, links = {} }: Named,
): FtmProperties {
  const { wikidata = [], ...others } = links
  const elsewhere = Object.values(others).flat().length
  if (elsewhere > 0) writing.tally.leave('identifiers elsewhere, but for wikidata', elsewhere)
  return {
    name,
    alias: Object.values(labels)
      .flat()
      .filter((label) => label !== name),
    description,
    wikidataId: [wikidata].flat().filter((id) => /^Q\d+$/.test(id)),
  }
}

export function writeActor(writing: FtmWriting, node: ExportedNode<'ACTOR'>): void {
  const { item } = node
  writing.write(schemaOf(item), ftmId({ type: 'ACTOR', slug: item.slug }), {
    ...thingProperties(writing, item),
    country: item.iso3166?.toLowerCase(),
    classification: item.kind ?? item.type,
    status: item.unnamed ? 'unnamed' : undefined,
  })
  writing.leaveFields(item, 'actor', ['reliability'])
  for (const [index, affiliation] of (item.affiliations ?? []).entries())
    writeAffiliation(writing, node, affiliation, index)
  const allegiance = writing.linked('ACTOR', item.allegiance)
  if (allegiance) writeLink(writing, 'ACTOR', item.slug, 'ALLEGIANCE', ftmId(allegiance))
  writing.tally.wrote('actors')
}

/** Two things that belong together in a way that FollowTheMoney has no schema for. */
export function writeLink(
  writing: FtmWriting,
  type: 'ACTOR' | 'PLACE' | 'EVENT' | 'SOURCE' | 'CLAIM',
  slug: string,
  role: string,
  object: string,
): void {
  const subject = ftmId({ type, slug })
  const id = `link.${subject}.${role.toLowerCase().replaceAll('_', '-')}.${object}`
  writing.write('UnknownLink', id, { subject, object, role })
}

/** A place is an address. */
export function writePlace(writing: FtmWriting, { item }: ExportedNode<'PLACE'>): void {
  const { slug, name, latitude, longitude, iso3166_2, precision, partOf } = item
  writing.write('Address', ftmId({ type: 'PLACE', slug }), {
    ...thingProperties(writing, item),
    full: name,
    latitude: latitude?.toString(),
    longitude: longitude?.toString(),
    country: iso3166_2?.slice(0, 2).toLowerCase(),
    state: iso3166_2,
    remarks: precision,
  })
  for (const whole of writing.ids('PLACE', [partOf])) writeLink(writing, 'PLACE', slug, 'PART_OF', whole)
  writing.tally.wrote('places')
}

/** Who began an event organizes it, and all others are involved. */
export function writeEvent(writing: FtmWriting, { item }: ExportedNode<'EVENT'>): void {
  const { slug, type, mode, when, place, partOf, participants = [] } = item
  const time = when === undefined ? {} : ftmTime(when)
  if (time === null) writing.tally.leave('dates that are not exact')
  const where = writing.linked('PLACE', place)
  const began = participants.filter(({ role }) => role === 'INITIATOR')
  const others = participants.filter(({ role }) => role !== 'INITIATOR')
  writing.write('Event', ftmId({ type: 'EVENT', slug }), {
    ...thingProperties(writing, item),
    ...time,
    summary: mode,
    keywords: type,
    location: where?.name,
    addressEntity: where ? ftmId(where) : undefined,
    organizer: actorIds(writing, began),
    involved: actorIds(writing, others),
  })
  const roles = others.filter(({ role }) => role !== 'PARTY').length
  if (roles > 0) writing.tally.leave('roles of participants', roles)
  for (const whole of writing.ids('EVENT', [partOf])) writeLink(writing, 'EVENT', slug, 'PART_OF', whole)
  writing.tally.wrote('events')
}

const actorIds = (writing: FtmWriting, participants: readonly { actor: string }[]): string[] =>
  writing.ids(
    'ACTOR',
    participants.map(({ actor }) => actor),
  )
