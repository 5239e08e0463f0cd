import { describe, expect, it } from 'vitest'
import type { NotFoundError } from '../src/values/errors.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)
const slugs = (nodes: readonly Answer[]): string[] => nodes.map(({ slug }) => slug)
const one = (slug: string, fields: string): Answer =>
  world.ask(`{ place(id: "${slug}") { ${fields} } }`).place

describe('a place', () => {
  it('is asked for by its id or its slug, and is null by any other', () => {
    expect(one(one('lviv', 'id').id, 'slug').slug).toBe('lviv')
    for (const id of ['nowhere', 'place_9999', 'arland', 'raid', ''])
      expect(world.ask('query ($id: ID!) { place(id: $id) { id } }', { id }).place).toBeNull()
  })

  it('lies somewhere, as exactly as is known, within a larger one', () => {
    expect(
      one(
        'lviv',
        'latitude longitude precision iso3166_2 partOf { slug precision iso3166_2 partOf { slug } }',
      ),
    ).toEqual({
      latitude: 49.8,
      longitude: 24,
      precision: 'LOCALITY',
      iso3166_2: null,
      partOf: { slug: 'highland', precision: 'REGION', iso3166_2: 'AR-H', partOf: null },
    })
    expect(one('highland', 'latitude longitude')).toEqual({ latitude: null, longitude: null })
  })

  it('has the events at this very place, in the order of time', () => {
    const { events } = one('lviv', 'events { totalCount nodes { slug } }')
    expect(events.totalCount).toBe(2)
    expect(slugs(events.nodes).sort()).toEqual(['raid', 'truce'])
    expect(slugs(one('highland', 'events { nodes { slug } }').events.nodes)).toEqual(['war'])
  })

  it('is spoken about', () => {
    const { statementsAbout } = one('lviv', 'statementsAbout { totalCount nodes { slug } }')
    expect(statementsAbout).toEqual({
      totalCount: 2,
      nodes: [{ slug: 'anna-ten' }, { slug: 'riders-on-bridge' }],
    })
  })

  it('has identifiers; those without a page lead nowhere', () => {
    expect(one('highland', 'links { scheme url }').links).toEqual(
      expect.arrayContaining([
        { scheme: 'geonames', url: 'https://www.geonames.org/17' },
        { scheme: 'local', url: null },
      ]),
    )
  })
})

describe('places', () => {
  it.each([
    ['', ['highland', 'lviv']],
    ['name: "heights"', ['highland']],
    ['name: "lwow"', ['lviv']],
    ['name: "Львів"', ['lviv']],
    ['name: "ЛЬВІВ"', ['lviv']],
    ['partOf: ["highland"]', ['lviv']],
    ['partOf: ["highland", "lviv"], name: "lviv"', ['lviv']],
    ['partOf: ["lviv"]', []],
  ])('come by name: { %s }', (filter, expected) => {
    const { places } = world.ask(`{ places(filter: { ${filter} }) { totalCount nodes { slug } } }`)
    expect(slugs(places.nodes)).toEqual(expected)
    expect(places.totalCount).toBe(expected.length)
  })

  it('are refused within what is not there', () => {
    const refusal = world.refusal('{ places(filter: { partOf: ["hiland"] }) { totalCount } }')
    expect(refusal.argument).toEqual(['filter', 'partOf', 0])
    expect((refusal as NotFoundError).nearest).toEqual(['highland'])
  })
})
