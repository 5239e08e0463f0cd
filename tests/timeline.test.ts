import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Writers } from '../src/model/writers.ts'
import type { NotFoundError } from '../src/values/errors.ts'
import { isOnPostgres } from './engine.ts'
import { type Answer, dispute, upTo, worlds } from './graph-fixture.ts'

const { of, empty } = worlds()
const world = of(dispute)

const FIRST = Date.UTC(1913, 11, 30)
const instant = fc.integer({ min: FIRST, max: Date.UTC(1914, 7, 2) })
/** Where mistakes by one hide. */
const nearMidnight = fc
  .tuple(fc.nat(210), fc.constantFrom(-1, 0, 1))
  .map(([day, by]) => FIRST + day * 86_400_000 + by)
const stamped = (at: number) => new Date(at).toISOString()
const day = nearMidnight.map((at) => stamped(at).slice(0, 10))
/** Every kind of date, all of them before 1970, where a remainder is negative. */
const date = fc.oneof(
  day,
  fc.constantFrom('1914', '1914-02', '1914-06~', '1913'),
  instant.map(stamped),
  day.map((text) => `../${text}`),
  day.map((text) => `${text}/..`),
  fc.tuple(instant, instant).map((ends) =>
    ends
      .toSorted((a, b) => a - b)
      .map(stamped)
      .join('/'),
  ),
  fc.constant(undefined),
)

/** What was written at once, and then changed: some of it moved, taken back, or not accepted any more. */
const many = empty()
beforeAll(() => {
  const dates = fc.sample(date, { numRuns: 600, seed: 3 })
  const at = (index: number) => dates[index % dates.length]
  const put = (
    { events, statements }: Writers,
    index: number,
    when: string | undefined,
    review: 'ACCEPTED' | 'REJECTED',
  ) => {
    events.put({ slug: `event-${index}`, name: `Event ${index}`, type: 'OTHER', when })
    return statements.put({ slug: `said-${index}`, ...said, text: 'Words.', saidAt: when, review }).id
  }
  const said = many.write(({ actors, sources }) => ({
    speaker: actors.put({ slug: 'anybody', name: 'Anybody', type: 'PERSON' }).id,
    source: sources.put({ slug: 'paper', title: 'Paper', kind: 'OTHER' }).id,
    quoteType: 'DIRECT' as const,
    act: 'STATE' as const,
  }))
  const ids = many.write((writers) => upTo(180).map((index) => put(writers, index, at(index), 'ACCEPTED')))
  many.write((writers) => {
    for (const index of upTo(60))
      put(writers, index, at(index + 300), index % 3 === 0 ? 'REJECTED' : 'ACCEPTED')
    for (const index of upTo(20)) writers.statements.remove(ids[index + 100] as number)
  })
})

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
      'daily-reports',
      'riders-on-bridge',
      'anna-not-ten',
      'truce',
      'talks',
      'leaflet-ten',
    ])
  })

  it.each([
    ['(types: [EVENT])', ['war', 'raid', 'truce', 'talks']],
    ['(types: [STATEMENT], until: "2022-05-10")', ['arland-accuses', 'anna-ten']],
    ['(types: [])', []],
    ['(about: ["lviv"])', ['raid', 'anna-ten', 'riders-on-bridge', 'truce']],
    ['(about: ["war"], types: [EVENT])', ['war', 'raid', 'talks']],
    ['(about: ["riders", "talks"], types: [EVENT])', ['raid', 'talks']],
    ['(about: ["borland"], types: [STATEMENT])', ['arland-accuses', 'ministry-accuses', 'borland-denies']],
    ['(from: "2022-05-10", until: "2022-05-10")', ['war', 'raid', 'arland-accuses', 'anna-ten', 'truce']],
    ['(from: "2022-06")', ['war', 'anna-not-ten', 'truce']],
    ['(until: "2021")', ['truce']],
    ['(about: [])', []],
    ['(filter: { by: ["anna-muller"] })', ['war', 'raid', 'anna-ten', 'anna-not-ten', 'truce', 'talks']],
    [
      '(filter: { onBehalfOf: ["arland"] }, types: [STATEMENT])',
      ['arland-accuses', 'anna-ten', 'ministry-accuses', 'anna-not-ten'],
    ],
    ['(filter: { stance: [DENIES] }, types: [STATEMENT])', ['borland-denies', 'anna-not-ten']],
    ['(filter: { source: ["leaflet"] }, types: [STATEMENT])', ['leaflet-ten']],
    ['(filter: { event: ["raid"], stance: [UNCOMMITTED] }, types: [STATEMENT])', ['riders-on-bridge']],
    ['(filter: { by: ["riders"], about: ["raid"] }, types: [STATEMENT])', ['riders-claim']],
    ['(about: ["borland"], filter: { about: ["raid"] }, types: [STATEMENT])', ['arland-accuses']],
    ['(about: ["raid"], filter: { by: ["anna-muller"] })', ['raid', 'anna-ten', 'anna-not-ten']],
    ['(filter: { by: ["anna-muller"] }, from: "2022-06", types: [STATEMENT])', ['anna-not-ten']],
    ['(about: ["borland"], from: "2022-05-11", types: [STATEMENT])', ['ministry-accuses', 'borland-denies']],
    ['(filter: { review: [PROPOSED] }, types: [STATEMENT])', ['proposed']],
    ['(filter: {}, types: [STATEMENT], until: "2022-05-10")', ['arland-accuses', 'anna-ten']],
    ['(from: "../..", types: [EVENT])', ['war', 'raid', 'truce']],
    ['(from: "../..", about: ["lviv"])', ['raid', 'anna-ten', 'riders-on-bridge', 'truce']],
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
    ['filter: { by: ["anna-muller", "nobody-at-all"] }', ['filter', 'by', 1]],
  ])('refuses %s', (args, argument) => {
    expect(world.refusal(`{ timeline(${args}) { totalCount } }`).argument).toEqual(argument)
  })

  it('names what comes nearest to what it is asked about', () => {
    const refusal = world.refusal('{ timeline(about: ["liviv"]) { totalCount } }')
    expect((refusal as NotFoundError).nearest).toEqual(['lviv'])
  })
})

