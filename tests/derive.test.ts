import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { anImport } from '../src/model/history/journal.ts'
import type { StatementDraft } from '../src/model/statement/write.ts'
import { transact, transactBulk } from '../src/model/transact.ts'
import type { Writers } from '../src/model/writers.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import type { Upserted } from '../src/sql/upsert.ts'
import { certainties, reviewStates, stances } from '../src/values/vocabulary.ts'
import { dbOf, isOnPostgres, runs } from './engine.ts'
import { derivedState, folder, newGraph } from './graph.ts'

const path = folder()

interface World {
  readonly graph: ImmediateEngine
  readonly actors: readonly number[]
  readonly events: readonly number[]
  readonly claims: readonly Upserted[]
  readonly sources: readonly number[]
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

const putClaim = ({ claims }: Writers, index: number, event?: number): Upserted =>
  claims.put({ slug: `claim-${index}`, text: `Claim ${index}.`, kind: 'OTHER', event })

const putSource = ({ sources }: Writers, index: number, publishedAt?: string, publisher?: number): Upserted =>
  sources.put({ slug: `source-${index}`, title: `Source ${index}`, kind: 'ARTICLE', publishedAt, publisher })

const putEvent = ({ events }: Writers, index: number, when?: string): Upserted =>
  events.put({ slug: `event-${index}`, name: `Event ${index}`, type: 'OTHER', when })

function newWorld(): World {
  const graph = newGraph(path)
  return transact(graph, anImport, (writers) => ({
    graph,
    actors: upTo(5).map(
      (i) => writers.actors.put({ slug: `actor-${i}`, name: `Actor ${i}`, type: 'PERSON' }).id,
    ),
    events: upTo(2).map((i) => putEvent(writers, i).id),
    sources: upTo(3).map((i) => putSource(writers, i, ['2023-05-24', undefined, '2023'][i]).id),
    claims: upTo(4).map((i) => putClaim(writers, i)),
  }))
}

const statement = (world: World, given: Partial<StatementDraft>): StatementDraft => ({
  source: world.sources[0] as number,
  speaker: world.actors[0] as number,
  text: 'Words.',
  quoteType: 'DIRECT',
  act: 'STATE',
  ...given,
})

const say = (
  world: World,
  speaker: number,
  stance: 'AFFIRMS' | 'DENIES' | 'UNCOMMITTED',
  more = {},
): number =>
  transact(
    world.graph,
    anImport,
    ({ statements }) =>
      statements.put(
        statement(world, {
          speaker: world.actors[speaker] as number,
          claim: world.claims[0]?.id,
          stance,
          certainty: 'CERTAIN',
          ...more,
        }),
      ).id,
  )

const standingOf = ({ graph, claims }: World, index = 0): unknown =>
  dbOf(graph).prepare('select standing from claim where id = ?').pluck().get(claims[index]?.id)
const agreements = ({ graph }: World): unknown[] =>
  dbOf(graph).prepare('select a_id, b_id, agree, conflict from agreement order by a_id, b_id').raw().all()
const positionOf = ({ graph, actors }: World, actor: number): unknown =>
  dbOf(graph).prepare('select stance, changed from position where actor_id = ?').raw().get(actors[actor])

describe('a claim stands', () => {
  it('OPEN while nobody commits', () => {
    const world = newWorld()
    say(world, 0, 'UNCOMMITTED')
    expect(standingOf(world)).toBe('OPEN')
  })

  it('ASSERTED once somebody affirms it, DENIED where it is only denied, CONTESTED where both', () => {
    const world = newWorld()
    const affirmed = say(world, 0, 'AFFIRMS')
    expect(standingOf(world)).toBe('ASSERTED')
    say(world, 1, 'DENIES')
    expect(standingOf(world)).toBe('CONTESTED')
    transact(world.graph, anImport, ({ statements }) => statements.remove(affirmed))
    expect(standingOf(world)).toBe('DENIED')
  })

  it('CONTESTED where a claim that contradicts it is affirmed too, whichever says so', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS')
    say(world, 1, 'AFFIRMS', { claim: world.claims[1]?.id })
    transact(world.graph, anImport, ({ claims }) =>
      claims.relate(world.claims[1] as Upserted, [
        { type: 'CONTRADICTS', to: world.claims[0]?.id as number },
      ]),
    )
    expect([standingOf(world, 0), standingOf(world, 1)]).toEqual(['CONTESTED', 'CONTESTED'])
    transact(world.graph, anImport, ({ claims }) =>
      claims.relate({ id: world.claims[1]?.id as number, outcome: 'unchanged' }, []),
    )
    expect([standingOf(world, 0), standingOf(world, 1)]).toEqual(['ASSERTED', 'ASSERTED'])
  })

  it('by accepted statements alone', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS', { review: 'PROPOSED' })
    expect(standingOf(world)).toBe('OPEN')
  })
})

