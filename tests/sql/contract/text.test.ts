import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { indexedWords, matching, matchSnippet } from '../../../src/sql/dialect.ts'
import { ftsQuery, searchTerms } from '../../../src/text/search-terms.ts'
import { onEachEngine } from './engines.ts'

onEachEngine((opened) => {
  const found = async (search: string, join?: 'OR') => {
    const query = opened().engine.prepare<{ id: number; rank: number }>(
      sql`select id, rank from ${matching('claim_text', 'query')} as found order by rank, id`,
    )
    return query.all({ query: ftsQuery(searchTerms(search), join) })
  }
  const ids = async (search: string, join?: 'OR') => (await found(search, join)).map(({ id }) => id)

  it('finds the texts that match, the best first', async () => {
    const hits = await found('bridge')
    expect(hits.map(({ id }) => id)).toEqual([1, 2])
    expect(hits[0]?.rank).toBeLessThan(hits[1]?.rank as number)
    expect(await ids('nothing-here')).toEqual([])
  })

  it.each([
    ['bridge town', [2]],
    ['bridge -town', [1]],
    ['town -bridge -port', []],
    ['"old town"', [2]],
    ['"town old"', []],
    ['"bridge the"', []],
    ['brid*', [1, 2]],
    ['"the old to"*', [2]],
    ['Bridge', [1, 2]],
    ['destroyed', [1, 3]],
    ['"destroy"', [3]],
    ["o'town \\ ' : & | ! <->", []],
  ])('understands %s', async (search, wanted) => {
    expect((await ids(search)).sort()).toEqual(wanted)
  })

  it('finds what matches any of the words', async () => {
    expect((await ids('river port destroyed', 'OR')).sort()).toEqual([1, 2, 3])
  })

  it('lists the indexed words that begin so, but not what else words are found by', async () => {
    const query = opened().engine.prepare<{ term: string; texts: number }>(
      sql`select words.term as term, words.texts as texts from ${indexedWords('claim_text', 'beginnings', 100)} as words`,
    )
    const words = await query.all({ beginnings: '["to", "dest", "stan", "x"]' })
    expect(words).toHaveLength(4)
    expect(words).toEqual(
      expect.arrayContaining([
        { term: 'town', texts: 2 },
        { term: 'destroyed', texts: 1 },
        { term: 'destroy', texts: 1 },
        { term: 'stands', texts: 1 },
      ]),
    )
  })

  it('marks what matches in its context', async () => {
    const query = opened().engine.prepare<{ snippet: string }>(
      sql`select ${matchSnippet('terms', ['title', 'text'])} as snippet from claim order by id`,
    )
    const terms = JSON.stringify(searchTerms('bridge "long bridge" -port'))
    const snippets = (await query.all({ terms })).map(({ snippet }) => snippet)
    expect(snippets[0]).toContain('**bridge**')
    expect(snippets[1]).toMatch(/\*\*long(\*\* \*\*| )bridge\*\*/)
    expect(snippets[2]).not.toContain('*')
  })
})
