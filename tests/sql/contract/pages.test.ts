import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { build, slot } from '../../../src/sql/build.ts'
import { List, parent, type Selection } from '../../../src/sql/list.ts'
import { type Order, type PageRequest, paged, pageShape, pageValues } from '../../../src/sql/page.ts'
import { Shapes } from '../../../src/sql/shapes.ts'
import { Where } from '../../../src/sql/where.ts'
import { added, onEachEngine } from './engines.ts'

interface Row {
  readonly id: number
  readonly name: string
  readonly at: number | null
}

/** Keys that are equal, keys that are missing, and names that a language would sort otherwise. */
const names = ['b', 'B', 'a', 'ä', 'z', '', '-', 'Ω', '外', '😀', 'a b', 'a-b']
const given = Array.from({ length: 36 }, (_, index) => ({
  slug: `s${index}`,
  kind: index % 3 === 0 ? 'PLACE' : 'ACTOR',
  name: names[index % names.length] as string,
  at: index % 4 === 0 ? null : ((index * 7) % 5) - 2,
}))

type Direction = Order['direction']
const keys = {
  id: (direction: Direction): Order => ({ name: `id ${direction}`, key: null, id: 'e.id', direction }),
  name: (direction: Direction): Order => ({
    name: `name ${direction}`,
    key: 'e.name',
    id: 'e.id',
    direction,
  }),
  at: (direction: Direction): Order => ({
    name: `at ${direction}`,
    // A column of these tests' own table.
    key: 'e.at' as 'e.name',
    id: 'e.id',
    direction,
    nullable: true,
  }),
}
type Key = keyof typeof keys

const keyOf = (row: Row, key: Key) => (key === 'id' ? null : row[key])

/** As SQL compares: numbers as they are, texts by their bytes, and what has no key behind all others in either direction. */
function compared(key: Key, direction: Direction) {
  const sign = direction === 'asc' ? 1 : -1
  return (a: Row, b: Row): number => {
    const [one, other] = [keyOf(a, key), keyOf(b, key)]
    if (one === other) return sign * (a.id - b.id)
    if (one === null) return 1
    if (other === null) return -1
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other)
    return sign * Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
  }
}