describe('a position', () => {
  it('is what was said last, and knows that it was once another', () => {
    const world = newWorld()
    say(world, 0, 'DENIES', { saidAt: '2023-05-22' })
    say(world, 0, 'AFFIRMS', { saidAt: '2023-05-20' })
    expect(positionOf(world, 0)).toEqual(['DENIES', 1])
  })

  it('is not set by what has no date where something dated sets it', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS', { saidAt: '2023-05-20' })
    say(world, 0, 'DENIES', { source: world.sources[1] })
    expect(positionOf(world, 0)).toEqual(['AFFIRMS', 1])
  })

  it('belongs to whoever is spoken for', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS', { onBehalfOf: world.actors[1] })
    expect([positionOf(world, 0), positionOf(world, 1)]).toEqual([undefined, ['AFFIRMS', 0]])
  })

  it('moves when the date of a source moves', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS', { source: world.sources[0] })
    say(world, 0, 'DENIES', { source: world.sources[2] })
    expect(positionOf(world, 0)).toEqual(['DENIES', 1])
    transact(world.graph, anImport, (writers) => putSource(writers, 2, '2022'))
    expect(positionOf(world, 0)).toEqual(['AFFIRMS', 1])
  })
})

describe('two actors', () => {
  it('agree or conflict on a claim, and do neither when one of them is uncommitted', () => {
    const world = newWorld()
    const [a, b, c] = world.actors
    say(world, 0, 'AFFIRMS')
    say(world, 1, 'DENIES')
    say(world, 2, 'UNCOMMITTED')
    expect(agreements(world)).toEqual([[a, b, 0, 1]])
    say(world, 2, 'DENIES')
    expect(agreements(world)).toEqual([
      [a, b, 0, 1],
      [a, c, 0, 1],
      [b, c, 1, 0],
    ])
  })

  it('have nothing in common any more when one of them takes it back', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS')
    say(world, 1, 'AFFIRMS')
    say(world, 1, 'UNCOMMITTED')
    expect(agreements(world)).toEqual([])
  })
})

