import type { ActorDraft, AffiliationDraft } from '../../src/model/actor/write.ts'
import type { EntityDraft } from '../../src/model/entity/write.ts'
import type { Writers } from '../../src/model/writers.ts'
import {
  type ActorType,
  affiliationRoles,
  eventTypes,
  organizationKinds,
  participantRoles,
  reliabilities,
} from '../../src/values/vocabulary.ts'
import { dateOf, someDay } from './dates.ts'
import { type Random, Zipf } from './random.ts'
import { inCyrillic, type Words, withAccents } from './words.ts'

/** The keys of what statements are said by and about, the most talked of first. */
export interface Entities {
  readonly actors: readonly number[]
  readonly places: readonly number[]
  readonly events: readonly number[]
  readonly outlets: readonly number[]
}

export interface Numbers {
  readonly actors: number
  readonly places: number
  readonly events: number
}

const types: readonly (readonly [ActorType, number])[] = [
  ['PERSON', 50],
  ['ORGANIZATION', 30],
  ['MEDIA_OUTLET', 10],
  ['ARMED_GROUP', 6],
  ['STATE', 4],
]

/** Places, actors with their affiliations, and events with who undisputedly took part. */
export function putEntities(writers: Writers, random: Random, words: Words, numbers: Numbers): Entities {
  const places: number[] = []
  for (let index = 0; index < numbers.places; index++) {
    const whole = index >= 20 ? places[random.below(Math.ceil(index / 10))] : undefined
    const located = { latitude: random.next() * 140 - 60, longitude: random.next() * 360 - 180 }
    const precision =
      index < 20 ? 'COUNTRY' : random.pick(['REGION', 'LOCALITY', 'VICINITY', 'EXACT'] as const)
    places.push(
      writers.places.put({ ...named(random, words, `place-${index}`), ...located, precision, partOf: whole })
        .id,
    )
  }
  const { actors, outlets } = putActors(writers, random, words, numbers.actors)
  return {
    places,
    actors,
    outlets,
    events: putEvents(writers, random, words, numbers.events, actors, places),
  }
}

function putActors(writers: Writers, random: Random, words: Words, count: number) {
  const actors: number[] = []
  const outlets: number[] = []
  for (let index = 0; index < count; index++) {
    const type = random.weighted(types)
    const kept = writers.actors.put(actorDraft(random, named(random, words, `actor-${index}`), type, actors))
    const affiliations = Array.from({ length: index < 10 ? 0 : random.below(3) }, () =>
      affiliation(random, actors),
    )
    writers.actors.affiliate(kept, affiliations)
    actors.push(kept.id)
    if (type === 'MEDIA_OUTLET') outlets.push(kept.id)
  }
  return { actors, outlets }
}

function actorDraft(
  random: Random,
  name: EntityDraft,
  type: ActorType,
  others: readonly number[],
): ActorDraft {
  return {
    ...name,
    type,
    ...(type === 'ORGANIZATION' && { kind: random.pick(organizationKinds) }),
    ...(type === 'MEDIA_OUTLET' && { reliability: random.pick(reliabilities) }),
    ...(type === 'ARMED_GROUP' &&
      others.length > 0 &&
      random.chance(0.5) && { allegiance: random.pick(others) }),
  }
}

const affiliation = (random: Random, others: readonly number[]): AffiliationDraft => ({
  organization: others[random.below(Math.ceil(others.length / 5))] as number,
  role: random.pick(affiliationRoles),
  from: dateOf(random, someDay(random)),
})

function putEvents(
  writers: Writers,
  random: Random,
  words: Words,
  count: number,
  actors: readonly number[],
  places: readonly number[],
): number[] {
  const events: number[] = []
  const known = new Zipf(random, actors.length, 5)
  for (let index = 0; index < count; index++) {
    const participants = Array.from({ length: random.between(1, 4) }, () => ({
      actor: actors[known.rank()] as number,
      role: random.pick(participantRoles),
    }))
    const draft = {
      ...named(random, words, `event-${index}`),
      type: random.pick(eventTypes),
      when: dateOf(random, someDay(random)),
      place: random.pick(places),
      partOf: index > 10 && random.chance(0.1) ? random.pick(events) : undefined,
      participants,
    }
    events.push(writers.events.put(draft).id)
  }
  return events
}

function named(random: Random, words: Words, slug: string): EntityDraft {
  const name = words.name()
  return {
    slug,
    name,
    labels: {
      en: name,
      ...(random.chance(0.5) && { uk: inCyrillic(name) }),
      ...(random.chance(0.3) && { cs: withAccents(name) }),
    },
    ...(random.chance(0.3) && { description: words.sentence(12) }),
    ...(random.chance(0.3) && { links: { wikidata: `Q${random.below(1e8)}` } }),
  }
}
