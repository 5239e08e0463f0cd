import { type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { build, slot } from '../../../src/sql/build.ts'
import {
  collected,
  countedValues,
  each,
  eachTuple,
  histogram,
  leastOfEach,
  listed,
  readBy,
  upTo,
  valueCounts,
  wholeNumber,
} from '../../../src/sql/dialect.ts'
import { added, onEachEngine } from './engines.ts'

const entities = [
  { slug: 'a', kind: 'ACTOR', name: 'Änne', description: null, at: 10 },
  { slug: 'b', kind: 'PLACE', name: "O'Hara", description: 'x', at: 20 },
  { slug: 'c', kind: 'ACTOR', name: '外交部 😀', description: null, at: null },
]

onEachEngine((opened) => {
  beforeAll(() => added(opened().engine, 'entity', entities))

  const all = async <Row>(query: RawBuilder<Row>, values = {}) =>
    opened().engine.prepare<Row>(query).all(values)

  it('fills a query once prepared with the values of each call', async () => {
    const bySlug = opened().engine.prepare(
      build.selectFrom('entity').select(['id', 'name']).where('slug', '=', slot<string>('slug')),
    )
    expect(await bySlug.get({ slug: 'c' })).toEqual({ id: 3, name: '外交部 😀' })
    expect(await bySlug.get({ slug: 'b' })).toEqual({ id: 2, name: "O'Hara" })
    expect(await bySlug.get({ slug: 'z' })).toBeUndefined()
    expect(await bySlug.all({ slug: 'z' })).toEqual([])
  })

  it('refuses a call that leaves out a slot', async () => {
    const query = opened().engine.prepare(sql`select id from entity where slug = ${slot('slug')}`)
    await expect((async () => query.get({}))()).rejects.toThrow('No value for the slot slug of: select')
  })

  it('gives rows with their columns in the order of the query', async () => {
    const [row] = await all(sql`select slug, at, id, description from entity where slug = 'c'`)
    expect(JSON.stringify(row)).toBe('{"slug":"c","at":null,"id":3,"description":null}')
  })

  it('gives numbers as numbers and conditions as 1 or 0', async () => {
    const query = sql`select count(*) as rows, sum(at) as total, avg(at) as mean, max(at) as most, 9007199254740991 as large,
      at is null as without, kind = 'ACTOR' as actor, 0.5 as half
      from entity where slug = 'a' group by at, kind`
    expect(await all(query)).toEqual([
      { rows: 1, total: 10, mean: 10, most: 10, large: 2 ** 53 - 1, without: 0, actor: 1, half: 0.5 },
    ])
  })

  it('takes a list of any length in one parameter', async () => {
    const byId = sql<{ id: number }>`select id from entity where id in ${listed('ids')} order by id`
    const bySlug = sql<{ id: number }>`select id from entity where slug in ${listed('slugs', 'text')}`
    const ids = Array.from({ length: 40_000 }, (_, index) => index + 2)
    expect(await all(byId, { ids: JSON.stringify(ids) })).toEqual([{ id: 2 }, { id: 3 }])
    expect(await all(byId, { ids: '[]' })).toEqual([])
    expect(await all(bySlug, { slugs: '["b", "it\'s", "\\"", "é"]' })).toEqual([{ id: 2 }])
    expect(await all(bySlug, { slugs: '[]' })).toEqual([])
  })

  it('takes a list as a table', async () => {
    const numbers = sql`select asked.value as value from ${each('numbers')} as asked`
    const words = sql`select asked.value as value from ${each('words', 'text')} as asked`
    expect(await all(numbers, { numbers: '[3, 1, 3]' })).toEqual([{ value: 3 }, { value: 1 }, { value: 3 }])
    expect(await all(numbers, { numbers: '[]' })).toEqual([])
    expect(await all(words, { words: '["3", ""]' })).toEqual([{ value: '3' }, { value: '' }])
  })

  it('takes a list of lists as a table', async () => {
    const tuples = eachTuple('tuples', { id: 'number', slug: 'text' })
    const query = sql`select e.name, asked.id, asked.slug from ${tuples} as asked
      left join entity e on e.id = asked.id and e.slug = asked.slug order by asked.id`
    expect(await all(query, { tuples: '[[1, "a"], [2, "a"], [null, "17"]]' })).toEqual(
      expect.arrayContaining([
        { name: 'Änne', id: 1, slug: 'a' },
        { name: null, id: 2, slug: 'a' },
        { name: null, id: null, slug: '17' },
      ]),
    )
    expect(await all(query, { tuples: '[]' })).toEqual([])
  })

  it('bounds how many rows it gives, and divides whole numbers', async () => {
    const query = sql`select id / ${wholeNumber('by')} as part from entity order by id limit ${upTo('limit')}`
    expect(await all(query, { by: 2, limit: 3 })).toEqual([{ part: 0 }, { part: 1 }, { part: 1 }])
    expect(await all(query, { by: 2, limit: 0 })).toEqual([])
  })

  it('collects a column in the order of its rows', async () => {
    const rows = (where: string) =>
      sql`select slug from entity where kind = ${sql.lit(where)} order by id desc`
    const query = sql<{ some: string; none: string }>`
      select ${collected('slug', rows('ACTOR'))} as some, ${collected('slug', rows('EVENT'))} as none`
    const [row] = await all(query)
    expect([row?.some, row?.none].map((text) => JSON.parse(text ?? ''))).toEqual([['c', 'a'], []])
  })

  it('gives of rows with one key the one with the least rank', async () => {
    const rows = sql`select kind as key, name, -coalesce(at, 15) as rank from entity`
    const least = sql<{ name: string }>`${leastOfEach(rows, ['key', 'name', 'rank'])}`
    expect(await all(sql`select * from (${least}) as least order by key`)).toEqual([
      { key: 'ACTOR', name: '外交部 😀', rank: -15 },
      { key: 'PLACE', name: "O'Hara", rank: -20 },
    ])
  })

  it('reads by an index that is named', async () => {
    expect(await all(sql`select slug from entity e ${readBy('entity_by_at')} where at = 20`)).toEqual([
      { slug: 'b' },
    ])
  })

  it('counts how often each value is met, and reads that as rows', async () => {
    const counted = sql`select ${valueCounts(sql`kind`)} as kinds from (select kind from entity
      union all select kind from entity where kind = 'ACTOR' union all select null) as given`
    const counts = await all(sql`with counted as materialized (${counted})
      select value, count from ${countedValues('counted', 'kinds', 'text')} as met order by value`)
    const kinds =
      await all(sql`select kind as value, count(*) * case kind when 'ACTOR' then 2 else 1 end as count
      from entity group by kind order by kind`)
    expect(counts).toEqual(kinds)
    const none = sql`select ${valueCounts(sql`kind`)} as kinds from (select kind from entity where false) as given`
    expect(
      await all(
        sql`with counted as materialized (${none}) select value from ${countedValues('counted', 'kinds', 'text')} as met`,
      ),
    ).toEqual([])
  })

  it('counts how many numbers lie in each stretch between edges', async () => {
    const query = opened().engine.prepare<{ counts: string }>(
      sql`select ${histogram('n.value')} as counts from ${each('numbers')} as n`,
    )
    const counted = async (edges: number[], numbers: (number | null)[]) => {
      const row = await opened().engine.overEdges(edges, () =>
        query.get({ numbers: JSON.stringify(numbers) }),
      )
      return JSON.parse(row?.counts ?? '')
    }
    expect(await counted([0, 10, 20, 30], [-5, null, 0, 9, 10, 29, 29, 30, 99])).toEqual([4, 1, 4])
    expect(await counted([0, 10], [])).toEqual([0])
    expect(await counted([-8_640_000_000_000_000, 0.5, 1e12], [0, 1])).toEqual([1, 1])
    const both = await Promise.all([counted([0, 1, 2], [0, 1]), counted([0, 5], [0, 1])])
    expect(both).toEqual([[1, 1], [2]])
  })
})
