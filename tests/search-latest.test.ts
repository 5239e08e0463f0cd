import { beforeAll, describe, expect, it } from 'vitest'
import { type AfterHit, type HitRecord, MOST_RANKED } from '../src/model/overviews/search-hits.ts'
import { type Among, searchedTypes } from '../src/model/overviews/search-indexes.ts'
import { SearchStore } from '../src/model/overviews/search-store.ts'
import { atOnce } from '../src/sql/engine.ts'
import { ftsQuery, searchTerms } from '../src/text/search-terms.ts'
import { isOnPostgres } from './engine.ts'
import { seed, worlds } from './graph-fixture.ts'
import { databaseOf } from './sqlite.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()
const belgorod = of(seed)
const many = empty()
beforeAll(() => {
  fill(many, 60)
  many.reopen()
})

const everything: Among = { types: searchedTypes, review: ['ACCEPTED'] }

/** All hits of a search, page by page, where so many of an index are ranked. */
function walked(world: typeof many, text: string, size: number, most = MOST_RANKED, among = everything) {
  const store = new SearchStore(world.graph.engine, most)
  const query = { query: ftsQuery(searchTerms(text)) ?? '', isAnyOf: false }
  const hits: HitRecord[] = []
  for (let after: AfterHit | null = null; ; after = hits.at(-1) ?? null) {
    const page = atOnce(store.page(query, among, after, size))
    hits.push(...page)
    if (page.length < size) return hits
  }
}

const named = ({ type, key }: HitRecord) => `${type} ${key}`
const places = (hits: readonly HitRecord[]) => [...new Set(hits.map(({ place }) => place))]

describe('where more match in an index than are ranked', () => {
  const cases = [
    [belgorod, 'ukrain*'],
    [belgorod, 'russia'],
    [belgorod, 'belgorod -raid'],
    [many, 'bridge'],
    [many, 'claim'],
    [many, 'actor*'],
  ] as const
  const everyPage = cases.flatMap(([world, text]) => [2, 50].map((size) => ({ world, text, size })))

  it.each(everyPage)('$text: every hit is there once, by pages of $size', ({ world, text, size }) => {
    const all = walked(world, text, 500).map(named).sort()
    expect(all.length).toBeGreaterThan(5)
    for (const most of [0, 2, 5]) expect(walked(world, text, size, most).map(named).sort()).toEqual(all)
  })

  it.each(cases)('%#: they come after those of the other indexes, and the latest first', (world, text) => {
    const ranked = walked(world, text, 500)
    const hits = walked(world, text, 500, 5)
    const many = places(ranked).filter((place) => ranked.filter((hit) => hit.place === place).length > 5)
    // Names are ranked, however many there are.
    const late = many.filter((place) => place > 0)
    const isLate = ({ place }: HitRecord) => late.includes(place)
    expect(hits.filter((hit) => !isLate(hit))).toEqual(ranked.filter((hit) => !isLate(hit)))
    expect(hits.findIndex(isLate)).toBe(late.length === 0 ? -1 : hits.length - hits.filter(isLate).length)
    expect(places(hits.filter(isLate))).toEqual([...late].sort())
    for (const place of late) {
      const rows = hits.filter((hit) => hit.place === place).map(({ row }) => row)
      expect(rows).toEqual([...rows].sort((a, b) => b - a))
    }
  })

  // How many rows are looked at is told by a function that only SQLite calls: PostgreSQL ends what takes too long by itself.
  it.skipIf(isOnPostgres)('a page of them reads little more than itself', () => {
    let looks = 0
    databaseOf(many.graph).function('in_time', { varargs: true, deterministic: false }, () => {
      looks += 1
      return 1
    })
    const among: Among = { types: ['STATEMENT'], review: ['ACCEPTED'] }
    const query = { query: '"bridge"', isAnyOf: false }
    const latest = new SearchStore(many.graph.engine, 5)
    const [first] = atOnce(latest.page(query, among, null, 1))
    looks = 0
    expect(atOnce(latest.page(query, among, first ?? null, 3))).toHaveLength(3)
    expect(looks).toBeLessThan(20)
    looks = 0
    atOnce(new SearchStore(many.graph.engine).page(query, among, null, 3))
    expect(looks).toBeGreaterThan(100)
  })

  it('any of the words is what all are ranked by, so that what has most of them comes first', () => {
    const query = { query: ftsQuery(searchTerms('bridge river actor'), 'OR') ?? '', isAnyOf: true }
    const page = (most: number) => new SearchStore(many.graph.engine, most).page(query, everything, null, 50)
    expect(page(5)).toEqual(page(MOST_RANKED))
  })
})
