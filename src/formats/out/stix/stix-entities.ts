import type { ActorItem, EventItem, PlaceItem } from '../../../dossier/format.ts'
import { parseEdtf } from '../../../values/date.ts'
import type { ActorType, OrganizationKind, ParticipantRole } from '../../../values/vocabulary.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { repeating } from './stix-extension.ts'
import { stixIdOf, uuidOf } from './stix-ids.ts'
import { linkReferences, listOrNone } from './stix-references.ts'
import { isWritable, type StixTimes, timestampOf } from './stix-times.ts'
import { nodeObject, refsTo, type StixWriting, writeRelationship } from './stix-writing.ts'

const identityClasses: Readonly<Record<ActorType, string>> = {
  STATE: 'organization',
  ORGANIZATION: 'organization',
  ARMED_GROUP: 'group',
  MEDIA_OUTLET: 'organization',
  PERSON: 'individual',
}

/** Of STIX's vocabulary of sectors, those that say no more than the graph. */
const sectorsOfKinds: Partial<Readonly<Record<OrganizationKind, string>>> = {
  GOVERNMENT_BODY: 'government',
  SECURITY_SERVICE: 'government',
  MILITARY: 'defense',
  COMPANY: 'commercial',
  CIVIL_SOCIETY: 'non-profit',
}

const named = ['name', 'description'] as const

/** An actor is an identity, an armed group too: whether somebody is a threat is a judgement that the graph does not make. */
export function writeActor(writing: StixWriting, node: ExportedNode<'ACTOR'>): void {
  const { name, description, type, kind, links } = node.item
  const sector = type === 'STATE' ? 'government-national' : kind && sectorsOfKinds[kind]
  const properties = {
    name,
    description,
    identity_class: identityClasses[type],
    sectors: sector && [sector],
    external_references: listOrNone(linkReferences(links)),
  }
  const object = nodeObject(writing, 'identity', node, properties, named)
  writing.bundle.object(object)
  const times = writing.times.of('ACTOR', node.key)
  if (node.item.iso3166 !== undefined) writeCountry(writing, object.id, node.item.iso3166, times)
  // Affiliations that differ in what STIX has no place for would be the same relationship twice.
  const affiliations = (node.item.affiliations ?? []).map((one) =>
    affiliationOf(writing, object.id, one, times),
  )
  for (const relationship of new Map(affiliations.map((one) => [JSON.stringify(one), one])).values())
    writeRelationship(writing, relationship)
  writing.tally.wrote('actors')
}

/** A state's country, as a location of its own. */
function writeCountry(writing: StixWriting, state: string, country: string, times: StixTimes): void {
  const id = `location--${uuidOf(`country of ${state}`)}`
  writing.bundle.object({
    type: 'location',
    spec_version: '2.1',
    id,
    created: times.created,
    modified: times.modified,
    country,
    extensions: repeating(),
  })
  writeRelationship(writing, { from: state, relation: 'located-at', to: id, times })
}

type Affiliation = NonNullable<ActorItem['affiliations']>[number]

function affiliationOf(
  writing: StixWriting,
  actor: string,
  affiliation: Affiliation,
  times: StixTimes,
): Parameters<typeof writeRelationship>[1] {
  const { organization, role, title, from, until } = affiliation
  const [to = ''] = refsTo(writing, 'ACTOR', [organization])
  const start = from === undefined ? null : (parseEdtf(from)?.earliest ?? null)
  const stop = until === undefined ? null : (parseEdtf(until)?.latest ?? null)
  const isInOrder = start === null || stop === null || start < stop
  return {
    from: actor,
    relation: role === 'MEMBER' || role === 'PART_OF' ? 'part-of' : 'related-to',
    to,
    times,
    description: title === undefined ? role : `${role}: ${title}`,
    start_time: isInOrder ? timeOf(start) : undefined,
    stop_time: isInOrder ? timeOf(stop) : undefined,
  }
}

const timeOf = (at: number | null): string | undefined =>
  at !== null && isWritable(at) ? timestampOf(at) : undefined

/** A place is a location. STIX wants coordinates, a country or a region: a place without any is the region of its name. */
export function writePlace(writing: StixWriting, node: ExportedNode<'PLACE'>): void {
  const { name, description, latitude, longitude, iso3166_2, links } = node.item
  const isTold = latitude !== undefined || iso3166_2 !== undefined
  const properties = {
    name,
    description,
    latitude,
    longitude,
    region: isTold ? undefined : name,
    country: iso3166_2?.slice(0, 2),
    administrative_area: iso3166_2,
    external_references: listOrNone(linkReferences(links)),
  }
  const object = nodeObject(writing, 'location', node, properties, placeFields)
  writing.bundle.object(object)
  writeWhole(writing, object.id, node)
  writing.tally.wrote('places')
}

const placeFields: readonly (keyof PlaceItem)[] = [...named, 'latitude', 'longitude']

/** What a place or an event lies in. */
function writeWhole(writing: StixWriting, part: string, node: ExportedNode<'PLACE' | 'EVENT'>): void {
  const { type, key, item } = node
  const times = writing.times.of(type, key)
  for (const to of refsTo(writing, type, [item.partOf]))
    writeRelationship(writing, { from: part, relation: 'part-of', to, times })
}

const relationsOfRoles: Readonly<Record<ParticipantRole, string>> = {
  INITIATOR: 'attributed-to',
  TARGET: 'targets',
  PARTY: 'related-to',
  AFFECTED: 'related-to',
}

/** An event is an incident: STIX 2.1 has no other object for something that happened, and this one has only a name. */
export function writeEvent(writing: StixWriting, node: ExportedNode<'EVENT'>): void {
  const { name, description, links } = node.item
  const properties = { name, description, external_references: listOrNone(linkReferences(links)) }
  const object = nodeObject(writing, 'incident', node, properties, named)
  writing.bundle.object(object)
  writeEventRelationships(writing, object.id, node)
  writing.tally.wrote('events')
}

function writeEventRelationships(writing: StixWriting, from: string, node: ExportedNode<'EVENT'>): void {
  const { place, participants = [] }: EventItem = node.item
  const times = writing.times.of('EVENT', node.key)
  for (const to of refsTo(writing, 'PLACE', [place]))
    writeRelationship(writing, { from, relation: 'located-at', to, times })
  for (const { actor, role } of participants) {
    const to = stixIdOf('identity', 'ACTOR', actor)
    writeRelationship(writing, { from, relation: relationsOfRoles[role], to, times, description: role })
  }
  writeWhole(writing, from, node)
}
