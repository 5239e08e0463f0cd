import { describe, expect, it } from 'vitest'
import { facetTexts } from '../src/api/types/facet.ts'
import { type FacetDefinitions, facetDefinitions } from '../src/model/derived/facets.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { FacetStore } from '../src/model/overviews/facet-store.ts'
import { atOnce } from '../src/sql/engine.ts'
import { facets as names } from '../src/values/vocabulary.ts'
import { COUNTED_FACETS, facetParams } from '../web/src/search/facet-params.ts'
import { dbOf } from './engine.ts'
import { type Answer, dispute, seed, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()
const small = of(dispute)
const synthetic = empty()
fill(synthetic, 60)

type Counts = [facet: string, value: string, count: number][]
const counts = (world: World, args: string): Counts =>
  world
    .ask(`{ facets(${args}) { facet value count } }`)
    .facets.map(({ facet, value, count }: Answer) => [facet, value, count])
const of1 = (world: World, name: string, more = ''): Record<string, number> =>
  Object.fromEntries(counts(world, `by: [${name}] ${more}`).map(([, value, count]) => [value, count]))

describe.each<[string, World]>([
  ['a small dispute', small],
  ['Belgorod', of(seed)],
  ['a synthetic graph', synthetic],
])('the facets of %s', (_, world) => {
  it.each([...names])('by %s are what is counted under a filter that leaves nothing out', (name) => {
    const whole = counts(world, `by: [${name}], first: 500`)
    expect(whole.length).toBeGreaterThan(0)
    expect(counts(world, `by: [${name}], first: 500, filter: { review: [ACCEPTED] }`)).toEqual(whole)
    expect(counts(world, `by: [${name}], first: 500, filter: { not: { by: [] } }`)).toEqual(whole)
    expect(counts(world, `by: [${name}], first: 2`)).toEqual(whole.slice(0, 2))
    expect(counts(world, `by: [${name}], first: 2, filter: { review: [ACCEPTED] }`)).toEqual(
      whole.slice(0, 2),
    )
  })
})

describe('a facet', () => {
  it('counts each value', () => {
    expect(of1(small, 'SPEAKER')).toMatchObject({ riders: 2, borland: 2, 'anna-muller': 2, daily: 1 })
    expect(of1(small, 'ABOUT')).toMatchObject({ raid: 4, borland: 3, lviv: 2 })
    expect(of1(small, 'EVENT')).toEqual({ raid: 8 })
    expect(of1(small, 'PUBLISHER')).toEqual({ daily: 7, herald: 1 })
    expect(of1(small, 'STANCE')).toEqual({ AFFIRMS: 5, DENIES: 2, UNCOMMITTED: 1 })
    expect(of1(small, 'MONTH')).toEqual({ '2022-05': 7, '2022-06': 1 })
    expect(of1(small, 'ACT')).toMatchObject({ ACCUSE: 2 })
  })

  it('counts what a filter keeps', () => {
    expect(of1(small, 'SPEAKER', 'filter: { text: "ten" }')).toEqual({ 'anna-muller': 2, borland: 1 })
    expect(of1(small, 'STANCE', 'filter: { about: ["borland"] }')).toEqual({ AFFIRMS: 2, DENIES: 1 })
    expect(of1(small, 'STANCE', 'filter: { about: ["borland", "raid"] }')).toEqual({ AFFIRMS: 4, DENIES: 2 })
    expect(of1(small, 'SPEAKER', 'filter: { review: [PROPOSED, REJECTED] }')).toEqual({
      borland: 1,
      herald: 1,
    })
  })

  it('counts no proposals', () => {
    expect(of1(small, 'ACT')).not.toHaveProperty('PREDICT')
    expect(of1(small, 'CLAIM')).not.toHaveProperty('talks-failed')
  })

  it('names the node that it counts, of whatever kind', () => {
    const { facets } = small.ask('{ facets(by: [ABOUT, STANCE]) { facet value node { __typename id } } }')
    const node = (value: string) => facets.find((row: Answer) => row.value === value).node
    expect(node('raid').__typename).toBe('Event')
    expect(node('lviv').__typename).toBe('Place')
    expect(node('borland').__typename).toBe('State')
    expect(node('AFFIRMS')).toBeNull()
  })
})

describe('facets', () => {
  it('come in the order in which they were asked for, the most frequent value first', () => {
    const order = counts(small, 'by: [STANCE, ACT, MONTH]').map(([facet]) => facet)
    expect([...new Set(order)]).toEqual(['STANCE', 'ACT', 'MONTH'])
    const filtered = counts(small, 'by: [STANCE, ACT, MONTH], filter: { review: [ACCEPTED] }')
    expect(filtered).toEqual(counts(small, 'by: [STANCE, ACT, MONTH]'))
  })

  it('come once each, however often they are asked for, and of none there are none', () => {
    expect(counts(small, 'by: [ACT, ACT]')).toEqual(counts(small, 'by: [ACT]'))
    expect(counts(small, 'by: [ACT, ACT], filter: { review: [ACCEPTED] }')).toEqual(
      counts(small, 'by: [ACT]'),
    )
    expect(counts(small, 'by: []')).toEqual([])
    expect(counts(small, 'by: [], filter: { review: [ACCEPTED] }')).toEqual([])
  })

  it('take a size', () => {
    for (const first of [-1, 501])
      expect(small.refusal(`{ facets(by: [ACT], first: ${first}) { count } }`).argument).toEqual(['first'])
  })
})

describe('the definition of a facet', () => {
  const keeps = (name: (typeof names)[number], value: string) => {
    const { filter } = facetDefinitions[name]
    const { statements } = small.ask(
      `query ($filter: StatementFilter!) { statements(filter: $filter) { totalCount } }`,
      { filter: { [filter]: filter === 'said' ? { from: value, until: value } : [value] } },
    )
    return statements.totalCount
  }

  it.each([...names])('%s names the field of a filter that keeps what it counts', (name) => {
    const counted = counts(small, `by: [${name}]`)
    expect(counted.length).toBeGreaterThan(0)
    for (const [, value, count] of counted) expect(keeps(name, value), value).toBe(count)
  })

  it('is where the page of results puts what is chosen of it', () => {
    for (const name of COUNTED_FACETS) {
      const { filter } = facetDefinitions[name]
      expect(facetParams[name]).toEqual(filter === 'said' ? ['from', 'until'] : [filter])
    }
  })
})

describe('a facet that is added to the definitions, and nowhere else', () => {
  const definitions = {
    ...facetDefinitions,
    ADDRESSEE: { column: 'addressee_id', values: ['ACTOR'], filter: 'addressee' },
    SOURCE_KIND: {
      column: 'kind',
      within: { name: 'source', key: 'id', of: 'source_id' },
      values: 'WORDS',
      filter: 'source',
    },
  } as const satisfies FacetDefinitions
  const { writer, graph } = synthetic
  const store = new FacetStore(graph.engine, definitions)
  const added = ['ADDRESSEE', 'SOURCE_KIND'] as const
  const choice = { first: 500, unnamed: false }

  it('is counted, over the whole graph and under a filter', () => {
    rebuild(writer, definitions)
    const addressees = dbOf(writer)
      .prepare(
        `select addressee_id as value, count(*) as count from statement
          where review = 'ACCEPTED' and addressee_id is not null group by 1 order by 2 desc, 1`,
      )
      .all() as Answer[]
    expect(addressees.length).toBeGreaterThan(1)
    const whole = atOnce(store.ofAll(added, choice))
    expect(whole.filter(({ facet }) => facet === 'ADDRESSEE')).toEqual(
      addressees.map((row) => ({ facet: 'ADDRESSEE', ...row })),
    )
    expect(whole.some(({ facet }) => facet === 'SOURCE_KIND')).toBe(true)
    expect(store.of({ review: ['ACCEPTED'] }, added, choice)).toEqual(whole)
    expect(store.of({ addressee: [addressees[0].value] }, ['ADDRESSEE'], choice)).toEqual([whole[0]])
    rebuild(writer)
    expect(store.ofAll(added, choice)).toEqual([])
  })

  it('is described', () => {
    const { value, node } = facetTexts(definitions)
    expect(value).toContain('for ACT, STANCE and SOURCE_KIND the enum value')
    expect(node).toBe('The node that is counted; null for ACT, STANCE, MONTH and SOURCE_KIND.')
  })
})
