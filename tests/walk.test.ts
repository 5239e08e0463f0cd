import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Writers } from '../src/model/writers.ts'
import { runs } from './engine.ts'
import { upTo, type World, worlds } from './graph-fixture.ts'

const { empty } = worlds()

/** What comes in: a noun, when, and a letter to be sorted by. All of it hangs on the hubs, so that every list grows. */
interface Insert {
  readonly noun: 'statement' | 'claim' | 'event' | 'source' | 'actor' | 'place' | 'assessment'
  readonly date: string | undefined
  readonly letter: string
}

const insert: fc.Arbitrary<Insert> = fc.record({
  noun: fc.constantFrom('statement', 'statement', 'claim', 'event', 'source', 'actor', 'place', 'assessment'),
  date: fc.constantFrom(
    undefined,
    '2022',
    '2022-03',
    '2022-03-05',
    '../2022-04',
    '2022-04-01/..',
    '2023-01-01',
  ),
  letter: fc.constantFrom('a', 'B', 'm', 'Ж', 'é', 'z', '0'),
})

let made = 0
const keys = new WeakMap<World, Record<'actor' | 'place' | 'event' | 'source' | 'claim', number>>()

function put(world: World, { noun, date, letter }: Insert, writers: Writers): void {
  const slug = `new-${++made}`
  const name = `${letter} ${noun} ${made % 3}`
  const hub = keys.get(world)
  if (!hub) throw new Error('no hubs')
  const { actor, place, event, source, claim } = hub
  const said = {
    speaker: actor,
    addressee: actor,
    source,
    text: name,
    quoteType: 'DIRECT',
    act: 'STATE',
    saidAt: date,
  } as const
  const stand = { stance: 'AFFIRMS', certainty: 'CERTAIN' } as const
  if (noun === 'statement') writers.statements.put({ ...said, ...stand, claim, about: [actor, place] })
  else if (noun === 'actor') writers.actors.put({ slug, name, type: 'PERSON' })
  else if (noun === 'place') writers.places.put({ slug, name, precision: 'EXACT', partOf: place })
  else if (noun === 'assessment')
    writers.assessments.put({ assessor: actor, claim, verdict: 'UNVERIFIED', date })
  else if (noun === 'event') {
    const participants = [{ actor, role: 'PARTY' as const }]
    writers.events.put({ slug, name, type: 'OTHER', when: date, place, participants })
  } else if (noun === 'source')
    writers.sources.put({ slug, title: name, kind: 'POST', publisher: actor, publishedAt: date })
  else {
    const added = writers.claims.put({ slug, text: name, kind: 'OTHER', event })
    writers.statements.put({ ...said, ...stand, claim: added.id })
  }
}

function newWorld(): World {
  const world = empty()
  world.write((writers) => {
    const actor = writers.actors.put({ slug: 'hub', name: 'Hub', type: 'MEDIA_OUTLET' }).id
    const place = writers.places.put({ slug: 'hub-place', name: 'Hub', precision: 'EXACT' }).id
    const event = writers.events.put({ slug: 'hub-event', name: 'Hub', type: 'OTHER', place }).id
    const source = writers.sources.put({ slug: 'hub', title: 'Hub', kind: 'POST' }).id
    const claim = writers.claims.put({ slug: 'hub', text: 'Hub', kind: 'OTHER', event }).id
    keys.set(world, { actor, place, event, source, claim })
    for (const given of fc.sample(insert, { numRuns: 150, seed: 7 })) put(world, given, writers)
  })
  return world
}

const id = 'id'
const inActor = (field: string, node = id) =>
  [`{ actor(id: "hub") { ... on MediaOutlet { list: ${field} } } }`, node] as const
