import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Graph } from '../src/model/graph.ts'
import { anImport } from '../src/model/history/journal.ts'
import type { Path } from '../src/model/paths/paths.ts'
import { transact } from '../src/model/transact.ts'
import type { Writers } from '../src/model/writers.ts'
import { atOnce } from '../src/sql/engine.ts'
import { type LinkType, linkTypes, type ParticipantRole, participantRoles } from '../src/values/vocabulary.ts'
import { dbOf, isOnPostgres } from './engine.ts'
import { folder, newGraph } from './graph.ts'

const path = folder()
const ACTORS = 6
const LONGEST = 5
const MOST = 50

const actor = fc.nat(ACTORS - 1)
const step = fc.oneof(
  fc.record({
    do: fc.constant('say' as const),
    slug: fc.nat(7),
    speaker: actor,
    about: fc.array(actor, { maxLength: 2 }),
    to: fc.option(actor),
    via: fc.option(fc.nat(7)),
    review: fc.constantFrom('ACCEPTED' as const, 'ACCEPTED' as const, 'PROPOSED' as const),
    claim: fc.nat(2),
    stance: fc.constantFrom('AFFIRMS', 'DENIES', 'UNCOMMITTED'),
  }),
  fc.record({ do: fc.constant('remove' as const), slug: fc.nat(7) }),
  fc.record({ do: fc.constant('belong' as const), of: actor, to: fc.uniqueArray(actor, { maxLength: 2 }) }),
  fc.record({
    do: fc.constant('meet' as const),
    event: fc.nat(2),
    who: fc.uniqueArray(actor, { maxLength: 3 }),
    role: fc.constantFrom(...participantRoles),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const question = fc.record({
  from: actor,
  to: actor,
  through: fc.option(fc.subarray([...linkTypes], { minLength: 1 })),
})

const putActor = ({ actors }: Writers, index: number) =>
  actors.put({ slug: `actor-${index}`, name: `Actor ${index}`, type: 'PERSON' })

/** A graph with its own writer, and a reader that stays open and so remembers what it has read. */
class World {
  readonly #writer = newGraph(path)
  readonly address = dbOf(this.#writer).name
  readonly reader = Graph.open(this.address)
  readonly actors = transact(this.#writer, anImport, (writers) =>
    Array.from({ length: ACTORS }, (_, index) => putActor(writers, index).id),
  )
  readonly #claims = transact(this.#writer, anImport, ({ claims }) =>
    [0, 1, 2].map((index) => claims.put({ slug: `claim-${index}`, text: 'A claim.', kind: 'OTHER' }).id),
  )
  readonly #source = transact(
    this.#writer,
    anImport,
    ({ sources }) => sources.put({ slug: 'source', title: 'Source', kind: 'ARTICLE' }).id,
  )

  id(index: number): number {
    return this.actors[index] as number
  }

  take(given: Step): void {
    transact(this.#writer, anImport, (writers) => {
      if (given.do === 'belong') return this.#belong(writers, given.of, given.to)
      if (given.do === 'meet') return this.#meet(writers, given)
      if (given.do === 'say') return this.#say(writers, given)
      const id = this.#said(given.slug)
      if (id !== undefined && !this.#isVia(id)) writers.statements.remove(id)
    })
  }

  #said(slug: number): number | undefined {
    const known = dbOf(this.#writer).prepare('select id from statement where slug = ?').pluck()
    return known.get(`said-${slug}`) as number | undefined
  }

  #isVia(id: number): boolean {
    return dbOf(this.#writer).prepare('select 1 from statement where via_id = ?').get(id) !== undefined
  }

  close(): void {
    this.reader.engine.close()
    this.#writer.close()
  }

  #say(
    writers: Writers,
    { slug, speaker, about, claim, stance, to, via, review }: Step & { do: 'say' },
  ): void {
    // Reported in an earlier one, so that no chain goes in a circle.
    const reporting = via !== null && via < slug ? this.#said(via) : undefined
    writers.statements.put({
      addressee: to === null || to === speaker ? undefined : this.id(to),
      via: reporting,
      review,
      slug: `said-${slug}`,
      source: this.#source,
      speaker: this.id(speaker),
      about: [...new Set(about)].map((index) => this.id(index)),
      claim: this.#claims[claim],
      stance: stance as 'AFFIRMS',
      certainty: 'CERTAIN',
      text: 'Words.',
      quoteType: 'DIRECT',
      act: 'STATE',
    })
  }

  #belong(writers: Writers, of: number, to: readonly number[]): void {
    const others = to.filter((index) => index !== of)
    writers.actors.affiliate(
      putActor(writers, of),
      others.map((index) => ({ organization: this.id(index), role: 'MEMBER' as const })),
    )
  }

  #meet(writers: Writers, { event, who, role }: Step & { do: 'meet' }): void {
    const roleOf = (at: number): ParticipantRole => (at === 0 ? role : 'PARTY')
    const participants = who.map((index, at) => ({ actor: this.id(index), role: roleOf(at) }))
    writers.events.put({ slug: `event-${event}`, name: `Event ${event}`, type: 'CONSULT', participants })
  }
}

