import { describe, expect, it } from 'vitest'
import { type Answer, seed, worlds } from './graph-fixture.ts'

const { of, empty } = worlds()

/** When each source appeared; nothing where that is not known. */
const published = {
  day: '2023-05-24',
  about: '2023-05-24~',
  night: '2023-05-23T23:30-01:00',
  days: '2023-05-22/2023-05-24',
  month: '2023-05',
  year: '2023',
  season: '2023-22',
  until: '../2023-05-24',
  since: '2023-05-24/..',
  antiquity: '-0043-03-15',
  future: 'Y20000',
  never: undefined,
} as const
type Source = keyof typeof published

const world = empty()
world.write((writers) => {
  const speaker = writers.actors.put({ slug: 'anybody', name: 'Anybody', type: 'PERSON' }).id
  for (const [slug, publishedAt] of Object.entries(published)) {
    const source = writers.sources.put({ slug, title: slug, kind: 'OTHER', publishedAt }).id
    const said = { source, speaker, text: 'Words.', quoteType: 'DIRECT', act: 'STATE' } as const
    writers.statements.put({ ...said, slug: `in-${slug}` })
    if (slug === 'day') {
      writers.statements.put({ ...said, slug: 'said-that-day', saidAt: '2023-05-24' })
      writers.statements.put({ ...said, slug: 'said-before', saidAt: '2023-05-22' })
      writers.statements.put({ ...said, slug: 'said-of-unknown-ends', saidAt: '../..' })
    }
  }
})

const slugs = (rows: Answer[]): string[] => rows.map((row) => row.slug ?? row.node.slug)
const inOrder = (orderBy: string): string[] =>
  slugs(world.ask(`{ statements(orderBy: ${orderBy}, first: 100) { nodes { slug } } }`).statements.nodes)
const entries = (args = 'first: 100'): Answer[] =>
  world.ask(
    `{ timeline(${args}) { totalCount nodes { when earliest latest node { ... on Statement { slug saidAt } } } } }`,
  ).timeline.nodes
const entryOf = (source: Source): Answer => entries().find(({ node }) => node.slug === `in-${source}`)
const within = (from: string, until: string) =>
  slugs(entries(`from: "${from}", until: "${until}"`)).toSorted()