describe('a transaction', () => {
  it('may not take a statement away that another is reported through', () => {
    const world = newWorld()
    const outer = say(world, 0, 'AFFIRMS')
    const inner = say(world, 1, 'AFFIRMS', { via: outer })
    const remove = (id: number) => transact(world.graph, anImport, ({ statements }) => statements.remove(id))
    expect(() => remove(outer)).toThrow(`statement_${inner} is reported through statement_${outer}`)
    remove(inner)
    remove(outer)
    expect(standingOf(world)).toBe('OPEN')
  })

  it('leaves nothing behind where it fails', () => {
    const world = newWorld()
    const before = derivedState(world.graph)
    expect(() =>
      transact(world.graph, anImport, ({ statements }) => {
        statements.put(statement(world, { text: 'Said.' }))
        throw new Error('changed my mind')
      }),
    ).toThrow('changed my mind')
    expect(derivedState(world.graph)).toEqual(before)
  })
})

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const date = pick([
  '2023-05-20',
  '2023-05',
  '2023',
  '../2023-05-22',
  '2023-05-25/..',
  '1914-07-28T11:00:00Z',
  '2023-05-19T22:00:00Z/2023-05-20T02:00:00Z',
  '../..',
  '-0043-03-15',
  'Y20000',
])

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      slug: fc.integer({ min: 0, max: 11 }),
      speaker: fc.nat(4),
      onBehalfOf: maybe(fc.nat(4)),
      source: fc.nat(2),
      claim: maybe(fc.nat(3)),
      stance: pick(stances),
      certainty: pick(certainties),
      saidAt: maybe(date),
      review: pick([...reviewStates, 'ACCEPTED' as const, 'ACCEPTED' as const]),
      about: fc.array(fc.nat(4), { maxLength: 3 }),
      act: pick(['STATE', 'DENY'] as const),
    }),
  },
  fc.record({ do: fc.constant('remove' as const), slug: fc.integer({ min: 0, max: 11 }) }),
  fc.record({
    do: fc.constant('relate' as const),
    from: fc.nat(3),
    to: fc.array(fc.nat(3), { maxLength: 2 }),
    type: pick(['CONTRADICTS', 'SUPPORTS'] as const),
  }),
  fc.record({ do: fc.constant('move' as const), claim: fc.nat(3), event: maybe(fc.nat(1)) }),
  fc.record({ do: fc.constant('happen' as const), event: fc.nat(1), when: maybe(date) }),
  fc.record({
    do: fc.constant('publish' as const),
    source: fc.nat(2),
    publisher: maybe(fc.nat(4)),
    publishedAt: maybe(date),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const idOf = ({ graph }: World, slug: number): number | undefined =>
  dbOf(graph).prepare('select id from statement where slug = ?').pluck().get(`said-${slug}`) as
    | number
    | undefined

function take(world: World, writers: Writers, given: Step): void {
  const { actors, claims, sources, events } = world
  const at = (index: number | undefined, ids: readonly number[]) =>
    index === undefined ? undefined : ids[index]
  if (given.do === 'remove') {
    const id = idOf(world, given.slug)
    if (id) writers.statements.remove(id)
  } else if (given.do === 'relate') {
    const to = given.to.filter((index) => index !== given.from)
    const relations = to.map((index) => ({ type: given.type, to: (claims[index] as Upserted).id }))
    writers.claims.relate({ id: (claims[given.from] as Upserted).id, outcome: 'unchanged' }, relations)
  } else if (given.do === 'move') putClaim(writers, given.claim, at(given.event, events))
  else if (given.do === 'happen') putEvent(writers, given.event, given.when)
  else if (given.do === 'publish')
    putSource(writers, given.source, given.publishedAt, at(given.publisher, actors))
  else {
    const { onBehalfOf, speaker, claim, stance, certainty } = given
    const position = claim === undefined ? {} : { claim: (claims[claim] as Upserted).id, stance, certainty }
    writers.statements.put({
      ...statement(world, { ...position, saidAt: given.saidAt, review: given.review, act: given.act }),
      slug: `said-${given.slug}`,
      speaker: actors[speaker] as number,
      onBehalfOf: onBehalfOf === speaker ? undefined : at(onBehalfOf, actors),
      source: sources[given.source] as number,
      about: given.about.map((index) => actors[index] as number),
    })
  }
}

describe('what is derived', () => {
  it('is after any writes what it would be if it were made from scratch', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (writes) => {
        const world = newWorld()
        for (const steps of writes)
          transact(world.graph, anImport, (writers) => {
            for (const given of steps) take(world, writers, given)
          })
        const settled = derivedState(world.graph)
        rebuild(world.graph)
        expect(settled).toEqual(derivedState(world.graph))
        world.graph.close()
      }),
      { numRuns: runs(60) },
    )
  }, 120_000)

  it('is the same after a load in bulk, with every trigger and index there again', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const [one, two] = [newWorld(), newWorld()]
        const made = (world: World) =>
          isOnPostgres
            ? []
            : dbOf(world.graph).prepare('select type, name, sql from sqlite_master order by 1, 2').all()
        const before = made(two)
        transact(one.graph, anImport, (writers) => steps.map((given) => take(one, writers, given)))
        transactBulk(two.graph, anImport, (writers) => steps.map((given) => take(two, writers, given)))
        expect(derivedState(two.graph)).toEqual(derivedState(one.graph))
        expect(made(two)).toEqual(before)
        if (isOnPostgres) expect(two.graph.faults()).toEqual([])
        else
          for (const index of ['statement_text', 'claim_text', 'source_text', 'label_text'])
            dbOf(two.graph).exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`)
        one.graph.close()
        two.graph.close()
      }),
      { numRuns: runs(20) },
    )
  }, 120_000)

  it('is right after a write that failed, a load in bulk and another write', () => {
    const world = newWorld()
    say(world, 0, 'AFFIRMS')
    const redate = (writers: Writers) => putSource(writers, 0, '2023-06-01', world.actors[1])
    const fail = () => {
      throw new Error('Not today.')
    }
    expect(() => transact(world.graph, anImport, fail)).toThrow('Not today.')
    transactBulk(world.graph, anImport, redate)
    say(world, 1, 'DENIES')
    const settled = derivedState(world.graph)
    rebuild(world.graph)
    expect(settled).toEqual(derivedState(world.graph))
    world.graph.close()
  })
})