const plain: Readonly<Record<LinkType, string>> = {
  TOLD: `select speaker_id, addressee_id from statement where review = 'ACCEPTED' and addressee_id is not null`,
  QUOTED_VIA: `select i.speaker_id, o.speaker_id from statement i join statement o on o.id = i.via_id
    where i.review = 'ACCEPTED' and o.review = 'ACCEPTED'`,
  SPEAKS_ABOUT: `select distinct s.speaker_id, a.entity_id from statement s join statement_about a on a.statement_id = s.id
    where s.review = 'ACCEPTED'`,
  AFFILIATED: 'select actor_id, organization_id from affiliation',
  PARTICIPATES_IN: 'select actor_id, event_id from participation',
  PARTICIPATES_WITH: `select p.actor_id, q.actor_id from participation p join participation q
    on q.event_id = p.event_id and q.role = p.role`,
  SAME_SIDE: `select p.actor_id, q.actor_id from position p join position q on q.claim_id = p.claim_id
    where p.stance = q.stance and p.stance <> 'UNCOMMITTED'`,
  OPPOSITE_SIDE: `select p.actor_id, q.actor_id from position p join position q on q.claim_id = p.claim_id
    where p.stance <> q.stance and p.stance <> 'UNCOMMITTED' and q.stance <> 'UNCOMMITTED'`,
}

/** How long the shortest way is, by trying all ties that stand in the tables; null where there is none. */
function distance(graph: Graph, from: number, to: number, types: readonly LinkType[]): number | null {
  const ties = types.flatMap(
    (type) => dbOf(graph.engine).prepare(plain[type]).raw().all() as [number, number][],
  )
  const distances = new Map([[from, 0]])
  for (const [node, length] of distances)
    for (const [a, b] of ties)
      for (const next of a === node ? [b] : b === node ? [a] : [])
        if (!distances.has(next)) distances.set(next, length + 1)
  return distances.get(to) ?? null
}

it('ties that are undone are tied no more', () => {
  const writer = newGraph(path)
  const graph = new Graph(writer)
  const actors = transact(writer, anImport, (writers) => [0, 1].map((index) => putActor(writers, index)))
  const [from = 0, to = 0] = actors.map(({ id }) => id)
  const ask = () => atOnce(graph.ways.between(from, to, null, LONGEST, MOST)).length
  expect(ask()).toBe(0)
  const undone = () =>
    transact(writer, anImport, (writers) => {
      writers.actors.affiliate({ id: from, outcome: 'unchanged' }, [{ organization: to, role: 'MEMBER' }])
      expect(ask()).toBe(1)
      throw new Error('undone')
    })
  expect(undone).toThrow('undone')
  expect(ask()).toBe(0)
  writer.close()
})

describe('whatever is written between two questions', () => {
  it('ways are those of a graph that is opened anew, and the shortest is as short as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, question), { minLength: 1, maxLength: 12 }), (rounds) => {
        const world = new World()
        for (const [given, { from, to, through }] of rounds) {
          world.take(given)
          const ends = [world.id(from), world.id(to)] as const
          const ask = (graph: Graph): Path[] => atOnce(graph.ways.between(...ends, through, LONGEST, MOST))
          const anew = Graph.open(world.address)
          const found = ask(world.reader)
          expect(found).toEqual(ask(anew))
          const shortest = from === to ? null : distance(anew, ...ends, through ?? linkTypes)
          // A way that is longer than what was asked for is none.
          expect(found[0]?.length ?? null).toBe(shortest !== null && shortest > LONGEST ? null : shortest)
          anew.engine.close()
        }
        world.close()
      }),
      { numRuns: isOnPostgres ? 5 : 40 },
    )
  })
})
