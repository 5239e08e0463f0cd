import { describe, expect, it } from 'vitest'
import { type Answer, dispute, seed, worlds } from './graph-fixture.ts'

const { of } = worlds()
const world = of(seed, dispute)

const lists = {
  'what a search finds': 'search(text: "russia*")',
  'some kinds of what it finds': 'search(text: "russia*", types: [CLAIM, ACTOR])',
  'what only comes near': 'search(text: "belgrod")',
  'no words': 'search(text: "")',
  'all statements': 'statements',
  'statements with a word': 'statements(filter: { text: "russia*" })',
  'statements by somebody with a word': 'statements(filter: { text: "russia*", by: ["russia"] })',
  'statements that a filter keeps': 'statements(filter: { stance: [DENIES] })',
  claims: 'claims(filter: { text: "ukraine" })',
}
const asked = (list: string, fields: string): Answer =>
  Object.values(world.ask(`{ ${list} { ${fields} } }`))[0]

describe('a bounded count', () => {
  it.each(Object.entries(lists))('is exact up to its bound, and says so: %s', (_, list) => {
    const { totalCount, boundedCount: whole } = asked(list, 'totalCount boundedCount { count isExact }')
    expect(whole).toEqual({ count: totalCount, isExact: true })
    for (const upTo of [0, 1, totalCount - 1, totalCount, totalCount + 1].filter((most) => most >= 0))
      expect([upTo, asked(list, `boundedCount(upTo: ${upTo}) { count isExact }`).boundedCount]).toEqual([
        upTo,
        { count: Math.min(upTo, totalCount), isExact: totalCount <= upTo },
      ])
  })

  it('is there under each node of a list as well', () => {
    const { nodes } = world.ask(
      '{ actors(first: 20) { nodes { statements { totalCount boundedCount(upTo: 2) { count isExact } } } } }',
    ).actors
    for (const { statements } of nodes)
      expect(statements.boundedCount).toEqual({
        count: Math.min(2, statements.totalCount),
        isExact: statements.totalCount <= 2,
      })
  })

  it.each([-1, 1_000_001])('has bounds itself: %i', (upTo) => {
    const refused = world.refusal(`{ statements { boundedCount(upTo: ${upTo}) { count } } }`)
    expect(refused.argument).toEqual(['upTo'])
  })

  it('of no rows tells whether there are more, as a page of one does', () => {
    for (const list of ['statements(first: 0', 'statements(filter: { text: "xyzzyqwert" }, first: 0'])
      expect(asked(`${list})`, 'nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor }')).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: !list.includes('xyz'), hasPreviousPage: false, startCursor: null },
      })
  })
})

describe('facets up to so many statements', () => {
  const facets = (more: string) =>
    world.ask(`{ facets(filter: { text: "russia*" }, by: [SPEAKER, STANCE]${more}) { value count } }`).facets
  const { totalCount } = asked('statements(filter: { text: "russia*" })', 'totalCount')

  it('are all of them, or none', () => {
    expect(facets('').length).toBeGreaterThan(3)
    expect(facets(`, upTo: ${totalCount}`)).toEqual(facets(''))
    expect(facets(`, upTo: ${totalCount - 1}`)).toEqual([])
    expect(
      world.refusal('{ facets(filter: { text: "a" }, by: [ACT], upTo: -1) { count } }').argument,
    ).toEqual(['upTo'])
  })
})
