import type { Writers } from '../src/model/writers.ts'
import {
  actorTypes,
  affiliationRoles,
  eventTypes,
  participantRoles,
  verdicts,
} from '../src/values/vocabulary.ts'
import { upTo, type World } from './graph-fixture.ts'

/** The keys of what was made, by its number. */
export interface Made {
  readonly places: readonly number[]
  readonly actors: readonly number[]
  readonly events: readonly number[]
  readonly sources: readonly number[]
  readonly claims: readonly number[]
  readonly statements: readonly number[]
}

const padded = (index: number) => String(index).padStart(4, '0')
const nth = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
/** A day of 2022 or 2023; every fifth is not known. */
const dayOf = (index: number): string | undefined =>
  index % 5 === 4 ? undefined : new Date(Date.UTC(2022, 0, 1 + (index % 700))).toISOString().slice(0, 10)

/** So many of each noun, and three statements for each claim, in which whatever can hang on a node soon does. */
export function fill(world: World, size: number): Made {
  return world.write((writers) => {
    const places = upTo(size).map((index) => putPlace(writers, index))
    const actors = upTo(size).map((index) => putActor(writers, index))
    actors.forEach((id, index) => {
      const organization = nth(actors, index + 1)
      const role = nth(affiliationRoles, index)
      writers.actors.affiliate({ id, outcome: 'created' }, [{ organization, role, title: `Office ${index}` }])
    })
    const events: number[] = []
    for (const index of upTo(size)) events.push(putEvent(writers, index, { places, actors, events }))
    const sources = upTo(size).map((index) => putSource(writers, index, actors))
    const claims = upTo(size).map((index) => putClaim(writers, index, { places, actors, events }))
    claims.forEach((id, index) => {
      const type = index % 2 === 0 ? 'CONTRADICTS' : 'SUPPORTS'
      writers.claims.relate({ id, outcome: 'created' }, [{ type, to: nth(claims, index + 1) }])
    })
    const made = { places, actors, events, sources, claims, statements: [] as number[] }
    for (const index of upTo(size * 3)) made.statements.push(putStatement(writers, index, made))
    claims.forEach((claim, index) => {
      writers.assessments.put({
        slug: `assessment-${index}`,
        claim,
        assessor: nth(actors, index + 2),
        verdict: nth(verdicts, index),
        evidence: nth(sources, index),
      })
    })
    return made
  })
}

export const putPlace = ({ places }: Writers, index: number, partOf?: number): number =>
  places.put({
    slug: `place-${index}`,
    name: `Place ${padded(index)}`,
    labels: { uk: `Місце ${index}` },
    precision: 'LOCALITY',
    partOf,
  }).id

export function putActor({ actors }: Writers, index: number): number {
  const type = nth(actorTypes, index)
  return actors.put({
    slug: `actor-${index}`,
    name: `Actor ${padded(index)}`,
    labels: { uk: `Дійова особа ${index}` },
    links: { wikidata: `Q${index + 1}` },
    type,
    kind: type === 'ORGANIZATION' ? 'OTHER' : undefined,
  }).id
}

export const putEvent = (
  { events }: Writers,
  index: number,
  { places, actors, events: before }: Pick<Made, 'places' | 'actors' | 'events'>,
): number =>
  events.put({
    slug: `event-${index}`,
    name: `Event ${padded(index)}`,
    type: nth(eventTypes, index),
    when: dayOf(index),
    place: nth(places, index >> 1),
    partOf: index % 3 === 1 ? before.at(-1) : undefined,
    participants: [0, 3].map((more) => ({
      actor: nth(actors, index + more),
      role: nth(participantRoles, index + more),
    })),
  }).id

export const putSource = ({ sources }: Writers, index: number, actors: readonly number[]): number =>
  sources.put({
    slug: `source-${index}`,
    title: `Source ${padded(index)}`,
    kind: 'ARTICLE',
    publisher: nth(actors, index - (index % 5) + 3),
    publishedAt: dayOf(index + 1),
  }).id

export const putClaim = (
  { claims }: Writers,
  index: number,
  { places, actors, events }: Pick<Made, 'places' | 'actors' | 'events'>,
): number =>
  claims.put({
    slug: `claim-${index}`,
    text: index < 5 ? `Claim ${padded(index)} of a bridge.` : `Claim ${padded(index)}.`,
    kind: 'OTHER',
    subject: nth(actors, index),
    event: nth(events, index >> 1),
    object: nth(places, index),
  }).id

export const putStatement = (
  { statements }: Writers,
  index: number,
  { places, actors, events, sources, claims, statements: before }: Made,
): number =>
  statements.put({
    slug: `statement-${index}`,
    source: nth(sources, index >> 2),
    speaker: nth(actors, index >> 1),
    onBehalfOf: index % 3 === 0 ? nth(actors, (index >> 1) + 1) : undefined,
    addressee: index % 2 === 0 ? nth(actors, (index >> 1) + 3) : undefined,
    text: `Statement ${padded(index)} about a bridge.`,
    quoteType: 'INDIRECT',
    act: 'STATE',
    claim: nth(claims, index >> 1),
    stance: nth(['AFFIRMS', 'DENIES', 'AFFIRMS', 'UNCOMMITTED'] as const, index),
    certainty: 'CERTAIN',
    about: [nth(actors, index + 2), nth(events, index), nth(places, index)],
    saidAt: dayOf(index),
    via: index % 4 === 3 ? before.at(-1) : undefined,
  }).id
