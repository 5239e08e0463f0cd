import { describe, expect, it } from 'vitest'
import type { NotFoundError } from '../src/errors.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)

const fields = 'totalCount nodes { when node { ... on Event { slug } ... on Statement { said: slug } } }'
function line(args = ''): string[] {
  const { timeline } = world.ask(`{ timeline${args} { ${fields} } }`)
  expect(timeline.totalCount).toBe(timeline.nodes.length)
  return timeline.nodes.map(({ node }: Answer) => node.slug ?? node.said)
}

describe('the timeline', () => {
  it('is of events and statements in one order; events come before statements of the same instant', () => {
    expect(line()).toEqual([
      'war',
      'raid',
      'arland-accuses',
      'anna-ten',
      'ministry-accuses',
      'borland-denies',
      'riders-claim',
      'anna-not-ten',
      'truce',
      'talks',
      'leaflet-ten',
      'daily-reports',
      'riders-on-bridge',
    ])
  })

  it.each([
    ['(types: [EVENT])', ['war', 'raid', 'truce', 'talks']],
    ['(types: [STATEMENT], until: "2022-05-10")', ['arland-accuses', 'anna-ten']],
    ['(types: [])', []],
    ['(about: ["lviv"])', ['raid', 'anna-ten', 'truce', 'riders-on-bridge']],
    ['(about: ["war"], types: [EVENT])', ['war', 'raid', 'talks']],
    ['(about: ["riders", "talks"], types: [EVENT])', ['raid', 'talks']],
    ['(about: ["borland"], types: [STATEMENT])', ['arland-accuses', 'ministry-accuses', 'borland-denies']],
    ['(from: "2022-05-10", until: "2022-05-10")', ['war', 'raid', 'arland-accuses', 'anna-ten', 'truce']],
    ['(from: "2022-06")', ['war', 'anna-not-ten', 'truce']],
    ['(until: "2021")', ['truce']],
    ['(about: [])', []],
  ])('%s', (args, expected) => {
    expect(line(args)).toEqual(expected)
  })

  it('goes on behind any of its entries', () => {
    const { edges } = world.ask('{ timeline { edges { cursor } } }').timeline
    const whole = line()
    edges.forEach(({ cursor }: Answer, index: number) => {
      const { timeline } = world.ask(
        `{ timeline(first: 4, after: "${cursor}") { ${fields} pageInfo { hasNextPage hasPreviousPage } } }`,
      )
      expect(timeline.nodes.map(({ node }: Answer) => node.slug ?? node.said)).toEqual(
        whole.slice(index + 1, index + 5),
      )
      expect(timeline.pageInfo).toEqual({ hasNextPage: whole.length > index + 5, hasPreviousPage: true })
      expect(timeline.totalCount).toBe(whole.length)
    })
  })

  it.each([
    ['first: 501', ['first']],
    ['first: -1', ['first']],
    ['after: "rubbish"', ['after']],
    ['types: [CLAIM]', ['types']],
    ['from: "2023", until: "2022"', ['until']],
    ['about: ["lviv", "nobody-at-all"]', ['about', 1]],
  ])('refuses %s', (args, argument) => {
    expect(world.refusal(`{ timeline(${args}) { totalCount } }`).argument).toEqual(argument)
  })

  it('names what comes nearest to what it is asked about', () => {
    const refusal = world.refusal('{ timeline(about: ["liviv"]) { totalCount } }')
    expect((refusal as NotFoundError).nearest).toEqual(['lviv'])
  })
})

describe('the stats', () => {
  it('count what there is; of statements, the accepted ones', () => {
    expect(
      world.ask('{ stats { actors places events sources claims statements assessments } }').stats,
    ).toEqual({
      actors: 7,
      places: 2,
      events: 4,
      sources: 3,
      claims: 6,
      statements: 9,
      assessments: 2,
    })
  })
})
