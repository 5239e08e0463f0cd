import { describe, expect, it } from 'vitest'
import type { NotFoundError } from '../src/values/errors.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)
const slugs = (nodes: readonly Answer[]): string[] => nodes.map(({ slug }) => slug)
const one = (slug: string, fields: string): Answer =>
  world.ask(`{ source(id: "${slug}") { ${fields} } }`).source
function kept(filter: string, more = ''): string[] {
  const { sources } = world.ask(`{ sources(filter: { ${filter} } ${more}) { totalCount nodes { slug } } }`)
  expect(sources.totalCount).toBe(sources.nodes.length)
  return slugs(sources.nodes)
}

describe('a source', () => {
  it('is asked for by its id or its slug, and is null by any other', () => {
    expect(one(one('leaflet', 'id').id, 'slug').slug).toBe('leaflet')
    for (const id of ['nothing', 'source_9999', 'daily', ''])
      expect(world.ask('query ($id: ID!) { source(id: $id) { id } }', { id }).source).toBeNull()
  })

  it('has all that is known of where it comes from', () => {
    const fields =
      'title kind publisher { slug } author url archivedUrl language publishedAt retrievedAt reliability'
    expect(one('daily-may', fields)).toEqual({
      title: 'What happened in May',
      kind: 'ARTICLE',
      publisher: { slug: 'daily' },
      author: null,
      url: 'https://daily.example/may',
      archivedUrl: null,
      language: 'en',
      publishedAt: '2022-05-12',
      retrievedAt: '2022-05-13T10:00:00Z',
      reliability: 'B',
    })
    expect(one('leaflet', 'publisher { slug } publishedAt retrievedAt text')).toEqual({
      publisher: null,
      publishedAt: null,
      retrievedAt: null,
      text: null,
    })
  })

  it('has its text, in which the spans of its statements lie', () => {
    const { text, statements } = one(
      'daily-may',
      'text statements { totalCount nodes { span { start end exact } } }',
    )
    expect(statements.totalCount).toBe(7)
    const spans = statements.nodes.map(({ span }: Answer) => span).filter(Boolean)
    expect(spans).toHaveLength(1)
    for (const { start, end, exact } of spans) expect(text.slice(start, end)).toBe(exact)
  })

  it('has statements within a filter, either way round', () => {
    const list = (args: string) =>
      slugs(one('daily-may', `statements(${args}) { nodes { slug } }`).statements.nodes)
    expect(list('filter: { by: ["riders"] }')).toEqual(['riders-claim', 'riders-on-bridge'])
    expect(list('filter: { by: ["riders"] }, orderBy: SAID_DESC')).toEqual([
      'riders-on-bridge',
      'riders-claim',
    ])
    expect(list('last: 1')).toEqual(['riders-on-bridge'])
  })
})

describe('sources', () => {
  it('come in the order of publication, what has no date last, either way', () => {
    expect(kept('')).toEqual(['daily-may', 'herald-june', 'leaflet'])
    expect(kept('', 'orderBy: PUBLISHED_DESC')).toEqual(['herald-june', 'daily-may', 'leaflet'])
  })

  it.each([
    ['publisher: ["daily"]', ['daily-may']],
    ['publisher: ["daily", "herald"]', ['daily-may', 'herald-june']],
    ['kind: [OTHER, BROADCAST]', ['herald-june', 'leaflet']],
    ['published: { from: "2022-06" }', ['herald-june']],
    ['published: { until: "2022-05" }, kind: [ARTICLE]', ['daily-may']],
    ['text: "reversal"', ['herald-june']],
    ['text: "riders"', ['daily-may']],
    ['text: "-riders"', []],
  ])('are filtered: { %s }', (filter, expected) => {
    expect(kept(filter)).toEqual(expected)
  })

  it('are refused of a publisher who is not there', () => {
    const refusal = world.refusal('{ sources(filter: { publisher: ["dail"] }) { totalCount } }')
    expect(refusal.argument).toEqual(['filter', 'publisher', 0])
    expect((refusal as NotFoundError).nearest).toEqual(['daily'])
  })
})
