import { describe, expect, it } from 'vitest'
import type { NotFoundError } from '../src/values/errors.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)
const slugs = (nodes: readonly Answer[]): string[] => nodes.map(({ slug }) => slug)
const one = (slug: string, fields: string): Answer =>
  world.ask(`{ event(id: "${slug}") { ${fields} } }`).event
function kept(filter: string, more = ''): string[] {
  const { events } = world.ask(`{ events(filter: { ${filter} } ${more}) { totalCount nodes { slug } } }`)
  expect(events.totalCount).toBe(events.nodes.length)
  return slugs(events.nodes)
}

describe('an event', () => {
  it('is asked for by its id or its slug, and is null by any other', () => {
    expect(one(one('raid', 'id').id, 'slug').slug).toBe('raid')
    for (const id of ['nothing', 'event_9999', 'lviv', ''])
      expect(world.ask('query ($id: ID!) { event(id: $id) { id } }', { id }).event).toBeNull()
  })

  it.each([
    ['raid', '2022-05-10', '2022-05-10T00:00:00Z', '2022-05-10T23:59:59.999Z'],
    ['war', '2022-02-24/..', '2022-02-24T00:00:00Z', null],
    ['truce', '../2022-12', null, '2022-12-31T23:59:59.999Z'],
    ['talks', null, null, null],
  ])('%s was when it is known to have been: %s', (slug, when, earliest, latest) => {
    expect(one(slug, 'when earliest latest')).toEqual({ when, earliest, latest })
  })

  it('is part of another, whose parts come in the order of time', () => {
    expect(one('raid', 'partOf { slug } parts { slug }')).toEqual({ partOf: { slug: 'war' }, parts: [] })
    expect(slugs(one('war', 'parts { slug }').parts)).toEqual(['raid', 'talks'])
  })

  it('has a type, a finer one in words, and a place', () => {
    expect(one('raid', 'type mode place { slug }')).toEqual({
      type: 'ASSAULT',
      mode: 'cross-border raid',
      place: { slug: 'lviv' },
    })
    expect(one('talks', 'mode place { slug }')).toEqual({ mode: null, place: null })
  })

  it('has participants, by role', () => {
    const actors = (args: string) =>
      one('raid', `participants${args} { actor { slug } event { slug } role }`).participants.map(
        ({ actor }: Answer) => actor.slug,
      )
    expect(actors('').sort()).toEqual(['arland', 'borland', 'riders'])
    expect(actors('(role: INITIATOR)')).toEqual(['riders'])
    expect(actors('(role: AFFECTED)')).toEqual([])
  })

  it('has claims, in pages', () => {
    const { claims } = one(
      'raid',
      'claims(first: 2) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } }',
    )
    expect(claims).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } })
    const rest = one(
      'raid',
      `claims(after: "${claims.pageInfo.endCursor}") { nodes { slug } pageInfo { hasNextPage } }`,
    )
    expect(slugs([...claims.nodes, ...rest.claims.nodes])).toEqual([
      'borland-did-it',
      'riders-did-it',
      'ten-killed',
      'bridge-fell',
    ])
  })
})

describe('events', () => {
  it('come in the order of time, what has no date last, either way', () => {
    expect(kept('').at(-1)).toBe('talks')
    expect(kept('', 'orderBy: WHEN_DESC').at(-1)).toBe('talks')
    expect(kept('')).toEqual(['war', 'raid', 'truce', 'talks'])
    expect(kept('', 'orderBy: WHEN_DESC')).toEqual(['truce', 'raid', 'war', 'talks'])
  })

  it.each([
    ['types: [CONSULT, AGREE]', ['truce', 'talks']],
    ['place: ["lviv"]', ['raid', 'truce']],
    ['place: ["lviv", "highland"], types: [ASSAULT]', ['war', 'raid']],
    ['participant: ["arland"]', ['raid', 'talks']],
    ['participant: ["riders", "arland"], types: [ASSAULT]', ['raid']],
    ['name: "raid"', ['raid']],
    // What is open may have gone on; what has no date cannot be told.
    ['when: { from: "2023" }', ['war']],
    ['when: { until: "2022-03" }', ['war', 'truce']],
    ['when: { from: "2022-05-10", until: "2022-05-10" }', ['war', 'raid', 'truce']],
    ['when: { until: "2021" }', ['truce']],
  ])('are filtered: { %s }', (filter, expected) => {
    expect(kept(filter)).toEqual(expected)
    expect(kept(filter, 'orderBy: WHEN_DESC').sort()).toEqual([...expected].sort())
  })

  it.each([
    ['place: ["lvviv"]', ['filter', 'place', 0], 'lviv'],
    ['participant: ["daily", "borlannd"]', ['filter', 'participant', 1], 'borland'],
  ])('are refused of what is not there: { %s }', (filter, argument, nearest) => {
    const refusal = world.refusal(`{ events(filter: { ${filter} }) { totalCount } }`)
    expect(refusal.argument).toEqual(argument)
    expect((refusal as NotFoundError).nearest).toContain(nearest)
  })
})
