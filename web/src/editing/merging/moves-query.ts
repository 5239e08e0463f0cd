import { askOnce } from '../../kit/client.ts'
import { graphql, type ResultOf } from '../../kit/graphql.ts'
import type { NodeType } from '../../search/hit.ts'

/** What hangs on a node, and moves when it goes into another; proposed and rejected statements too. */

const actorMoves = graphql(`
  query ActorMoves($id: ID!, $other: ID!) {
    by: statements(filter: { by: [$id], review: [ACCEPTED, PROPOSED, REJECTED] }, first: 0) { totalCount }
    about: statements(filter: { about: [$id], review: [ACCEPTED, PROPOSED, REJECTED] }, first: 0) { totalCount }
    told: statements(filter: { addressee: [$id], review: [ACCEPTED, PROPOSED, REJECTED] }, first: 0) { totalCount }
    claims(filter: { subject: [$id], review: [ACCEPTED, PROPOSED] }, first: 0) { totalCount }
    assessments(filter: { assessor: [$id] }, first: 0) { totalCount }
    sources(filter: { publisher: [$id] }, first: 0) { totalCount }
    forOther: statements(
      filter: { by: [$id], onBehalfOf: [$other], review: [ACCEPTED, PROPOSED, REJECTED] }
      first: 0
    ) { totalCount }
    toOther: statements(
      filter: { by: [$id], addressee: [$other], review: [ACCEPTED, PROPOSED, REJECTED] }
      first: 0
    ) { totalCount }
    actor(id: $id) {
      affiliations { role organization { id slug name } }
      affiliates(review: [ACCEPTED, PROPOSED]) { role actor { id slug name } }
      participations(first: 100, review: [ACCEPTED, PROPOSED]) {
        totalCount
        nodes { role event { slug name } }
      }
    }
  }
`)

const placeMoves = graphql(`
  query PlaceMoves($id: ID!) {
    about: statements(filter: { about: [$id], review: [ACCEPTED, PROPOSED, REJECTED] }, first: 0) { totalCount }
    events(filter: { place: [$id], review: [ACCEPTED, PROPOSED] }, first: 0) { totalCount }
    place(id: $id) { partOf { slug } }
  }
`)

const eventMoves = graphql(`
  query EventMoves($id: ID!) {
    about: statements(filter: { about: [$id], review: [ACCEPTED, PROPOSED, REJECTED] }, first: 0) { totalCount }
    claims(filter: { event: [$id], review: [ACCEPTED, PROPOSED] }, first: 0) { totalCount }
    event(id: $id) {
      partOf { slug }
      parts(review: [ACCEPTED, PROPOSED]) { slug }
      participants { role actor { slug name } }
    }
  }
`)

const claimMoves = graphql(`
  query ClaimMoves($id: ID!) {
    on: statements(filter: { claim: [$id], review: [ACCEPTED, PROPOSED, REJECTED] }, first: 0) { totalCount }
    assessments(filter: { claim: [$id] }, first: 0) { totalCount }
    claim(id: $id) { relations(review: [ACCEPTED, PROPOSED]) { type claim { slug text } } }
  }
`)

/** So many of something, in words. */
export interface Move {
  readonly count: number
  readonly one: string
  readonly many?: string
}

/** What hangs on a node, and its ties as keys that are compared with the other’s. */
export interface Moves {
  readonly counts: readonly Move[]
  /** What would tie the one that stays to itself, in words. */
  readonly toItself: readonly string[]
  /** Ties of which the other may have the same, by what they are to. */
  readonly ties: ReadonlyMap<string, string>
}

/** The kinds of which several nodes can become one. */
export const mergedTypes = ['ACTOR', 'PLACE', 'EVENT', 'CLAIM'] as const satisfies NodeType[]
export type MergedType = (typeof mergedTypes)[number]
export const isMergedType = (type: NodeType): type is MergedType => mergedTypes.some((each) => each === type)

