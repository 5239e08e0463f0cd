import { describe, expect, it } from 'vitest'
import type { ActorDraft } from '../src/model/actor/write.ts'
import type { ClaimDraft, RelationDraft } from '../src/model/claim/write.ts'
import type { EventDraft } from '../src/model/event/write.ts'
import type { LikelyDuplicate } from '../src/model/overviews/duplicate-store.ts'
import type { PlaceDraft } from '../src/model/place/write.ts'
import type { Writers } from '../src/model/writers.ts'
import { atOnce } from '../src/sql/engine.ts'
import { slugify } from '../src/values/id.ts'
import type { NodeType } from '../src/values/vocabulary.ts'
import { type World, worlds } from './graph-fixture.ts'

const { empty } = worlds()

let slugs = 0
const slug = (name = 'node') => `${slugify(name)}-${++slugs}`

const person = (name: string, more: Partial<ActorDraft> = {}) =>
  ({ slug: slug(name), name, type: 'PERSON', ...more }) satisfies ActorDraft
const body = (name: string, more: Partial<ActorDraft> = {}) =>
  ({ slug: slug(name), name, type: 'ORGANIZATION', kind: 'OTHER', ...more }) satisfies ActorDraft
const state = (name: string, more: Partial<ActorDraft> = {}) =>
  ({ slug: slug(name), name, type: 'STATE', ...more }) satisfies ActorDraft
const place = (name: string, more: Partial<PlaceDraft> = {}) =>
  ({ slug: slug(name), name, precision: 'LOCALITY', ...more }) satisfies PlaceDraft
const event = (name: string, more: Partial<EventDraft> = {}) =>
  ({ slug: slug(name), name, type: 'ASSAULT', ...more }) satisfies EventDraft
const claim = (text: string, more: Partial<ClaimDraft> = {}) =>
  ({ slug: slug(), text, kind: 'OTHER', ...more }) satisfies ClaimDraft

/** What is suggested of two nodes, which is the same whether all are asked for or those of either. */
function suggested(
  world: World,
  type: NodeType,
  [one, other]: readonly number[],
): LikelyDuplicate | undefined {
  const { duplicates } = world.graph
  const of = (key: number | undefined) => atOnce(duplicates.likely({ type, of: key, first: 10 }))
  const all = of(undefined).find(({ a, b }) => a.key === one && b.key === other)
  expect(of(one).find(({ b }) => b.key === other)).toEqual(all)
  expect(of(other).find(({ a }) => a.key === one)).toEqual(all)
  return all
}

const actors = (...drafts: ActorDraft[]) => {
  const world = empty()
  return suggested(
    world,
    'ACTOR',
    world.write(({ actors }) => drafts.map((draft) => actors.put(draft).id)),
  )
}
const places = (...drafts: PlaceDraft[]) => {
  const world = empty()
  return suggested(
    world,
    'PLACE',
    world.write(({ places }) => drafts.map((draft) => places.put(draft).id)),
  )
}
const events = (...drafts: EventDraft[]) => {
  const world = empty()
  return suggested(
    world,
    'EVENT',
    world.write(({ events }) => drafts.map((draft) => events.put(draft).id)),
  )
}

function claims(
  drafts: readonly ClaimDraft[],
  relation?: RelationDraft['type'],
  more?: (w: Writers, keys: number[]) => void,
) {
  const world = empty()
  const keys = world.write((writers) => {
    const made = drafts.map((draft) => writers.claims.put(draft))
    const [first, second] = made
    if (relation && first && second) writers.claims.relate(first, [{ type: relation, to: second.id }])
    const keys = made.map(({ id }) => id)
    more?.(writers, keys)
    return keys
  })
  return suggested(world, 'CLAIM', keys)
}

