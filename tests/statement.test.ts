import { describe, expect, it } from 'vitest'
import { NotFoundError } from '../src/values/errors.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)

/** The slugs of the statements that a filter keeps, in their order; totalCount must agree. */
function kept(filter: string, more = ''): string[] {
  const { statements } = world.ask(
    `{ statements(filter: { ${filter} }, first: 500 ${more}) { totalCount nodes { slug } } }`,
  )
  expect(statements.totalCount).toBe(statements.nodes.length)
  return statements.nodes.map(({ slug }: Answer) => slug)
}
const all = kept('')
const without = (...slugs: string[]) => all.filter((slug) => !slugs.includes(slug))
const idOf = (slug: string): string =>
  world
    .ask(
      '{ statements(filter: { review: [ACCEPTED, PROPOSED, REJECTED] }, first: 500) { nodes { id slug } } }',
    )
    .statements.nodes.find((node: Answer) => node.slug === slug).id
const one = (slug: string, fields: string): Answer =>
  world.ask(`{ statement(id: "${idOf(slug)}") { ${fields} } }`).statement

describe('statements', () => {
  it('come in the order in which they were said, what has no date last', () => {
    expect(all).toEqual([
      'arland-accuses',
      'anna-ten',
      'ministry-accuses',
      'borland-denies',
      'riders-claim',
      // By the day on which their source appeared, the 12th.
      'daily-reports',
      'riders-on-bridge',
      'anna-not-ten',
      'leaflet-ten',
    ])
  })

  it('come latest first, and what has no date still last', () => {
    const latest = kept('', 'orderBy: SAID_DESC')
    expect(latest.slice(0, 4)).toEqual(['anna-not-ten', 'riders-on-bridge', 'daily-reports', 'riders-claim'])
    expect(latest.at(-1)).toBe('leaflet-ten')
    expect([...latest].sort()).toEqual([...all].sort())
  })
})

