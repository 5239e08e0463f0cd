import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { OwnedRows, UpsertTable } from '../src/sql/upsert.ts'
import { folder, newGraph } from './graph.ts'

const path = folder()

it('writes a row of a table only where it differs', () => {
  const engine = newGraph(path)
  const touched: number[] = []
  const table = new UpsertTable(engine, 'entity', 'slug', (id) => touched.push(id))
  const row = { slug: 'u', kind: 'ACTOR', name: 'One', description: null } as const
  const first = table.upsert('u', row)
  expect(first.outcome).toBe('created')
  const written: string[] = []
  engine.onStatement = (text) => written.push(text)
  expect(table.upsert('u', row)).toEqual({ id: first.id, outcome: 'unchanged' })
  expect(table.upsert('u', { ...row, description: 'x' })).toEqual({
    id: first.id,
    outcome: 'updated',
  })
  engine.onStatement = null
  expect(written.map((text) => text.split(' ')[0])).toEqual(['select', 'select', 'update'])
  expect(written.at(-1)).not.toContain('"name"')
  expect(touched).toEqual([first.id])
  expect(table.upsertAt(first.id, { ...row, slug: 'u', description: 'x' })).toMatchObject({
    outcome: 'unchanged',
  })
  expect(engine.prepare(sql`select slug, name, description from entity where slug = 'u'`).all()).toEqual([
    { slug: 'u', name: 'One', description: 'x' },
  ])
})

it('replaces the rows of an owner only where they differ, in an order or in none', () => {
  const engine = newGraph(path)
  engine.command(sql`insert into entity (id, slug, kind, name) values (7, 'owner', 'PLACE', 'Owner')`).run()
  const touched: number[] = []
  const ordered = new OwnedRows(engine, 'label', 'entity_id', (id) => touched.push(id), 'id')
  const set = new OwnedRows(engine, 'label', 'entity_id', (id) => touched.push(id))
  const label = (text: string) => ({ lang: 'en', text, preferred: 0 as const })
  const [a, b] = [label('a'), label('b')]
  const owner = { id: 7, outcome: 'unchanged' } as const
  const texts = () => {
    const query = sql<{ text: string }>`select text from label where entity_id = 7 order by id`
    return engine
      .prepare(query)
      .all()
      .map(({ text }) => text)
      .join('')
  }

  expect(ordered.upsert({ id: 7, outcome: 'created' }, [])).toBe('unchanged')
  expect(touched).toEqual([])
  expect(ordered.upsert(owner, [a, b, a])).toBe('updated')
  expect(touched).toEqual([7])
  expect(texts()).toBe('ab')
  expect(ordered.upsert(owner, [a, b])).toBe('unchanged')
  expect(set.upsert(owner, [b, a])).toBe('unchanged')
  expect(ordered.upsert(owner, [b, a])).toBe('updated')
  expect(texts()).toBe('ba')
  expect(ordered.upsert(owner, [])).toBe('updated')
  expect(texts()).toBe('')
})

it('reads ahead what is put next, and nothing that was written since', () => {
  const engine = newGraph(path)
  const table = new UpsertTable(engine, 'entity', 'slug', () => {})
  const row = (slug: string, name = slug) => ({ slug, kind: 'PLACE', name }) as const
  engine.transaction(() => {
    const { id } = table.upsert('a', row('a'))
    table.expect(['a', 'b', 'c', 'd'].map((slug) => ({ slug })))
    expect(table.upsert('a', row('a', 'A'))).toEqual({ id, outcome: 'updated' })
    expect(table.upsert('a', row('a', 'A'))).toEqual({ id, outcome: 'unchanged' })
    // It takes a slug that was read as free.
    expect(table.upsert('a', row('b'))).toEqual({ id, outcome: 'updated' })
    expect(table.upsert('b', row('b'))).toEqual({ id, outcome: 'unchanged' })
    const made = table.upsert('c', row('c'))
    expect(made).toEqual({ id: id + 1, outcome: 'created' })
    expect(table.upsert('c', row('c'))).toEqual({ ...made, outcome: 'unchanged' })
    engine
      .command(sql`insert into entity (id, slug, kind, name) values (${sql.lit(id + 9)}, 'd', 'PLACE', 'd')`)
      .run()
    table.forget('d')
    expect(table.upsert('d', row('d'))).toEqual({ id: id + 9, outcome: 'unchanged' })
    table.expect(['c', 'e'].map((slug) => ({ slug })))
    table.upsert('c', row('c'))
  })
  engine.transaction(() => {
    engine.command(sql`update entity set slug = 'e' where slug = 'c'`).run()
    expect(table.upsert('e', row('e', 'c')).outcome).toBe('unchanged')
    expect(table.upsert('c', row('c')).outcome).toBe('created')
  })
})
