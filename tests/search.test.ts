import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../src/values/errors.ts'
import { type Answer, dispute, seed, worlds } from './graph-fixture.ts'

const { of } = worlds()
const world = of(dispute)
const document =
  'query ($text: String!, $types: [NodeType!], $first: Int, $after: String) { search(text: $text, types: $types, first: $first, after: $after) { totalCount edges { cursor } nodes { snippet node { __typename id ... on Entity { slug } ... on Claim { slug } ... on Source { slug } ... on Statement { said: slug } } } pageInfo { hasNextPage } } }'
const search = (text: string, more = {}): Answer => world.ask(document, { text, ...more }).search
const found = (text: string, more = {}): string[] =>
  search(text, more).nodes.map(({ node }: Answer) => node.slug ?? node.said)

describe('a search', () => {
  it('is over names, claims, statements and sources; a match in a name comes first', () => {
    const { nodes, totalCount } = search('riders')
    expect(nodes[0].node.slug).toBe('riders')
    expect(new Set(nodes.map(({ node }: Answer) => node.__typename))).toEqual(
      new Set(['ArmedGroup', 'Claim', 'Source', 'Statement']),
    )
    expect(totalCount).toBe(nodes.length)
  })

  it('marks the matching words', () => {
    for (const { snippet } of search('riders').nodes) expect(snippet).toMatch(/\*\*riders\*\*/i)
    expect(search('did it').nodes[0].snippet).toMatch(/\*\*did/i)
  })

  it.each([
    ['muller', 'anna-muller'],
    ['MÜLLER', 'anna-muller'],
    ['мюллер', 'anna-muller'],
    ['Високогір’я', 'highland'],
    ['львів', 'lviv'],
    ['lwow', 'lviv'],
    ['emile', 'herald'],
    ['cafe', 'daily-reports'],
    ['café', 'daily-reports'],
    ['зелёный', 'daily'],
    ['ЗЕЛЕНЫЙ', 'daily'],
    ['листок', 'daily'],
    ['Зелёный'.normalize('NFD'), 'daily'],
  ])('folds case and diacritics: %s', (text, slug) => {
    expect(found(text)[0]).toBe(slug)
  })

  it('finds an entity once, by whichever of its names matches', () => {
    expect(found('мюллер')).toEqual(['anna-muller'])
    expect(search('мюллер').totalCount).toBe(1)
    expect(search('the').totalCount).toBe(found('the', { first: 500 }).length)
  })

  it.each([
    ['ten killed', ['leaflet-ten', 'anna-ten', 'ten-killed', 'daily-may']],
    ['killed ten', ['leaflet-ten', 'anna-ten', 'ten-killed', 'daily-may']],
    ['"ten killed"', ['leaflet-ten']],
    ['"killed ten"', []],
    ['kill* -were', ['leaflet-ten', 'anna-ten']],
    ['ten -killed', ['anna-not-ten']],
    ['ten -"more have"  -fewer -were', ['leaflet-ten']],
    ['-ten', []],
    ['zzz*', []],
    ['', []],
    ['   ', []],
    ['"', []],
    ['* - ( ) ^', []],
  ])('%s', (text, slugs) => {
    expect(found(text).sort()).toEqual([...slugs].sort())
  })

  it('is within kinds of nodes', () => {
    const kinds = (types: string[]) =>
      search('riders', { types }).nodes.map(({ node }: Answer) => node.__typename)
    expect(kinds(['ACTOR'])).toEqual(['ArmedGroup'])
    expect(new Set(kinds(['CLAIM', 'SOURCE']))).toEqual(new Set(['Claim', 'Source']))
    expect(kinds(['PLACE'])).toEqual([])
    expect(search('riders', { types: [] })).toMatchObject({ totalCount: 0, nodes: [] })
    expect(search('riders', { types: ['ACTOR', 'STATEMENT'] }).totalCount).toBe(
      search('riders', { types: ['ACTOR'] }).totalCount +
        search('riders', { types: ['STATEMENT'] }).totalCount,
    )
  })

  it('finds no proposals', () => {
    expect(search('zeppelin')).toMatchObject({ totalCount: 0, nodes: [] })
  })

  it('goes on behind a cursor', () => {
    const whole = found('riders')
    const walked: string[] = []
    let after: string | null = null
    for (;;) {
      const page = search('riders', { first: 2, after })
      walked.push(...page.nodes.map(({ node }: Answer) => node.slug ?? node.said))
      if (!page.pageInfo.hasNextPage) break
      after = page.edges.at(-1).cursor
    }
    expect(walked).toEqual(whole)
  })

  it.each([
    [{ first: -1 }, 'first'],
    [{ first: 501 }, 'first'],
    [{ after: 'rubbish' }, 'after'],
    [{ after: Buffer.from('["SAID",1,1]').toString('base64url') }, 'after'],
  ])('refuses %o', (args, argument) => {
    expect(world.refusal(document, { text: 'ten', ...args }).argument).toEqual([argument])
  })
})

describe('no text whatsoever', () => {
  const belgorod = of(seed)
  const syntax = fc.constantFrom(
    '"',
    '*',
    '-',
    '(',
    ')',
    ':',
    '^',
    '+',
    '{',
    '}',
    ' AND ',
    ' OR ',
    ' NOT ',
    ' NEAR(',
    ' ',
    '\0',
    'text:',
    '́',
    '\ud800',
    '’',
    'a',
    'Бел',
    '٣',
    '漢',
    '\u{1f600}',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(syntax, { maxLength: 40 }).map((parts) => parts.join('')),
    fc
      .array(fc.constantFrom('russia', '-raid', 'атака*', '"the border"', '-"of the"'), { maxLength: 400 })
      .map((words) => words.join(' ')),
  )
  const everywhere = `query ($text: String!) {
    search(text: $text, first: 3) { totalCount nodes { snippet node { id } } }
    statements(filter: { text: $text, not: { text: $text } }, first: 1) { totalCount nodes { id } }
    claims(filter: { text: $text }, first: 1) { totalCount }
    sources(filter: { text: $text }, first: 1) { totalCount }
    actors(filter: { name: $text }, first: 1) { totalCount }
    places(filter: { name: $text }, first: 1) { totalCount }
    events(filter: { name: $text }, first: 1) { totalCount }
    facets(filter: { text: $text }, by: [SPEAKER]) { count }
    matrix(filter: { text: $text }) { statements }
    agreements(filter: { text: $text }) { agree }
  }`

  it('is an error, anywhere', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { search } = belgorod.ask(everywhere, { text: given })
        expect(search.totalCount).toBeGreaterThanOrEqual(search.nodes.length)
      }),
      {
        numRuns: 200,
        examples: [[`x${' -a'.repeat(330)}`], ['a '.repeat(600)], ['"'], ['"a'], ['-"'], ['a*b*']],
      },
    )
  }, 60_000)

  it('as a reference or a cursor is more than a mistake of the caller', () => {
    const document =
      'query ($it: ID!, $cursor: String) { statements(filter: { about: [$it] }, after: $cursor) { totalCount } }'
    fc.assert(
      fc.property(text, text, (it, cursor) => {
        expect(belgorod.refusal(document, { it, cursor })).toBeInstanceOf(UserError)
        const named = belgorod.result('query ($it: ID!) { actor(id: $it) { id } node(id: $it) { id } }', {
          it,
        })
        expect(named.errors).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