describe('the timeline by stretches', () => {
  const stretches = (edges: readonly string[], args = '', fields = 'events statements'): Answer[] =>
    world.ask(`query ($edges: [EDTF!]!) { timelineHistogram(edges: $edges${args}) { ${fields} } }`, { edges })
      .timelineHistogram
  const counts = (edges: readonly string[], args = '') =>
    stretches(edges, args).map(({ events, statements }) => [events, statements])

  it('counts each entry where it may have begun, and in the first what began before', () => {
    // The truce has no beginning, and the war no end.
    expect(counts(['2022', '2022-05', '2022-05-11', '2022-06', '2023'])).toEqual([
      [2, 0],
      [1, 2],
      [0, 5],
      [0, 1],
    ])
    expect(counts(['2022-05-10T12:00:00Z', '2022-05-11T12:00:00Z', '2022-06'])).toEqual([
      [3, 4],
      [0, 4],
    ])
    expect(counts(['2030', '2031'])).toEqual([[1, 0]])
  })

  it('says from where to where, and counts what lies on the last edge', () => {
    expect(stretches(['2022', '2022-05-10', '2022-05-11'], '', 'from until statements')).toEqual([
      { from: '2022-01-01T00:00:00Z', until: '2022-05-10T00:00:00Z', statements: 0 },
      { from: '2022-05-10T00:00:00Z', until: '2022-05-11T00:00:00Z', statements: 4 },
    ])
  })

  it.each([
    [
      ', types: [EVENT]',
      [
        [3, 0],
        [0, 0],
      ],
    ],
    [
      ', types: []',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      ', filter: { stance: [DENIES] }',
      [
        [3, 1],
        [0, 1],
      ],
    ],
    [
      ', about: ["borland"]',
      [
        [1, 3],
        [0, 0],
      ],
    ],
    [
      ', about: ["raid"], filter: { by: ["anna-muller"] }, types: [STATEMENT]',
      [
        [0, 1],
        [0, 1],
      ],
    ],
    [
      ', filter: { review: [PROPOSED] }, about: ["arland"], types: [STATEMENT]',
      [
        [0, 1],
        [0, 0],
      ],
    ],
  ])('keeps what the timeline keeps%s', (args, expected) => {
    expect(counts(['2022-05-01', '2022-05-20', '2024'], args)).toEqual(expected)
  })

  it.each([
    ['[]', ['edges'], 'edges has 0; it must have from 2 to 501.'],
    ['["2022"]', ['edges'], 'edges has 1; it must have from 2 to 501.'],
    [JSON.stringify(Array.from({ length: 502 }, (_, year) => `${1000 + year}`)), ['edges'], 'edges has 502;'],
    [
      '["2022", "2022-01-01", "2023"]',
      ['edges', 1],
      'edges[1] is 2022-01-01, which does not begin after 2022',
    ],
    ['["2020", "2022", "2021"]', ['edges', 2], 'edges[2] is 2021, which does not begin after 2022'],
    ['["2020", "../2022"]', ['edges', 1], 'edges[1] is ../2022, which has no beginning.'],
  ])('refuses the edges %s', (edges, argument, message) => {
    const refusal = world.refusal(`{ timelineHistogram(edges: ${edges}) { events } }`)
    expect(refusal.argument).toEqual(argument)
    expect(refusal.message).toContain(message)
  })

  it('takes as many stretches as it says', () => {
    const edges = Array.from({ length: 501 }, (_, year) => `${1600 + year}`)
    expect(counts(edges)).toHaveLength(500)
  })

  /** By reading all of the line. */
  const expected = (all: readonly Answer[], edges: readonly number[]) =>
    edges.slice(1).map((until, index) => {
      const [from, isLast] = [edges[index] as number, index + 2 === edges.length]
      const here = all.filter(({ earliest, latest }) => {
        if (latest !== null && Date.parse(latest) < (edges[0] as number)) return false
        const begun = Math.max(
          earliest === null ? Number.NEGATIVE_INFINITY : Date.parse(earliest),
          edges[0] as number,
        )
        return begun >= from && (begun < until || (isLast && begun === until))
      })
      const events = here.filter(({ node }) => node.__typename === 'Event').length
      return [events, here.length - events]
    })

  it('adds up to the timeline of the same time, wherever the edges lie and whatever was written', () => {
    const all = many.ask('{ timeline(first: 500) { nodes { earliest latest node { __typename } } } }')
      .timeline.nodes
    const datedOnes = all.filter(({ earliest, latest }: Answer) => earliest !== null || latest !== null)
    expect(datedOnes.length).toBeGreaterThan(100)
    const ask = (edges: readonly string[], args: string) =>
      many
        .ask(`query ($edges: [EDTF!]!) { timelineHistogram(edges: $edges${args}) { events statements } }`, {
          edges,
        })
        .timelineHistogram.map(({ events, statements }: Answer) => [events, statements])
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(instant, nearMidnight), { minLength: 2, maxLength: 9 }),
        (instants) => {
          const edges = instants.toSorted((a, b) => a - b)
          const texts = edges.map((edge) => new Date(edge).toISOString())
          const counted = ask(texts, '')
          expect(counted).toEqual(expected(datedOnes, edges))
          // Which leaves nothing out, but is no longer known without counting.
          const statements = ask(texts, ', filter: { not: { by: [] } }, types: [STATEMENT]')
          expect(statements).toEqual(counted.map(([, said]: number[]) => [0, said]))
          const { timeline } = many.ask(
            'query ($from: EDTF, $until: EDTF) { timeline(from: $from, until: $until, first: 500) { totalCount nodes { when } } }',
            {
              from: texts[0],
              until: texts.at(-1),
            },
          )
          expect(timeline.totalCount).toBe(timeline.nodes.length)
          expect(timeline.totalCount).toBe(
            counted.flat().reduce((sum: number, count: number) => sum + count, 0),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it.skipIf(isOnPostgres)('looks at the clock for every row that it counts, where no server does', () => {
    const { engine } = many.graph
    const step = vi.spyOn(engine, 'step')
    for (const args of [
      'edges: ["2022-03-01T12:00:00Z", "2022-03-01T13:00:00Z"]',
      'edges: ["2000", "2030"], filter: { not: { by: [] } }',
    ]) {
      step.mockClear()
      const [{ events, statements }] = many.ask(
        `{ timelineHistogram(${args}) { events statements } }`,
      ).timelineHistogram
      expect(step.mock.calls.length).toBeGreaterThan(0)
      expect(step.mock.calls.length).toBeGreaterThanOrEqual(args.includes('filter') ? statements : 1)
      expect(events + statements).toBeGreaterThan(0)
    }
    step.mockRestore()
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
