import { describe, expect, it } from 'vitest'
import { ftsQuery, searchTerms } from '../src/text/search-terms.ts'
import { dbOf, isOnPostgres } from './engine.ts'
import { upTo, worlds } from './graph-fixture.ts'

const starsIn = (text: string): number => (ftsQuery(searchTerms(text)) ?? '').split('" *').length - 1

describe('a search goes through the words with a beginning', () => {
  it.each([
    ['s*', 0],
    ['"s"*', 0],
    ['"the s"*', 0],
    ['-s* war', 0],
    ['1*', 0],
    ['ё*', 0],
    ['al-j*', 0],
    ['s* '.repeat(20), 0],
    ['st*', 1],
    ['"at the st"*', 1],
    ['外*', 1],
    ['al-ja*', 2],
    ['ab* ac* ad* ae* af*', 5],
  ])('of two letters at least: %s', (text, stars) => expect(starsIn(text)).toBe(stars))

  it('five times at most; further ones are whole words', () => {
    const text = upTo(300)
      .map((n) => `${String.fromCharCode(97 + (n % 26))}${n % 7}*`)
      .join(' ')
    expect(starsIn(text)).toBe(5)
    const terms = searchTerms('ab* ac* ad* ae* af* ag* "ah"* -ai*')
    expect(terms.map(({ isPrefix }) => isPrefix)).toEqual([true, true, true, true, true, false, false, false])
  })

  // PostgreSQL has all words in the order of their letters.
  it.skipIf(isOnPostgres)('that stand in an index of beginnings', () => {
    const { writer } = worlds().empty()
    const tables = dbOf(writer)
      .prepare("select sql from sqlite_schema where sql like '%using fts5 (%'")
      .pluck()
      .all()
    expect(tables).toHaveLength(4)
    for (const sql of tables) expect(sql).toContain("prefix = '2 3'")
  })
})

it('a search has at most fifty words', () => {
  expect(searchTerms('one two '.repeat(200))).toHaveLength(50)
  expect(searchTerms(`${'-no '.repeat(60)} yes`)).toHaveLength(50)
})