const lists: Record<string, readonly [document: string, node: string]> = {
  'statements, SAID': ['{ list: statements(PAGE) }', id],
  'statements, SAID_DESC': ['{ list: statements(orderBy: SAID_DESC, PAGE) }', id],
  'statements about one, SAID': ['{ list: statements(filter: { about: ["hub"] }, PAGE) }', id],
  'statements about one of two, SAID_DESC': [
    '{ list: statements(filter: { about: ["hub", "hub-place"] }, orderBy: SAID_DESC, PAGE) }',
    id,
  ],
  'events, WHEN': ['{ list: events(PAGE) }', id],
  'events, WHEN_DESC': ['{ list: events(orderBy: WHEN_DESC, PAGE) }', id],
  'sources, PUBLISHED': ['{ list: sources(PAGE) }', id],
  'sources, PUBLISHED_DESC': ['{ list: sources(orderBy: PUBLISHED_DESC, PAGE) }', id],
  'claims, as written': ['{ list: claims(PAGE) }', id],
  'claims, TEXT': ['{ list: claims(orderBy: TEXT, PAGE) }', id],
  'assessments, DATE': ['{ list: assessments(orderBy: DATE, PAGE) }', id],
  'assessments, DATE_DESC': ['{ list: assessments(PAGE) }', id],
  'statements told to one': ['{ list: statements(filter: { addressee: ["hub"] }, PAGE) }', id],
  'actors, NAME': ['{ list: actors(PAGE) }', id],
  places: ['{ list: places(PAGE) }', id],
  'an actor’s statements': inActor('statements(PAGE)'),
  'an actor’s statements, SAID_DESC': inActor('statements(orderBy: SAID_DESC, PAGE)'),
  'statements about an actor': inActor('statementsAbout(PAGE)'),
  'an actor’s positions': inActor('positions(PAGE)', 'claim { id }'),
  'an actor’s positions as of a time': inActor('positions(asOf: "2025", PAGE)', 'claim { id }'),
  'an actor’s participations': inActor('participations(PAGE)', 'event { id }'),
  'an outlet’s sources': inActor('sources(PAGE)'),
  'an event’s claims': ['{ event(id: "hub-event") { list: claims(PAGE) } }', id],
  'a place’s events': ['{ place(id: "hub-place") { list: events(PAGE) } }', id],
  'statements about a place, SAID_DESC': [
    '{ place(id: "hub-place") { list: statementsAbout(orderBy: SAID_DESC, PAGE) } }',
    id,
  ],
  'a claim’s statements': ['{ claim(id: "hub") { list: statements(PAGE) } }', id],
  'a source’s statements': ['{ source(id: "hub") { list: statements(orderBy: SAID_DESC, PAGE) } }', id],
}
/** These go forwards only. */
const lines: Record<string, readonly [document: string, node: string]> = {
  'the timeline': ['{ list: timeline(PAGE) }', 'node { id }'],
  'the timeline about one': ['{ list: timeline(about: ["hub"], PAGE) }', 'node { id }'],
  'the timeline about one, by some': [
    '{ list: timeline(about: ["hub"], filter: { by: ["hub"], about: ["hub-place"] }, PAGE) }',
    'node { id }',
  ],
}

interface Page {
  readonly nodes: readonly object[]
  readonly pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

const fields = (node: string) =>
  `{ nodes { ${node} } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`

function pageOf(world: World, [document, node]: readonly [string, string], args: string): Page {
  const text = document.replace(/\(([^()]*)PAGE\)/, (_, others) => `(${others}${args}) ${fields(node)}`)
  const data = world.ask(text)
  const page = data.list ?? Object.values<{ list: Page }>(data)[0]?.list
  return page
}

/** Every node of the list, in the order in which the pages have them; `between` is called after each page. */
function walk(
  world: World,
  list: readonly [string, string],
  way: 'forwards' | 'backwards',
  size: number,
  between: () => void = () => {},
): string[] {
  const met: string[] = []
  const [count, from] = way === 'forwards' ? ['first', 'after'] : ['last', 'before']
  let cursor: string | null = null
  for (let pages = 0; pages < 1000; pages++) {
    const page = pageOf(world, list, `${count}: ${size}${cursor ? `, ${from}: "${cursor}"` : ''}`)
    const ids = page.nodes.map((node) => JSON.stringify(node))
    if (way === 'forwards') met.push(...ids)
    else met.unshift(...ids)
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo
    if (!(way === 'forwards' ? hasNextPage : hasPreviousPage)) return met
    cursor = way === 'forwards' ? endCursor : startCursor
    between()
  }
  throw new Error('The walk does not end.')
}

const check = (list: readonly [string, string], way: 'forwards' | 'backwards') => {
  const world = newWorld()
  fc.assert(
    fc.property(fc.array(insert, { minLength: 1, maxLength: 12 }), (inserts) => {
      const there = walk(world, list, 'forwards', 500)
      let next = 0
      const met = walk(world, list, way, 7, () => {
        world.write((writers) => {
          for (const _ of upTo(2)) put(world, inserts[next++ % inserts.length] as Insert, writers)
        })
      })
      expect(new Set(met).size).toBe(met.length)
      const old = new Set(there)
      expect(met.filter((node) => old.has(node))).toEqual(there)
    }),
    { numRuns: runs(4) },
  )
}

describe('a walk in pages of seven, while more comes in, meets every node that was there exactly once', () => {
  it.each(Object.entries(lists))('forwards: %s', (_, list) => check(list, 'forwards'), 60_000)
  it.each(Object.entries(lists))('backwards: %s', (_, list) => check(list, 'backwards'), 60_000)
  it.each(Object.entries(lines))('forwards: %s', (_, list) => check(list, 'forwards'), 60_000)
})

describe('a page', () => {
  const world = newWorld()

  it.each(Object.entries(lists))('is the same from either end: %s', (_, list) => {
    const whole = walk(world, list, 'forwards', 500)
    expect(whole.length).toBeGreaterThan(7)
    expect(walk(world, list, 'backwards', 500)).toEqual(whole)
    expect(walk(world, list, 'forwards', 3)).toEqual(whole)
  })
})