onEachEngine((opened) => {
  let rows: Row[] = []
  let pages: Shapes<Row>
  let list: List<Row>

  const entities = () => build.selectFrom('entity as e')
  const read = ['e.id', 'e.name', sql.ref<number | null>('e.at').as('at')] as const

  beforeAll(async () => {
    const { engine } = opened()
    const ids = await added(engine, 'entity', given)
    rows = given.map(({ name, at }, index) => ({ id: ids[index] as number, name, at }))
    await engine.command(sql`insert into size (type, nodes) values ('ACTOR', 24)`).run()
    pages = new Shapes(engine)
    list = new List<Row>(engine, {
      beside: (parents) => parents.crossJoin('entity as e'),
      id: 'e.id',
      record: (query) => query.select(read),
    })
  })

  const page = async (order: Order, request: PageRequest) =>
    pages
      .of(pageShape(order, request), () => paged(entities().select(read), order, request))
      .all(pageValues(request))

  it('gives any page of any order as a sort in JavaScript does', async () => {
    const asked = fc.record({
      key: fc.constantFrom<Key>('id', 'name', 'at'),
      direction: fc.constantFrom<Direction>('asc', 'desc'),
      size: fc.integer({ min: 0, max: 40 }),
      backwards: fc.boolean(),
      after: fc.option(fc.nat(given.length - 1)),
      before: fc.option(fc.nat(given.length - 1)),
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ key, direction, size, backwards, after, before }) => {
        const sorted = rows.toSorted(compared(key, direction))
        const cursor = (place: number | null) => {
          const row = place === null ? undefined : sorted[place]
          return row ? { key: keyOf(row, key), id: row.id } : null
        }
        const within = sorted.slice(after === null ? 0 : after + 1, before ?? undefined)
        const wanted = backwards ? within.toReversed() : within
        const request = { size, backwards, after: cursor(after), before: cursor(before) }
        expect(await page(keys[key](direction), request)).toEqual(wanted.slice(0, size + 1))
      }),
      { numRuns: 150 },
    )
  })

  const first = { size: 2, backwards: false, after: null, before: null }
  const kinds = (where: Where): Selection => ({
    shape: where.shape,
    values: where.values,
    id: 'e.id',
    rows: () => where.applied(entities()),
  })
  const ofKind = (kind: string) => kinds(new Where().oneOf('kind', [kind], (is) => sql`e.kind ${is}`))

  it('lists and counts what a selection keeps', async () => {
    expect(await list.page(ofKind('PLACE'), keys.id('asc'), first)).toEqual([rows[0], rows[3], rows[6]])
    expect(await list.count(ofKind('PLACE'))).toBe(12)
    expect(await list.count({ ...ofKind('ACTOR'), whole: 'ACTOR' })).toBe(24)
    expect(await list.count({ ...ofKind('EVENT'), whole: 'EVENT' })).toBe(0)
  })

  it('lists and counts under each of many parents', async () => {
    const [a, b, c] = rows.map(({ id }) => id) as [number, number, number]
    // Of each parent, what comes later and has the same kind.
    const later = {
      shape: 'later',
      values: {},
      id: 'e.id' as const,
      parents: [a, b, c, 999],
      rows: () =>
        entities().where(
          sql<boolean>`e.id > ${parent} and e.kind = (select kind from entity where id = ${parent})`,
        ),
    }
    const found = await list.pageOfEach(later, keys.at('desc'), first)
    const wanted = [a, b, c].flatMap((of) => {
      const kind = given[of - a]?.kind
      const children = rows.filter(({ id }) => id > of && given[id - a]?.kind === kind)
      return children
        .toSorted(compared('at', 'desc'))
        .slice(0, 3)
        .map((row) => ({ ...row, parent: of }))
    })
    expect(found).toHaveLength(wanted.length)
    expect(found).toEqual(expect.arrayContaining(wanted))
    expect(await list.countOfEach(later)).toEqual(
      new Map([
        [a, 11],
        [b, 23],
        [c, 22],
        [999, 0],
      ]),
    )
    expect(await list.pageOfEach({ ...later, parents: [] }, keys.at('desc'), first)).toEqual([])
  })

  it('keeps what all conditions keep', async () => {
    const by = (kind: string[] | null, at?: number, wanted = false) =>
      new Where()
        .oneOf('kind', kind, (is) => sql`e.kind ${is}`)
        .value('at', at, (value) => sql`e.at > ${value}`)
        .only('named', wanted, () => sql`e.name <> ''`)
    const count = async (where: Where) => list.count(kinds(where))
    const counted = (keep: (row: Row, kind: string) => boolean) =>
      rows.filter((row, index) => keep(row, (given[index] as { kind: string }).kind)).length

    expect(await count(by(null))).toBe(36)
    expect(await count(by([]))).toBe(0)
    expect(await count(by(['PLACE', 'EVENT']))).toBe(12)
    expect(await count(by(['ACTOR'], 0, true))).toBe(
      counted(({ name, at }, kind) => kind === 'ACTOR' && (at ?? -9) > 0 && name !== ''),
    )
  })

  it('leaves out what other conditions would keep, and keeps what they cannot tell of', async () => {
    const excluded = new Where('not.').value('at', 0, (value) => sql`e.at > ${value}`)
    const where = new Where()
      .value('at', -2, (value) => sql`coalesce(e.at, 9) > ${value}`)
      .not(excluded)
      .not(null)
    const wanted = rows.filter(({ at }) => at === null || (at > -2 && at <= 0)).length
    expect(await list.count(kinds(where))).toBe(wanted)
  })

  it('asks of rows beside these that all conditions hold of one', async () => {
    const among = (others: Where) =>
      new Where().beside(
        'twin',
        others,
        (held) => sql`exists (select 1 from entity t where t.name = e.name and t.id <> e.id and ${held})`,
      )
    const twins = new Where('twin.')
      .oneOf('kind', ['PLACE'], (is) => sql`t.kind ${is}`)
      .value('slug', 's0', (value) => sql`t.slug = ${value}`)
    expect(await list.count(kinds(among(twins)))).toBe(2)
    expect(await list.count(kinds(among(new Where('twin.'))))).toBe(36)
  })

  it('prepares a shape once, whatever its values', () => {
    const query = () => sql<Row>`select 1 where 1 = ${slot('one')}`
    expect(pages.of('one', query)).toBe(pages.of('one', query))
  })
})
