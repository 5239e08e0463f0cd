import { isActor } from '../node-path.ts'
import type { Tally } from './matrix-query.ts'

export interface Head {
  readonly slug: string
  readonly name: string
  readonly typename: string
  readonly total: number
}

export interface Grid {
  readonly speakers: readonly Head[]
  readonly subjects: readonly Head[]
  readonly count: (speaker: string, subject: string) => number
  readonly most: number
  /** How many pairs there was no room for. */
  readonly leftOut: number
}

export const ORDERS = ['count', 'name', 'likeness'] as const
export type Order = (typeof ORDERS)[number]
export const KINDS = ['all', 'actors', 'events', 'places'] as const
export type Kind = (typeof KINDS)[number]

/** The busiest of either side. */
const SIDE = 50

const kindOf = (typename: string): Kind =>
  isActor(typename) ? 'actors' : typename === 'Event' ? 'events' : 'places'

export function gridOf(tallies: readonly Tally[], order: Order, kind: Kind): Grid {
  const kept = tallies.filter(({ entity }) => kind === 'all' || kindOf(entity.__typename) === kind)
  const counts = new Map(
    kept.map(({ actor, entity, statements }) => [`${actor.slug} ${entity.slug}`, statements]),
  )
  const count = (speaker: string, subject: string) => counts.get(`${speaker} ${subject}`) ?? 0
  const speakers = busiest(
    kept.map(({ actor, statements }) => ({ ...actor, __typename: 'Actor', statements })),
  )
  const subjects = busiest(kept.map(({ entity, statements }) => ({ ...entity, statements })))
  const shown = speakers.flatMap((a) => subjects.map((b) => count(a.slug, b.slug))).filter((each) => each > 0)
  return {
    speakers: ordered(speakers, order, (a) => subjects.map((b) => count(a.slug, b.slug))),
    subjects: ordered(subjects, order, (b) => speakers.map((a) => count(a.slug, b.slug))),
    count,
    most: Math.max(...shown, 1),
    leftOut: kept.length - shown.length,
  }
}

interface Counted {
  readonly slug: string
  readonly name: string
  readonly __typename: string
  readonly statements: number
}

function busiest(entries: readonly Counted[]): Head[] {
  const heads = new Map<string, Head>()
  for (const { slug, name, __typename, statements } of entries)
    heads.set(slug, { slug, name, typename: __typename, total: (heads.get(slug)?.total ?? 0) + statements })
  return [...heads.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name)).slice(0, SIDE)
}

function ordered(heads: Head[], order: Order, vector: (head: Head) => readonly number[]): Head[] {
  if (order === 'name') return heads.toSorted((a, b) => a.name.localeCompare(b.name))
  return order === 'likeness' ? byLikeness(heads, vector) : heads
}

/** Begins with the busiest; next always comes the one most like the last. */
function byLikeness(heads: readonly Head[], vector: (head: Head) => readonly number[]): Head[] {
  const left = heads.map((head) => ({ head, at: vector(head) }))
  const row = left.splice(0, 1)
  while (left.length > 0) {
    const last = row.at(-1)?.at ?? []
    const likes = left.map(({ at }) => cosine(last, at))
    row.push(...left.splice(likes.indexOf(Math.max(...likes)), 1))
  }
  return row.map(({ head }) => head)
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1)
}
