import { describe, expect, it } from 'vitest'
import { NearestClaims } from '../src/model/claim/nearest-store.ts'
import { atOnce } from '../src/sql/engine.ts'
import { type Answer, dispute, seed, worlds } from './graph-fixture.ts'
import { propose, said } from './review-fixture.ts'

const { of, empty } = worlds()
const world = of(seed)
const document = `query ($text: String!, $types: [NodeType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    searchedFor searchedForAny totalCount
    nodes { snippet node { __typename id } }
    pageInfo { hasNextPage endCursor }
  }
}`
const search = (text: string, more = {}): Answer => world.ask(document, { text, ...more }).search

describe('a slip leads to what is spelled nearest, said as such', () => {
  it.each([
    ['belgrod', 'belgorod'],
    ['Belgrood', 'belgorod'],
    ['blegorod', 'belgorod'],
    ['elgorod', 'belgorod'],
    ['velgorod', 'belgorod'],
    ['bbelgorod', 'belgorod'],
    ['bekgorod', 'belgorod'],
    ['belgorodd', 'belgorod'],
    ['ukrane', 'ukraine'],
    ['urkaine', 'ukraine'],
    ['rusia', 'russia'],
    ['Matthw', 'matthew'],
    ['wepons', 'weapons'],
    ['goverment', 'government'],
    ['Bélgrod', 'belgorod'],
    ['Белгорд', 'белгород'],
    ['Білгород', 'белгород'],
    ['belgrod raid', 'belgorod raid'],
    ['riad', 'raid'],
    ['belgrod -raid', 'belgorod -raid'],
    ['belgro*', 'belgorod'],
  ])('%s: %s', (text, nearest) => {
    const { searchedFor, searchedForAny, nodes, totalCount } = search(text)
    expect({ searchedFor, searchedForAny }).toEqual({ searchedFor: nearest, searchedForAny: false })
    expect(nodes.length).toBeGreaterThan(0)
    expect(search(searchedFor)).toMatchObject({ searchedFor: null, totalCount, nodes })
  })

  it.each(['Bakhm', 'incursi', 'Suspil'])(
    'a word that is not finished leads to those that begin with it: %s',
    (text) => {
      const { nodes, totalCount } = search(`${text}*`)
      expect(totalCount).toBeGreaterThan(0)
      expect(search(text)).toMatchObject({ searchedFor: `${text}*`, totalCount, nodes })
    },
  )
})

