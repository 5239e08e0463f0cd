import type { ActorItem, EventItem, PlaceItem } from '../../../dossier/format.ts'
import type { ActorType } from '../../../values/vocabulary.ts'
import { decimalText } from './decimal.ts'
import { exactMoment } from './exact-moment.ts'
import type { LinkedRecord } from './linked-record.ts'
import { type NodeIris, partIri } from './node-iris.ts'

/** What records of actors, places and events have besides their plain fields. */
type RecordParts = Omit<LinkedRecord, 'id'>

const actorClasses: Readonly<Record<ActorType, readonly string[]>> = {
  STATE: ['schema:Country', 'prov:Organization'],
  ORGANIZATION: ['schema:Organization', 'foaf:Organization', 'prov:Organization'],
  ARMED_GROUP: ['schema:Organization', 'foaf:Group', 'prov:Organization'],
  MEDIA_OUTLET: ['schema:NewsMediaOrganization', 'foaf:Organization', 'prov:Organization'],
  PERSON: ['schema:Person', 'foaf:Person', 'prov:Person'],
}

export function placeParts(iri: string, item: PlaceItem): RecordParts {
  const { latitude, longitude } = item
  const geo = {
    type: 'schema:GeoCoordinates',
    latitude: decimalText(latitude),
    longitude: decimalText(longitude),
  }
  return {
    type: ['hearsay:Place', 'schema:Place'],
    ...namesOf(iri, item),
    ...((latitude ?? longitude) !== undefined && { geo: { id: partIri(iri, 'geo'), ...geo } }),
  }
}

export function actorParts(iri: string, item: ActorItem, iris: NodeIris): RecordParts {
  const { type, affiliations = [] } = item
  return {
    type: ['hearsay:Actor', 'prov:Agent', 'foaf:Agent', ...actorClasses[type]],
    ...namesOf(iri, item),
    affiliation: affiliations.map(({ organization, role, title, from, until }, index) => ({
      id: partIri(iri, `affiliation-${index + 1}`),
      type: ['hearsay:Affiliation', 'schema:Role'],
      ...{ organization: iris.named('ACTOR', organization), role, roleName: title, from, until },
      ...{ startDate: exactMoment(from), endDate: exactMoment(until) },
    })),
  }
}

export function eventParts(iri: string, item: EventItem, iris: NodeIris): RecordParts {
  const { when, participants = [] } = item
  return {
    type: ['hearsay:Event', 'schema:Event'],
    ...namesOf(iri, item),
    startDate: exactMoment(when),
    participation: participants.map(({ actor, role }, index) => ({
      id: partIri(iri, `participant-${index + 1}`),
      type: 'hearsay:Participation',
      ...{ actor: iris.named('ACTOR', actor), role },
    })),
  }
}

/** Further names and identifiers elsewhere. */
function namesOf(iri: string, { labels, links = {} }: PlaceItem | ActorItem | EventItem): RecordParts {
  const identifiers = Object.entries(links).flatMap(([scheme, values]) =>
    [values].flat().map((value) => ({ scheme, value })),
  )
  return {
    ...(labels && { labels: inLowerCase(labels) }),
    identifier: identifiers.map(({ scheme, value }, index) => ({
      ...{ id: partIri(iri, `identifier-${index + 1}`), type: 'schema:PropertyValue' },
      ...{ propertyID: scheme, value },
    })),
    sameAs: identifiers.flatMap(({ scheme, value }) => sameAddress(scheme, value)),
  }
}

/** RDF compares tags of languages in lower case. */
const inLowerCase = (labels: Readonly<Record<string, string | string[]>>) =>
  Object.fromEntries(
    Object.entries(labels).map(([language, texts]) => [language.toLowerCase(), [texts].flat()]),
  )

/** The IRI that an identifier elsewhere stands for, where its scheme says how to make one. */
function sameAddress(scheme: string, value: string): string[] {
  if (scheme === 'wikidata' && /^Q\d+$/.test(value)) return [`http://www.wikidata.org/entity/${value}`]
  return scheme === 'geonames' && /^\d+$/.test(value) ? [`https://sws.geonames.org/${value}/`] : []
}