const readers: Readonly<Record<MergedType, (id: string, other: string) => Promise<Moves>>> = {
  ACTOR: async (id, other) => ofActor(await askOnce(actorMoves, { id, other }), other),
  PLACE: async (id, other) => {
    const { about, events, place } = await askOnce(placeMoves, { id })
    return {
      counts: [
        { count: about.totalCount, one: 'statement about it', many: 'statements about it' },
        { count: events.totalCount, one: 'event there', many: 'events there' },
      ],
      toItself: place?.partOf?.slug === other ? ['It lies in the other.'] : [],
      ties: new Map(),
    }
  },
  EVENT: async (id, other) => ofEvent(await askOnce(eventMoves, { id }), other),
  CLAIM: async (id, other) => ofClaim(await askOnce(claimMoves, { id }), other),
}

/** What hangs on a node that may go into another; both by their slugs. */
export const askMoves = (type: MergedType, id: string, other: string): Promise<Moves> =>
  readers[type](id, other)

function ofActor(answer: ResultOf<typeof actorMoves>, other: string): Moves {
  const affiliations = answer.actor?.affiliations ?? []
  const affiliates = answer.actor?.affiliates ?? []
  const parts = answer.actor?.participations
  return {
    counts: [
      { count: answer.by.totalCount, one: 'statement by it', many: 'statements by it' },
      { count: answer.about.totalCount, one: 'statement about it', many: 'statements about it' },
      { count: answer.told.totalCount, one: 'statement to it', many: 'statements to it' },
      { count: answer.claims.totalCount, one: 'claim about it', many: 'claims about it' },
      { count: answer.assessments.totalCount, one: 'assessment by it', many: 'assessments by it' },
      { count: answer.sources.totalCount, one: 'source published by it', many: 'sources published by it' },
      { count: affiliations.length, one: 'office or membership', many: 'offices and memberships' },
      { count: affiliates.length, one: 'member or official', many: 'members and officials' },
      { count: parts?.totalCount ?? 0, one: 'event it took part in', many: 'events it took part in' },
    ],
    toItself: [
      ...(affiliations.some(({ organization }) => organization.slug === other)
        ? ['It belongs to the other.']
        : []),
      ...(answer.forOther.totalCount > 0 ? ['It has spoken on behalf of the other.'] : []),
      ...(answer.toOther.totalCount > 0 ? ['It has spoken to the other.'] : []),
    ],
    ties: new Map([
      ...affiliations.map((it) => tie(`in ${it.organization.slug} ${it.role}`, it.organization.name)),
      ...affiliates.map((it) => tie(`of ${it.actor.slug} ${it.role}`, it.actor.name)),
      ...(parts?.nodes ?? []).map((it) => tie(`at ${it.event.slug} ${it.role}`, it.event.name)),
    ]),
  }
}

const tie = (key: string, name: string) => [key, name] as const

function ofEvent({ about, claims, event }: ResultOf<typeof eventMoves>, other: string): Moves {
  const participants = event?.participants ?? []
  return {
    counts: [
      { count: about.totalCount, one: 'statement about it', many: 'statements about it' },
      { count: claims.totalCount, one: 'claim about it', many: 'claims about it' },
      {
        count: event?.parts.length ?? 0,
        one: 'event that is part of it',
        many: 'events that are part of it',
      },
      { count: participants.length, one: 'participant' },
    ],
    toItself: event?.partOf?.slug === other ? ['It is part of the other.'] : [],
    ties: new Map(participants.map((it) => tie(`by ${it.actor.slug} ${it.role}`, it.actor.name))),
  }
}

function ofClaim({ on, assessments, claim }: ResultOf<typeof claimMoves>, other: string): Moves {
  const relations = claim?.relations ?? []
  return {
    counts: [
      { count: on.totalCount, one: 'statement on it', many: 'statements on it' },
      { count: assessments.totalCount, one: 'assessment' },
      { count: relations.length, one: 'relation to other claims', many: 'relations to other claims' },
    ],
    toItself: relations.some((it) => it.claim.slug === other) ? ['One of them bears on the other.'] : [],
    ties: new Map(relations.map((it) => tie(`${it.type} ${it.claim.slug}`, it.claim.text))),
  }
}
