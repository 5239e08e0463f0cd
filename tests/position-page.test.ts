import { describe, expect, it } from 'vitest'
import { type Answer, dispute, upTo, worlds } from './graph-fixture.ts'
import { fill, putStatement } from './synthetic.ts'

const { of, empty } = worlds()
const small = of(dispute)
const synthetic = empty()
/** Twelve claims, and one of them that everybody speaks to. */
const made = fill(synthetic, 12)
synthetic.write((writers) => {
  for (const index of upTo(60))
    putStatement(writers, 1000 + index, { ...made, claims: made.claims.slice(0, 1) })
})

const fields = 'stance certainty actor { slug } statement { saidAt source { publishedAt } } claim { slug }'
const page = (args: string, world = synthetic, claim = 'claim-0'): Answer =>
  world.ask(`{ claim(id: "${claim}") { positionPage(${args}) {
    totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor hasPreviousPage } } } }`).claim
    .positionPage
const all = (args = ''): Answer[] =>
  synthetic.ask(`{ claim(id: "claim-0") { positions${args} { ${fields} } } }`).claim.positions
const bySlug = (positions: readonly Answer[]) =>
  [...positions].sort((a, b) => (a.actor.slug < b.actor.slug ? -1 : 1))

function walk(args: string, size: number, way: 'first' | 'last' = 'first'): Answer[] {
  const [cursor, more, bound] =
    way === 'first' ? ['endCursor', 'hasNextPage', 'after'] : ['startCursor', 'hasPreviousPage', 'before']
  const found: Answer[][] = []
  let at: string | null = null
  do {
    const { nodes, pageInfo }: Answer = synthetic.ask(`{ claim(id: "claim-0") { positionPage(
      ${args} ${way}: ${size} ${at ? `${bound}: "${at}"` : ''}) { nodes { ${fields} } pageInfo { ${more} ${cursor} } } } }`)
      .claim.positionPage
    found.push(nodes)
    at = pageInfo[more] ? pageInfo[cursor] : null
  } while (at)
  return way === 'first' ? found.flat() : found.reverse().flat()
}

describe.each([
  ['now', ''],
  ['as of a day', 'asOf: "2022-09-01"'],
])('the positions on a claim in pages, %s', (_, time) => {
  const args = time && `(${time})`

  it('are the positions on it', () => {
    const whole = all(args)
    expect(whole.length).toBeGreaterThan(8)
    expect(bySlug(page(`first: 500 ${time}`).nodes)).toEqual(bySlug(whole))
    expect(page(`first: 0 ${time}`).totalCount).toBe(whole.length)
  })

  it('come once each, whatever the size of a page, and whichever way they are walked', () => {
    const whole = page(`first: 500 ${time}`).nodes
    for (const size of [1, 2, 5]) {
      expect(walk(time, size)).toEqual(whole)
      expect(walk(time, size, 'last')).toEqual(whole)
    }
  })

  it('are on three sides, each position on one', () => {
    const sides = ['AFFIRMS', 'DOUBTS', 'DENIES'].map((side) => page(`first: 500 side: [${side}] ${time}`))
    expect(sides.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(all(args).length)
    expect(bySlug(sides.flatMap(({ nodes }) => nodes))).toEqual(bySlug(all(args)))
  })

  it('are kept by stance', () => {
    for (const stance of ['AFFIRMS', 'DENIES', 'UNCOMMITTED'])
      expect(bySlug(page(`first: 500 stance: [${stance}] ${time}`).nodes)).toEqual(
        bySlug(all(args).filter((position) => position.stance === stance)),
      )
  })
})

describe('a page of positions', () => {
  it('has first what was taken last, and last what has no date', () => {
    const days = page('first: 500').nodes.map(
      ({ statement: { saidAt, source } }: Answer) =>
        [saidAt, source.publishedAt].filter(Boolean).sort().at(0) ?? null,
    )
    const dated = days.filter((day: string | null) => day !== null)
    expect(dated).toEqual([...dated].sort().reverse())
    expect(days.slice(dated.length).every((day: string | null) => day === null)).toBe(true)
  })

  it('counts whoever denies without being certain among those who doubt', () => {
    const names = (side: string) =>
      page(`side: [${side}]`, small, 'ten-killed').nodes.map(({ actor }: Answer) => actor.slug)
    expect([names('AFFIRMS'), names('DOUBTS'), names('DENIES')]).toEqual([['borland'], ['arland'], []])
  })
})

describe('what a position was before', () => {
  const changes = (args: string) =>
    small.ask(`{ claim(id: "ten-killed") { positions${args} { actor { slug } previous { slug stance } } } }`)
      .claim.positions

  it('is the latest statement that took another stance', () => {
    expect(changes('')).toEqual(
      expect.arrayContaining([
        { actor: { slug: 'arland' }, previous: { slug: 'anna-ten', stance: 'AFFIRMS' } },
        { actor: { slug: 'borland' }, previous: null },
      ]),
    )
  })

  it('is nothing as long as it has not changed', () => {
    expect(changes('(asOf: "2022-05-31")')).toEqual([{ actor: { slug: 'arland' }, previous: null }])
  })
})

describe('the days on which something about a claim became known', () => {
  const days = (args = ''): string[] =>
    synthetic.ask(`{ claim(id: "claim-0") { knownOn${args} } }`).claim.knownOn

  it('are those on which its positions may change', () => {
    const [first = '', ...others] = days()
    expect([first, ...others]).toEqual([...new Set([first, ...others])].sort())
    const at = (day: string) => all(`(asOf: "${day}")`).length
    expect(at(new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10))).toBe(0)
    expect(at(first)).toBeGreaterThan(0)
  })

  it('are spread from the first to the last where they are too many', () => {
    const whole = days()
    expect(whole.length).toBeGreaterThan(10)
    const few = days('(first: 5)')
    expect(few).toHaveLength(5)
    expect([few.at(0), few.at(-1)]).toEqual([whole.at(0), whole.at(-1)])
    expect(whole).toEqual(expect.arrayContaining(few))
    expect(days('(first: 0)')).toEqual([])
  })
})