describe('a filter of statements', () => {
  it.each([
    ['by: ["borland"]', ['borland-denies', 'leaflet-ten']],
    ['by: ["borland", "daily"]', ['borland-denies', 'daily-reports', 'leaflet-ten']],
    ['by: []', []],
    ['onBehalfOf: ["arland"]', ['arland-accuses', 'anna-ten', 'ministry-accuses', 'anna-not-ten']],
    ['onBehalfOf: ["anna-muller"]', []],
    ['onBehalfOf: ["arland"], by: ["arland"]', ['arland-accuses']],
    ['about: ["borland"]', ['arland-accuses', 'ministry-accuses', 'borland-denies']],
    ['about: ["lviv"]', ['anna-ten', 'riders-on-bridge']],
    ['about: ["raid"]', ['arland-accuses', 'anna-ten', 'riders-claim', 'anna-not-ten']],
    ['about: ["borland", "raid"]', without('leaflet-ten', 'daily-reports', 'riders-on-bridge')],
    ['about: ["borland"], by: ["ministry"]', ['ministry-accuses']],
    ['about: ["borland"], onBehalfOf: ["arland"]', ['arland-accuses', 'ministry-accuses']],
    ['about: ["borland"], stance: [DENIES]', ['borland-denies']],
    ['claim: ["ten-killed"]', ['anna-ten', 'anna-not-ten', 'leaflet-ten']],
    ['claim: ["riders-did-it", "bridge-fell"]', ['riders-claim', 'riders-on-bridge']],
    ['event: ["raid"]', without('daily-reports')],
    ['event: ["raid", "talks"], source: ["leaflet"]', ['leaflet-ten']],
    ['source: ["herald-june"]', ['anna-not-ten']],
    ['source: ["herald-june", "leaflet"]', ['anna-not-ten', 'leaflet-ten']],
    ['publisher: ["herald"]', ['anna-not-ten']],
    ['publisher: ["daily", "herald"]', without('leaflet-ten')],
    ['act: [ACCUSE]', ['arland-accuses', 'ministry-accuses']],
    ['act: [ACCUSE, DENY]', ['arland-accuses', 'ministry-accuses', 'anna-not-ten']],
    ['stance: [DENIES]', ['borland-denies', 'anna-not-ten']],
    ['stance: [DENIES, UNCOMMITTED]', ['borland-denies', 'riders-on-bridge', 'anna-not-ten']],
    ['quoteType: [DIRECT]', ['arland-accuses', 'riders-claim']],
    ['quoteType: [DIRECT, MIXED]', ['arland-accuses', 'anna-ten', 'riders-claim']],
    ['said: { from: "2022-05-12" }', ['riders-claim', 'daily-reports', 'riders-on-bridge', 'anna-not-ten']],
    ['said: { until: "2022-05-10" }', ['arland-accuses', 'anna-ten']],
    ['said: { from: "2022-05-11", until: "2022-05-11" }', ['ministry-accuses', 'borland-denies']],
    ['said: {}', [...all]],
    ['text: "ten"', ['anna-ten', 'anna-not-ten', 'leaflet-ten']],
    ['text: "ten -fewer"', ['anna-ten', 'leaflet-ten']],
    ['text: "\\"did it\\""', ['riders-claim']],
    ['text: "cafe"', ['daily-reports']],
    ['text: "kill*", by: ["borland"]', ['leaflet-ten']],
    ['text: ""', []],
    ['review: [PROPOSED]', ['proposed']],
    ['review: [REJECTED]', ['rejected']],
    ['review: [PROPOSED, REJECTED], by: ["borland"]', ['proposed']],
    ['review: []', []],
  ])('{ %s }', (filter, slugs) => {
    expect(kept(filter)).toEqual(slugs)
  })

  it.each([
    ['not: { by: ["borland"] }', without('borland-denies', 'leaflet-ten')],
    [
      'not: { onBehalfOf: ["arland"] }',
      without('arland-accuses', 'anna-ten', 'ministry-accuses', 'anna-not-ten'),
    ],
    ['not: { about: ["raid"] }', without('arland-accuses', 'anna-ten', 'riders-claim', 'anna-not-ten')],
    ['not: { claim: ["ten-killed"] }', without('anna-ten', 'anna-not-ten', 'leaflet-ten')],
    ['not: { event: ["raid"] }', ['daily-reports']],
    ['not: { publisher: ["daily"] }', ['anna-not-ten', 'leaflet-ten']],
    ['not: { stance: [AFFIRMS] }', ['borland-denies', 'daily-reports', 'riders-on-bridge', 'anna-not-ten']],
    ['not: { said: { from: "2022-01" } }', ['leaflet-ten']],
    ['not: { text: "ten" }', without('anna-ten', 'anna-not-ten', 'leaflet-ten')],
    ['not: { by: ["borland"], stance: [DENIES] }', without('borland-denies')],
    ['by: ["borland"], not: { stance: [DENIES] }', ['leaflet-ten']],
    ['by: ["borland"], not: { by: ["borland"] }', []],
    ['not: { not: { by: ["borland"] } }', ['borland-denies', 'leaflet-ten']],
    ['not: { by: ["riders"], not: { act: [DECLINE_COMMENT] } }', without('riders-claim')],
    ['not: { review: [PROPOSED] }', [...all]],
    ['review: [ACCEPTED, PROPOSED], not: { review: [ACCEPTED] }', ['proposed']],
    ['about: ["borland"], not: { about: ["raid"] }', ['ministry-accuses', 'borland-denies']],
    ['not: {}', []],
  ])('leaves out, without losing what has no value: { %s }', (filter, slugs) => {
    expect(kept(filter)).toEqual(slugs)
  })

  it('takes ids and slugs alike, mixed', () => {
    const { id } = world.ask('{ actor(id: "borland") { id } }').actor
    expect(kept(`by: ["${id}", "daily"]`)).toEqual(kept('by: ["borland", "daily"]'))
  })

  it.each([
    ['by: ["borlnd"]', ['filter', 'by', 0], 'borland'],
    ['about: ["lviv", "hihgland"]', ['filter', 'about', 1], 'highland'],
    ['claim: ["ten-kiled"]', ['filter', 'claim', 0], 'ten-killed'],
    ['event: ["raids"]', ['filter', 'event', 0], 'raid'],
    ['source: ["leaflets"]', ['filter', 'source', 0], 'leaflet'],
    ['not: { not: { publisher: ["dayly"] } }', ['filter', 'not', 'not', 'publisher', 0], 'daily'],
  ])('refuses what is not there, and names the nearest: { %s }', (filter, argument, nearest) => {
    const refusal = world.refusal(`{ statements(filter: { ${filter} }) { totalCount } }`)
    expect(refusal).toBeInstanceOf(NotFoundError)
    expect(refusal.argument).toEqual(argument)
    expect((refusal as NotFoundError).nearest[0]).toBe(nearest)
  })

  it.each([
    ['by: ["lviv"]', '“lviv” is a place, and an actor is wanted.'],
    ['by: ["event_1"]', '“event_1” is an event, and an actor is wanted.'],
    ['by: ["statement_1"]', '“statement_1” is a statement, and an actor is wanted.'],
    ['about: ["daily-1"]', 'There is no actor, place or event “daily-1”.'],
  ])('says what is of another kind: { %s }', (filter, message) => {
    expect(world.refusal(`{ statements(filter: { ${filter} }) { totalCount } }`).message).toContain(message)
  })

  it('refuses a node of another kind: a place does not speak', () => {
    expect(world.refusal('{ statements(filter: { by: ["lviv"] }) { totalCount } }')).toBeInstanceOf(
      NotFoundError,
    )
    const { id } = world.ask('{ place(id: "lviv") { id } }').place
    expect(world.refusal(`{ statements(filter: { by: ["${id}"] }) { totalCount } }`).argument).toEqual([
      'filter',
      'by',
      0,
    ])
  })

  it('refuses a stretch of time that ends before it begins', () => {
    const refusal = world.refusal(
      '{ statements(filter: { said: { from: "2023", until: "2022" } }) { totalCount } }',
    )
    expect(refusal.argument).toEqual(['filter', 'said'])
  })
})