describe('two actors may be one', () => {
  it.each([
    ['the same name', body('Wagner Group'), body('Wagner group'), 'Both are called “Wagner Group”.'],
    [
      'a name that is an alias of the other',
      body('Wagner Group'),
      body('PMC Wagner', { labels: { en: ['PMC Wagner', 'Wagner Group'] } }),
      'Both are called “Wagner Group”.',
    ],
    [
      'marks and apostrophes',
      person('Łukasz O’Neill'),
      person("Lukasz O'Neill"),
      'Both are called “Łukasz O’Neill”.',
    ],
    [
      'another script',
      person('Іван Кравець'),
      person('Ivan Kravets'),
      '“Іван Кравець” and “Ivan Kravets” are the same in Latin letters.',
    ],
    [
      'another order of words',
      body('Ministry of Defence'),
      body('Defence Ministry'),
      '“Ministry of Defence” and “Defence Ministry” are the same words in another order.',
    ],
    [
      'a middle name',
      person('Vladimir Vladimirovich Putin'),
      person('Vladimir Putin'),
      '“Vladimir Vladimirovich Putin” and “Vladimir Putin” have the same first and last name.',
    ],
    [
      'another spelling',
      person('Volodymyr Zelensky'),
      person('Volodymyr Zelenskyy'),
      '“Volodymyr Zelensky” and “Volodymyr Zelenskyy” are spelled nearly alike.',
    ],
    [
      'initials of first names',
      person('V. Putin'),
      person('Vladimir Putin'),
      '“V. Putin” and “Vladimir Putin” have one last name, and initials that fit.',
    ],
    [
      'an acronym',
      body('U.N.'),
      body('United Nations'),
      'Of “U.N.” and “United Nations”, one is the initials of the other.',
    ],
    [
      'the last name alone',
      person('Putin'),
      person('Vladimir Putin'),
      'Of “Putin” and “Vladimir Putin”, one is the last name of the other.',
    ],
    [
      'an identifier',
      person('Jan Novak', { links: { wikidata: 'Q1' } }),
      person('The Grey Wolf', { links: { wikidata: ['Q1', 'Q2'] } }),
      'Both have the identifier wikidata Q1.',
    ],
    [
      'a country’s code',
      state('Ukraine', { iso3166: 'UA' }),
      state('The Republic', { iso3166: 'UA' }),
      'Both have the country code UA.',
    ],
  ] as const)('by %s', (_, one, other, reason) => {
    expect(actors(one, other)?.reasons[0]).toBe(reason)
  })

  it.each([
    ['other first names', person('Petro Putin'), person('Vladimir Putin')],
    ['other numbers', body('5th Brigade'), body('6th Brigade')],
    [
      'different identifiers',
      person('Jan Novak', { links: { viaf: '1' } }),
      person('Jan Novak', { links: { viaf: '2' } }),
    ],
    ['different countries’ codes', state('Congo', { iso3166: 'CG' }), state('Congo', { iso3166: 'CD' })],
    ['initials that do not fit', person('P. Putin'), person('Vladimir Putin')],
    ['a word in common', body('Bank of England'), body('Bank of Japan')],
  ] as const)('and are not with %s', (_, one, other) => {
    expect(actors(one, other)).toBeUndefined()
  })

  it('less likely where one is a person and the other a body', () => {
    const same = actors(body('Wagner'), body('Wagner'))
    const differing = actors(body('Wagner'), person('Wagner'))
    expect(differing?.score).toBeLessThan(same?.score ?? 0)
    expect(differing?.reasons).toEqual([
      'Both are called “Wagner”.',
      'But they are of different types: ORGANIZATION and PERSON.',
    ])
  })

  it('likelier where they take the same side, and less where they take opposite ones', () => {
    const sided = (stance: 'AFFIRMS' | 'DENIES') => {
      const world = empty()
      const keys = world.write((writers) => {
        const keys = [person('Jan Novak'), person('J. Novak')].map((draft) => writers.actors.put(draft).id)
        const source = writers.sources.put({ slug: slug(), title: 'Report', kind: 'ARTICLE' }).id
        const claimed = writers.claims.put(claim('It was a drone.')).id
        keys.forEach((speaker, index) => {
          const position = {
            claim: claimed,
            stance: index === 0 ? 'AFFIRMS' : stance,
            certainty: 'CERTAIN',
          } as const
          const words = { source, speaker, text: 'Words.', quoteType: 'INDIRECT', act: 'STATE' } as const
          writers.statements.put({ ...words, ...position })
        })
        return keys
      })
      return suggested(world, 'ACTOR', keys)
    }
    expect(sided('AFFIRMS')?.reasons).toContain('They take the same side on one claim.')
    expect(sided('DENIES')?.reasons).toContain('But they take opposite sides on one claim.')
    expect(sided('DENIES')?.score).toBeLessThan(sided('AFFIRMS')?.score ?? 0)
  })

  it('where only a proposal speaks of one of them, and never where it is only described', () => {
    expect(actors(person('Jan Novak'), person('Jan Novak', { review: 'PROPOSED' }))).toBeDefined()
    expect(
      actors(person('officials', { unnamed: true }), person('officials', { unnamed: true })),
    ).toBeUndefined()
  })
})

