import { describe, expect, it } from 'vitest'
import { type Answer, dispute, seed, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()
const small = of(dispute)
const belgorod = of(seed)
const synthetic = empty()
fill(synthetic, 60)

/** Keep everything, and are no empty filter: what is counted must be what is maintained. */
const everything = [
  '{ not: { review: [PROPOSED] } }',
  '{ review: [ACCEPTED] }',
  '{ said: {}, not: { by: [] } }',
]
const graphs: [string, World][] = [
  ['a small dispute', small],
  ['Belgorod', belgorod],
  ['a synthetic graph', synthetic],
]

const pairs = (world: World, args: string): [string, string, number][] =>
  world
    .ask(`{ matrix${args} { actor { slug } entity { slug } statements } }`)
    .matrix.map(({ actor, entity, statements }: Answer) => [actor.slug, entity.slug, statements])

describe.each(graphs)('the matrix of %s', (_, world) => {
  it.each(everything)('is what is counted with %s', (filter) => {
    const whole = pairs(world, '(first: 500)')
    expect(whole.length).toBeGreaterThan(5)
    expect(pairs(world, `(first: 500, filter: ${filter})`)).toEqual(whole)
  })

  it('is, under an empty filter, the whole', () => {
    expect(pairs(world, '(filter: {})')).toEqual(pairs(world, ''))
  })

  it('has the most frequent pairs first', () => {
    const counts = pairs(world, '(first: 500)').map(([, , statements]) => statements)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  })

  it('counts the statements that a filter by that pair keeps', () => {
    for (const [by, about, statements] of pairs(world, '(first: 5)'))
      expect(
        world.ask(`{ statements(filter: { by: ["${by}"], about: ["${about}"] }) { totalCount } }`).statements
          .totalCount,
      ).toBe(statements)
  })

  it('leaves out pairs with fewer than are asked for, filtered or not', () => {
    const many = pairs(world, '(first: 500)').filter(([, , statements]) => statements >= 2)
    expect(pairs(world, '(first: 500, minStatements: 2)')).toEqual(many)
    expect(pairs(world, '(first: 500, minStatements: 2, filter: { review: [ACCEPTED] })')).toEqual(many)
  })
})

describe('a matrix', () => {
  it('counts what a filter keeps', () => {
    expect(pairs(small, '(filter: { by: ["riders"] })').sort()).toEqual([
      ['riders', 'lviv', 1],
      ['riders', 'raid', 1],
      ['riders', 'riders', 1],
    ])
    expect(
      pairs(small, '(filter: { about: ["lviv"] })')
        .map(([by]) => by)
        .sort(),
    ).toEqual(['anna-muller', 'riders'])
    expect(pairs(small, '(filter: { onBehalfOf: ["arland"], about: ["borland"] })').sort()).toEqual([
      ['arland', 'borland', 1],
      ['ministry', 'borland', 1],
    ])
    expect(pairs(small, '(filter: { review: [PROPOSED] })')).toEqual([['borland', 'arland', 1]])
    expect(pairs(small, '(filter: { text: "zeppelin" })')).toEqual([])
  })

  it('takes a size', () => {
    expect(pairs(small, '(first: 2)')).toHaveLength(2)
    expect(pairs(small, '(first: 0)')).toEqual([])
    for (const first of [-1, 501])
      expect(small.refusal(`{ matrix(first: ${first}) { statements } }`).argument).toEqual(['first'])
  })

  it('says which reference leads nowhere', () => {
    expect(small.refusal('{ matrix(filter: { about: ["x"] }) { statements } }').argument).toEqual([
      'filter',
      'about',
      0,
    ])
  })
})
