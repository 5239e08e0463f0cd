import type { ActorType, EventType, PlacePrecision } from '../../values/vocabulary.ts'
import { wordList } from '../../values/word-list.ts'
import { bothDiffer, bothSame, type Evidence, evidenceIf } from './duplicate-evidence.ts'

interface Identifier {
  readonly scheme: string
  readonly value: string
}

/** What is known of an actor, a place or an event beside its names; null where it is not, or of another kind. */
export interface EntityFacts {
  readonly id: number
  readonly actorType: ActorType | null
  readonly iso3166: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: PlacePrecision | null
  /** The code of a country's subdivision. */
  readonly region: string | null
  /** What it is part of. */
  readonly whole: number | null
  readonly eventType: EventType | null
  readonly date: string | null
  readonly earliest: number | null
  readonly latest: number | null
  readonly place: number | null
  readonly identifiers: Identifier[]
}

/** On how many claims two actors are on the same side, and on how many on opposite ones. */
export interface PairFacts {
  readonly agree: number
  readonly conflict: number
}

/** All that speaks for two entities being one and against it, but for their names. */
export const entityEvidence = (a: EntityFacts, b: EntityFacts, sides: PairFacts | undefined): Evidence[] => [
  ...identifierEvidence(a.identifiers, b.identifiers),
  ...actorEvidence(a, b),
  ...placeEvidence(a, b),
  ...eventEvidence(a, b),
  ...(sides ? sideEvidence(sides) : []),
]

/** One identifier in common is nearly certain; two of one scheme, and none in common, are against it. */
function identifierEvidence(a: readonly Identifier[], b: readonly Identifier[]): Evidence[] {
  const shared = a.find((one) => b.some((other) => other.scheme === one.scheme && other.value === one.value))
  if (shared) return [{ weight: 6, reason: `Both have the identifier ${shared.scheme} ${shared.value}.` }]
  return a.slice(0, 20).flatMap(({ scheme, value }) => {
    const other = b.find((one) => one.scheme === scheme)
    return other
      ? [{ weight: -4, reason: `But their identifiers differ: ${scheme} ${value} and ${other.value}.` }]
      : []
  })
}

const actorEvidence = (a: EntityFacts, b: EntityFacts): Evidence[] => [
  ...evidenceIf(
    bothDiffer(a.actorType, b.actorType),
    -2.5,
    () => `But they are of different types: ${a.actorType} and ${b.actorType}.`,
  ),
  ...evidenceIf(bothSame(a.iso3166, b.iso3166), 5, () => `Both have the country code ${a.iso3166}.`),
  ...evidenceIf(
    bothDiffer(a.iso3166, b.iso3166),
    -5,
    () => `But their country codes differ: ${a.iso3166} and ${b.iso3166}.`,
  ),
]

/** How far apart two points may be that stand for one place, in kilometres. */
const REACH: Readonly<Record<PlacePrecision, number>> = {
  EXACT: 5,
  VICINITY: 30,
  LOCALITY: 30,
  REGION: 150,
  COUNTRY: 500,
}
/** As near as this, they are hardly two of a name. */
const NEAR = 10

function placeEvidence(a: EntityFacts, b: EntityFacts): Evidence[] {
  const distance = kilometresBetween(a, b)
  const reach = Math.max(a.precision ? REACH[a.precision] : 0, b.precision ? REACH[b.precision] : 0)
  const isPlace = a.precision !== null && b.precision !== null
  const apart = distance ?? 0
  return [
    ...evidenceIf(distance !== null && apart <= NEAR, 1.5, () => `They lie within ${NEAR} km of each other.`),
    ...evidenceIf(
      distance !== null && apart > reach + NEAR,
      -4,
      () => `But they lie ${Math.round(apart)} km apart.`,
    ),
    ...evidenceIf(isPlace && bothSame(a.whole, b.whole), 1, () => 'Both lie in the same larger place.'),
    ...evidenceIf(bothSame(a.region, b.region), 0.5, () => `Both have the region code ${a.region}.`),
    ...evidenceIf(
      bothDiffer(a.region, b.region),
      -2,
      () => `But their region codes differ: ${a.region} and ${b.region}.`,
    ),
  ]
}

const RADIUS_OF_EARTH = 6371

/** Along the great circle; null where one of the points is not known. */
function kilometresBetween(a: EntityFacts, b: EntityFacts): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const [north, south, east] = [a.latitude, b.latitude, b.longitude - a.longitude].map(
    (of) => (of * Math.PI) / 180,
  )
  const [x = 0, y = 0, turn = 0] = [north, south, east]
  const half = Math.sin((y - x) / 2) ** 2 + Math.cos(x) * Math.cos(y) * Math.sin(turn / 2) ** 2
  return 2 * RADIUS_OF_EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}

const eventEvidence = (a: EntityFacts, b: EntityFacts): Evidence[] => [
  ...evidenceIf(bothSame(a.date, b.date), 1.5, () => `Both happened on the same date: ${a.date}.`),
  ...evidenceIf(
    isBefore(a, b) || isBefore(b, a),
    -4,
    () => `But they happened at different times: ${wordList([a.date ?? '', b.date ?? ''])}.`,
  ),
  ...evidenceIf(
    a.eventType !== null && bothSame(a.place, b.place),
    1,
    () => 'Both happened at the same place.',
  ),
  ...evidenceIf(bothDiffer(a.place, b.place), -1, () => 'But they happened at different places.'),
  ...evidenceIf(
    bothDiffer(a.eventType, b.eventType),
    -1.5,
    () => `But they are of different types: ${a.eventType} and ${b.eventType}.`,
  ),
]

/** Whether one was over when the other can have begun at the earliest. */
const isBefore = ({ latest }: EntityFacts, { earliest }: EntityFacts): boolean =>
  latest !== null && earliest !== null && latest < earliest

const claimsIn = (count: number): string => (count === 1 ? 'one claim' : `${count} claims`)

const sideEvidence = ({ agree, conflict }: PairFacts): Evidence[] => [
  ...evidenceIf(
    agree > 0,
    Math.min(1.5, 0.4 * agree),
    () => `They take the same side on ${claimsIn(agree)}.`,
  ),
  ...evidenceIf(
    conflict > 0,
    -Math.min(3, 0.8 * conflict),
    () => `But they take opposite sides on ${claimsIn(conflict)}.`,
  ),
]