describe('two places may be one', () => {
  it('by name, the likelier the nearer they lie', () => {
    const at = (latitude: number) => place('Gara', { latitude, longitude: 36 })
    const near = places(at(50), at(50.01))
    expect(near?.reasons).toEqual(['Both are called “Gara”.', 'They lie within 10 km of each other.'])
    expect(near?.score).toBeGreaterThan(places(place('Gara'), place('Gara'))?.score ?? 1)
    expect(places(at(50), at(55))).toBeUndefined()
    expect(places(at(50), { ...at(51), precision: 'REGION' })).toBeDefined()
  })
})

describe('two events may be one', () => {
  it('by name, the likelier on one date, and not at different times', () => {
    const on = (when: string) => event('Raid on Gara', { when })
    expect(events(on('2023-05-22'), on('2023-05-22'))?.reasons).toContain(
      'Both happened on the same date: 2023-05-22.',
    )
    expect(events(on('2023-05'), on('2023-05-22'))).toBeDefined()
    expect(events(on('2023-05-22'), on('2024'))).toBeUndefined()
  })
})

describe('two claims may be one', () => {
  it('by their text', () => {
    expect(claims([claim('The dam was blown up.'), claim('The dam was blown up!')])?.reasons[0]).toBe(
      'Both say “The dam was blown up.”',
    )
    expect(
      claims([
        claim('Russian troops blew up the Kakhovka dam.'),
        claim('The Kakhovka dam was blown up by Russian troops.'),
      ])?.reasons[0],
    ).toMatch(/^Their texts share \d words, such as /)
  })

  it.each([
    [
      'one denies',
      [claim('The army shelled the town of Gara.'), claim('The army never shelled the town of Gara.')],
    ],
    [
      'their numbers differ',
      [claim('Shelling killed 12 people in Gara.'), claim('Shelling killed 14 people in Gara.')],
    ],
    [
      'their figures differ',
      [
        claim('Shelling killed people in Gara.', { figure: { low: 12, unit: 'deaths' } }),
        claim('Shelling killed people in Gara.', { figure: { low: 14, unit: 'deaths' } }),
      ],
    ],
  ])('and are not where %s', (_, drafts) => {
    expect(claims(drafts)).toBeUndefined()
  })

  it('and are not where one contradicts the other, and likelier where they are equivalent', () => {
    const drafts = () => [
      claim('The army shelled the old town of Gara.'),
      claim('The army shelled the old town hall of Gara.'),
    ]
    expect(claims(drafts(), 'CONTRADICTS')).toBeUndefined()
    expect(claims(drafts(), 'EQUIVALENT')?.score).toBeGreaterThan(claims(drafts())?.score ?? 1)
  })
})

describe('suggestions', () => {
  it('come likeliest first, so many as are asked for', () => {
    const world = empty()
    world.write(({ actors }) => {
      for (const name of ['Putin', 'Vladimir Putin', 'V. Putin', 'Vladimir Putin']) actors.put(person(name))
    })
    const all = atOnce(world.graph.duplicates.likely({ type: 'ACTOR', first: 10 }))
    const scores = all.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(all[0]?.reasons[0]).toBe('Both are called “Vladimir Putin”.')
    expect(atOnce(world.graph.duplicates.likely({ type: 'ACTOR', first: 2 }))).toEqual(all.slice(0, 2))
  })

  it('are of what can be merged', () => {
    const { duplicates } = empty().graph
    expect(() => duplicates.likely({ type: 'SOURCE', first: 1 })).toThrow(
      'only actors, places, events and claims',
    )
  })

  it('do not read the graph where they are those of one node', () => {
    const world = empty()
    const [key] = world.write(({ actors }) =>
      [person('Jan Novak'), person('Jan Nowak')].map((draft) => actors.put(draft).id),
    )
    const read: string[] = []
    world.graph.engine.onStatement = (sql) => read.push(sql)
    atOnce(world.graph.duplicates.likely({ type: 'ACTOR', of: key, first: 1 }))
    world.graph.engine.onStatement = null
    expect(read.length).toBeLessThanOrEqual(12)
  })
})