describe('a page of statements', () => {
  it.each([
    ['first: 2, last: 2', 'last'],
    ['first: -1', 'first'],
    ['last: -1', 'last'],
    ['first: 501', 'first'],
    ['last: 501', 'last'],
    ['after: "rubbish"', 'after'],
    ['before: ""', 'before'],
    ['after: "💥"', 'after'],
  ])('refuses %s', (args, argument) => {
    expect(world.refusal(`{ statements(${args}) { totalCount } }`).argument).toEqual([argument])
  })

  it('refuses a cursor of another list', () => {
    const { endCursor } = world.ask('{ claims(first: 1) { pageInfo { endCursor } } }').claims.pageInfo
    expect(world.refusal(`{ statements(after: "${endCursor}") { totalCount } }`).argument).toEqual(['after'])
  })

  it('of none has no cursors, and may have more behind it', () => {
    expect(
      world.ask('{ statements(first: 0) { nodes { id } pageInfo { hasNextPage startCursor } } }').statements,
    ).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: true, startCursor: null },
    })
  })

  it('says whether there is more, either way', () => {
    const { edges, pageInfo } = world.ask(
      '{ statements(first: 3) { edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
    ).statements
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, endCursor: edges[2].cursor })
    const rest = world.ask(
      `{ statements(after: "${edges[2].cursor}") { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } }`,
    )
    expect(rest.statements.nodes.map(({ slug }: Answer) => slug)).toEqual(all.slice(3))
    expect(rest.statements.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true })
  })

  it('lies between two cursors', () => {
    const { edges } = world.ask('{ statements { edges { cursor } } }').statements
    for (const [from, to] of [
      [0, 4],
      [3, 8],
      [6, 8],
    ] as const)
      for (const way of ['first', 'last']) {
        const args = `${way}: 50, after: "${edges[from].cursor}", before: "${edges[to].cursor}"`
        const { nodes } = world.ask(`{ statements(${args}) { nodes { slug } } }`).statements
        expect(nodes.map(({ slug }: Answer) => slug)).toEqual(all.slice(from + 1, to))
      }
  })
})

describe('a statement', () => {
  it('is asked for by its id; by an id of nothing, or of another kind, it is null', () => {
    expect(one('riders-claim', 'slug').slug).toBe('riders-claim')
    for (const id of ['statement_999999', 'actor_1', 'riders-claim', '', 'statement_0'])
      expect(world.ask('query ($id: ID!) { statement(id: $id) { id } }', { id }).statement).toBeNull()
  })

  it('has a speaker, whom it speaks for, and whom it is said to', () => {
    const fields = 'speaker { slug } onBehalfOf { slug } addressee { slug }'
    expect(one('ministry-accuses', fields)).toEqual({
      speaker: { slug: 'ministry' },
      onBehalfOf: { slug: 'arland' },
      addressee: null,
    })
    expect(one('borland-denies', fields)).toMatchObject({ onBehalfOf: null, addressee: { slug: 'daily' } })
  })

  it('is about entities of any kind', () => {
    const { about } = one(
      'anna-ten',
      'about { __typename slug ... on Place { precision } ... on Event { type } }',
    )
    expect(about).toEqual(
      expect.arrayContaining([
        { __typename: 'Event', slug: 'raid', type: 'ASSAULT' },
        { __typename: 'Place', slug: 'lviv', precision: 'LOCALITY' },
      ]),
    )
    expect(one('leaflet-ten', 'about { slug }').about).toEqual([])
  })

  it('comes through a chain, from itself outwards', () => {
    const { via, chain } = one('riders-on-bridge', 'via { slug } chain { slug speaker { slug } }')
    expect(via.slug).toBe('daily-reports')
    expect(chain).toEqual([
      { slug: 'riders-on-bridge', speaker: { slug: 'riders' } },
      { slug: 'daily-reports', speaker: { slug: 'daily' } },
    ])
    expect(one('riders-claim', 'via { slug } chain { slug }')).toEqual({
      via: null,
      chain: [{ slug: 'riders-claim' }],
    })
  })

  it('has its factuality, and none where it takes no stand', () => {
    const factuality = (slug: string) => one(slug, 'factuality').factuality
    expect(
      [
        'arland-accuses',
        'ministry-accuses',
        'borland-denies',
        'leaflet-ten',
        'riders-on-bridge',
        'daily-reports',
      ].map(factuality),
    ).toEqual(['CT+', 'PR+', 'CT-', 'PS+', 'Uu', null])
  })

  it('has its place in the source', () => {
    expect(one('riders-claim', 'cue span { start end exact prefix suffix }')).toEqual({
      cue: 'said',
      span: { start: 1, end: 11, exact: 'We did it,', prefix: '“', suffix: '” said' },
    })
    expect(one('arland-accuses', 'span { start }').span).toBeNull()
  })
})