describe('what was said on a day not known', () => {
  it.each([
    ['day', '../2023-05-24', '2023-05-24T23:59:59.999Z'],
    ['about', '../2023-05-24~', '2023-05-24T23:59:59.999Z'],
    ['night', '../2023-05-23T23:30-01:00', '2023-05-24T00:30:00Z'],
    ['days', '../2023-05-24', '2023-05-24T23:59:59.999Z'],
    ['month', '../2023-05', '2023-05-31T23:59:59.999Z'],
    ['year', '../2023', '2023-12-31T23:59:59.999Z'],
    ['season', '../2023-22', '2023-06-30T23:59:59.999Z'],
    ['until', '../2023-05-24', '2023-05-24T23:59:59.999Z'],
    ['antiquity', '../-0043-03-15', '-000043-03-15T23:59:59.999Z'],
    ['future', '../Y20000', '+020000-12-31T23:59:59.999Z'],
    ['since', null, null],
    ['never', null, null],
  ] as const)('in a source of %s was said by then', (source, when, latest) => {
    const { node, ...dates } = entryOf(source)
    expect(dates).toEqual({ when, earliest: null, latest })
    expect(node.saidAt).toBeNull()
  })

  it('and with a date that has neither end, was said by then too', () => {
    const entry = entries().find(({ node }) => node.slug === 'said-of-unknown-ends')
    expect(entry).toEqual({
      ...{ when: '../2023-05-24', earliest: null, latest: '2023-05-24T23:59:59.999Z' },
      node: { slug: 'said-of-unknown-ends', saidAt: '../..' },
    })
  })

  it('stands where its source appeared, in every order, and last where that is not known', () => {
    const expected = [
      'in-antiquity',
      'said-before',
      'said-that-day',
      'in-night',
      ...['in-day', 'said-of-unknown-ends', 'in-about', 'in-days', 'in-until'],
      ...['in-month', 'in-season', 'in-year', 'in-future'],
      ...['in-since', 'in-never'],
    ]
    expect(inOrder('SAID')).toEqual(expected)
    expect(slugs(entries())).toEqual(expected)
    const [dated, undated] = [expected.slice(0, -2), expected.slice(-2)]
    expect(inOrder('SAID_DESC').slice(0, dated.length)).toEqual(dated.toReversed())
    expect(inOrder('SAID_DESC').slice(dated.length).toSorted()).toEqual(undated.toSorted())
  })

  it('is in a stretch of time that holds the end of that day, and in no earlier one', () => {
    const may24 = ['in-about', 'in-day', 'in-days', 'in-night', 'in-until', 'said-of-unknown-ends']
    expect(within('2023-05-24', '2023-05-24')).toEqual([...may24, 'said-that-day'].toSorted())
    expect(within('2023-05-22', '2023-05-24')).toEqual([...may24, 'said-that-day', 'said-before'].toSorted())
    expect(within('2023-05-01', '2023-05-23')).toEqual(['said-before'])
    expect(within('2000', '2022')).toEqual([])
    expect(within('-0100', '2022')).toEqual(['in-antiquity'])
    expect(within('2023-05-25', '2023-12-31')).toEqual(['in-month', 'in-season', 'in-year'])
    expect(within('Y15000', 'Y25000')).toEqual(['in-future'])
  })

  it('is counted where it is listed', () => {
    const edges = [
      '-0100',
      '0000',
      '2023-05-22',
      '2023-05-23',
      '2023-05-24',
      '2023-05-25',
      '2024',
      'Y15000',
      'Y25000',
    ]
    for (const filter of ['', ', filter: { not: { by: [] } }', ', filter: { by: ["anybody"] }']) {
      const bins = world.ask(
        `query ($edges: [EDTF!]!) { timelineHistogram(edges: $edges${filter}) { statements } }`,
        { edges },
      ).timelineHistogram
      expect(bins.map(({ statements }: Answer) => statements)).toEqual([1, 0, 1, 0, 7, 3, 0, 1])
    }
    const { timeline } = world.ask('{ timeline(from: "-0100", until: "Y25000") { totalCount } }')
    expect(timeline.totalCount).toBe(13)
  })

  it('is found by that time, and of its month where its source is', () => {
    const found = (said: string) =>
      slugs(
        world.ask(`{ statements(filter: { said: ${said} }) { nodes { slug } } }`).statements.nodes,
      ).toSorted()
    expect(found('{ from: "2023-05-22", until: "2023-05-24" }')).toEqual(within('2023-05-22', '2023-05-24'))
    expect(found('{ until: "1000" }')).toEqual(['in-antiquity'])
    const { facets } = world.ask('{ facets(by: [MONTH]) { value count } }')
    expect(facets).toEqual([
      // The eight of May: said-before and said-that-day, and those of sources that appeared within it.
      { value: '2023-05', count: 8 },
      { value: '-0043-03', count: 1 },
    ])
    expect(found('{ from: "2023-05", until: "2023-05" }')).toHaveLength(9)
  })

  it('is walked through page by page', () => {
    const walked: string[] = []
    let after: string | null = null
    do {
      const { timeline }: Answer = world.ask(
        'query ($after: String) { timeline(first: 2, after: $after) { nodes { node { ... on Statement { slug } } } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
      walked.push(...slugs(timeline.nodes))
      after = timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : null
    } while (after)
    expect(walked).toEqual(slugs(entries()))
  })

  it('follows its source to another day, and to none', () => {
    const moved = empty()
    const put = (publishedAt: string | undefined) =>
      moved.write(
        ({ sources }) => sources.put({ slug: 'paper', title: 'Paper', kind: 'OTHER', publishedAt }).id,
      )
    const source = put(undefined)
    moved.write(({ actors, statements }) => {
      const speaker = actors.put({ slug: 'anybody', name: 'Anybody', type: 'PERSON' }).id
      statements.put({
        ...{ slug: 'said', source, speaker, about: [speaker] },
        ...{ text: 'Words.', quoteType: 'DIRECT', act: 'STATE' },
      })
    })
    const asked = () =>
      moved.ask(`{
        timeline { nodes { when latest } }
        about: timeline(about: ["anybody"], from: "../..") { totalCount }
        facets(by: [MONTH]) { value }
        timelineHistogram(edges: ["2022", "2023", "2024"]) { statements }
      }`)
    const at = (when: string | null, latest: string | null, months: string[], bins: number[]) => ({
      timeline: { nodes: [{ when, latest }] },
      about: { totalCount: when ? 1 : 0 },
      facets: months.map((value) => ({ value })),
      timelineHistogram: bins.map((statements) => ({ statements })),
    })
    expect(asked()).toEqual(at(null, null, [], [0, 0]))
    put('2023-05-24')
    expect(asked()).toEqual(at('../2023-05-24', '2023-05-24T23:59:59.999Z', ['2023-05'], [0, 1]))
    put('2022')
    expect(asked()).toEqual(at('../2022', '2022-12-31T23:59:59.999Z', [], [1, 0]))
    put('2022-12')
    expect(asked()).toEqual(at('../2022-12', '2022-12-31T23:59:59.999Z', ['2022-12'], [1, 0]))
    put(undefined)
    expect(asked()).toEqual(at(null, null, [], [0, 0]))
  })
})

describe('the seed', () => {
  it('has nearly all of what was said in the timeline of the days of the raid', () => {
    const belgorod = of(seed)
    const { statements, timeline } = belgorod.ask(`{
      statements(first: 0) { totalCount }
      timeline(from: "2023-05-22", until: "2023-05-24", types: [STATEMENT], first: 100) {
        totalCount
        nodes { when }
      }
    }`)
    expect(statements.totalCount).toBe(62)
    expect(timeline.totalCount).toBe(62)
    expect(timeline.nodes.filter(({ when }: Answer) => when === '../2023-05-24').length).toBeGreaterThan(40)
  })
})