describe('a question leads to what has its words', () => {
  it.each([
    ['who claimed the raid on Belgorod', 'claimed raid Belgorod'],
    ['Who is Matthew Miller?', 'Matthew Miller'],
    ['What is the Free Russia Legion?', 'Free Russia Legion'],
    ['which weapons did the United States supply', 'weapons United States supply'],
    ['How many were killed?', 'killed'],
    ['where is Bakhmut', 'Bakhmut'],
    ['tell me about the Kremlin', 'Kremlin'],
  ])('%s: %s', (text, words) => {
    const { searchedFor, nodes } = search(text)
    expect(searchedFor).toBe(words)
    expect(nodes.length).toBeGreaterThan(0)
  })

  it('where nothing has all of them, to what has any, said as such', () => {
    const { searchedFor, searchedForAny, totalCount } = search('Did Miller sell the FSB any zeppelins?')
    expect({ searchedFor, searchedForAny }).toEqual({ searchedFor: 'Miller FSB', searchedForAny: true })
    expect(totalCount).toBe(search('Miller').totalCount + search('FSB').totalCount)
  })

  it('and page by page to the last', () => {
    const all = search('xyzzyqwert belgorod', { first: 100 })
    expect(all).toMatchObject({ searchedFor: 'belgorod', searchedForAny: false })
    const walked: Answer[] = []
    for (let after: string | null = null; ; ) {
      const page: Answer = search('xyzzyqwert belgorod', { first: 4, after })
      expect(page).toMatchObject({ searchedFor: 'belgorod', totalCount: all.totalCount })
      walked.push(...page.nodes)
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(walked).toEqual(all.nodes)
  })
})

describe('what is found as it was asked for is not searched for otherwise', () => {
  it.each(['belgorod', 'raid', 'the', 'weapon', 'russia*', '"the border"', 'raid -bakhmut'])('%s', (text) => {
    expect(search(text)).toMatchObject({ searchedFor: null, searchedForAny: false })
    expect(search(text).totalCount).toBeGreaterThan(0)
  })

  it('nor once all of it has been seen', () => {
    const { endCursor } = search('belgorod', { first: 100 }).pageInfo
    expect(search('belgorod', { after: endCursor })).toMatchObject({ searchedFor: null, nodes: [] })
  })
})

describe('an unknown word stays an honest nothing', () => {
  it.each([
    'xyzzyqwert',
    'zeppelin',
    'zzz*',
    'qqq',
    'xyzzyqwert zeppelin',
    'the zeppelin',
    '"belgrod"',
    '"raid the on"',
    '-belgorod',
    '2031',
    '月球',
    'لاشيءهنا',
    '',
  ])('%s', (text) => {
    expect(search(text)).toMatchObject({ searchedFor: null, searchedForAny: false, totalCount: 0, nodes: [] })
  })

  it('and what is of other kinds only is not found among these', () => {
    expect(search('Miller', { types: ['PLACE'] })).toMatchObject({ searchedFor: null, totalCount: 0 })
    expect(search('Millre', { types: ['PLACE'] })).toMatchObject({ searchedFor: null, totalCount: 0 })
    expect(search('Millre', { types: ['ACTOR'] })).toMatchObject({ searchedFor: 'miller' })
  })
})

describe('the nearest', () => {
  it('of several is what stands in most texts', () => {
    const world = empty()
    world.write(({ claims }) => {
      for (const [index, text] of ['A barge', 'Two barges', 'A barbe', 'One barge'].entries())
        claims.put({ slug: `claim-${index}`, text, kind: 'OTHER' })
    })
    const ask = (text: string): Answer => world.ask(document, { text }).search
    expect(ask('barze')).toMatchObject({ searchedFor: 'barge', totalCount: 3 })
  })

  it('of a name without spaces is what has parts of it', () => {
    const world = empty()
    world.write(({ actors }) => {
      actors.put({ slug: 'mfa', name: '中华人民共和国外交部', type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' })
      actors.put({ slug: 'other', name: '日本国防衛省', type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' })
    })
    const { nodes, searchedForAny } = world.ask(document, { text: '中国外交部' }).search
    expect(searchedForAny).toBe(true)
    expect(nodes[0].snippet).toContain('外交部')
    expect(nodes).toHaveLength(1)
  })

  it('is looked for by a few statements, however long the question', () => {
    const statements = (text: string): number => {
      let count = 0
      world.graph.engine.onStatement = () => void count++
      search(text)
      world.graph.engine.onStatement = null
      return count
    }
    const long = Array.from({ length: 150 }, (_, index) => `word${index}x`).join(' ')
    expect(statements(long)).toBeLessThan(50)
  })
})

describe('a slip leads to no word that only proposals have', () => {
  const proposing = of(dispute)
  proposing.write((writers) => {
    propose(proposing, writers)
    // Nearer to the slip than the word that is accepted.
    writers.statements.put(said(proposing, { text: 'A bridhe was painted.' }))
    writers.statements.put(said(proposing, { text: 'A bridgf was painted.', review: 'REJECTED' }))
    writers.statements.put(said(proposing, { text: 'A bridge stood there.', review: 'ACCEPTED' }))
  })
  const suggested = (text: string, review?: string[]): string | null =>
    proposing.ask(
      'query ($text: String!, $review: [ReviewState!]) { search(text: $text, review: $review) { searchedFor } }',
      { text, review },
    ).search.searchedFor

  it.each([
    ['zeppelon', null, 'zeppelin'],
    ['zepelin', null, 'zeppelin'],
    ['zeppelni', null, 'zeppelin'],
    ['Zeppelinn', null, 'zeppelin'],
    ['zepp', null, 'zepp*'],
  ])('%s leads to %s, and to %s where what is proposed is asked for', (text, usual, proposed) => {
    expect(suggested(text)).toBe(usual)
    expect(suggested(text, ['ACCEPTED'])).toBe(usual)
    expect(suggested(text, ['PROPOSED'])).toBe(proposed)
    expect(suggested(text, ['ACCEPTED', 'PROPOSED'])).toBe(proposed)
  })

  it.each([
    ['bridhge', ['ACCEPTED'], 'bridge'],
    ['bridhr', ['PROPOSED'], 'bridhe'],
    ['bridgg', ['ACCEPTED'], 'bridge'],
    ['bridgg', ['REJECTED'], 'bridgf'],
  ])('%s leads to the nearest word that is %s: %s', (text, review, nearest) => {
    expect(suggested(text, review)).toBe(nearest)
  })
})

describe('the claims that hold some words', () => {
  const claims = empty()
  claims.write((writers) => {
    const texts = [
      'Weapons were supplied.',
      'The attackers fled.',
      'Łódź was bombed.',
      'Nothing else happened.',
      'More weapons were bombed.',
    ]
    for (const [index, text] of texts.entries())
      writers.claims.put({ slug: `claim-${index}`, text, kind: 'OTHER' })
  })
  const nearest = new NearestClaims(claims.writer)
  const holding = (words: string[][], limit = 10) =>
    atOnce(nearest.byIds(atOnce(nearest.holding(words, limit)))).map(({ text }) => text.split(' ')[0] ?? '')

  it.each([
    [[['weapon']], ['Weapons', 'More']],
    [[['weapons']], ['Weapons', 'More']],
    [[['suppli']], ['Weapons']],
    [[['lodz']], ['Łódź']],
    [[['bomb'], ['weapon']], ['More']],
    [[['suppli', 'fled']], ['Weapons', 'The']],
    [[['zeppelin']], []],
    [[], []],
  ])('are found by their stems and without marks, by all of several: %j', (words, found) => {
    expect(holding(words).sort()).toEqual([...found].sort())
  })

  it('are the latest of them, so many as are asked for', () => {
    expect(holding([['weapon']], 1)).toEqual(['More'])
  })
})
