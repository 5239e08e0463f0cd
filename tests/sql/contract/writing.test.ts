import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { slot } from '../../../src/sql/build.ts'
import { allAnswers, type Engine, mapAnswer } from '../../../src/sql/engine.ts'
import { OwnedRows, UpsertTable } from '../../../src/sql/upsert.ts'
import { added, onEachEngine } from './engines.ts'

onEachEngine((opened) => {
  const slugs = async (engine: Engine) => {
    const rows = await engine.prepare<{ slug: string }>(sql`select slug from entity order by slug`).all()
    return rows.map(({ slug }) => slug)
  }
  const insertion = (engine: Engine) =>
    engine.insertion(sql`insert into entity (slug, kind) values (${slot('slug')}, 'ACTOR')`)
  const removal = (engine: Engine) => engine.command(sql`delete from entity`)
  const attempt = async <T>(work: () => T) => work()

  it('tells the id of a row that it added, and how many a command changed', async () => {
    const { engine } = opened()
    const [a, b] = await added(engine, 'entity', [{ slug: 'a' }, { slug: 'b' }])
    expect(b).toBe((a as number) + 1)
    expect(await engine.command(sql`update entity set kind = 'PLACE'`).run()).toMatchObject({ changes: 2 })
    expect(await removal(engine).run()).toMatchObject({ changes: 2 })
    expect(await removal(engine).run()).toMatchObject({ changes: 0 })
  })

  it('writes a row of a table only where it differs', async () => {
    const { engine } = opened()
    const touched: number[] = []
    const table = new UpsertTable(engine, 'entity', 'slug', (id) => touched.push(id))
    const row = { slug: 'u', kind: 'ACTOR', name: 'One', description: null } as const
    const first = await table.upsert('u', row)
    expect(first.outcome).toBe('created')
    const written: string[] = []
    engine.onStatement = (text) => written.push(text)
    expect(await table.upsert('u', row)).toEqual({ id: first.id, outcome: 'unchanged' })
    expect(await table.upsert('u', { ...row, description: 'x' })).toEqual({
      id: first.id,
      outcome: 'updated',
    })
    engine.onStatement = null
    expect(written.map((text) => text.split(' ')[0])).toEqual(['select', 'select', 'update'])
    expect(written.at(-1)).not.toContain('"name"')
    expect(touched).toEqual([first.id])
    expect(await table.upsertAt(first.id, { ...row, slug: 'u', description: 'x' })).toMatchObject({
      outcome: 'unchanged',
    })
    expect(
      await engine.prepare(sql`select slug, name, description from entity where slug = 'u'`).all(),
    ).toEqual([{ slug: 'u', name: 'One', description: 'x' }])
    await removal(engine).run()
  })

  it('replaces the rows of an owner only where they differ, in an order or in none', async () => {
    const { engine } = opened()
    const touched: number[] = []
    const ordered = new OwnedRows(engine, 'label', 'entity_id', (id) => touched.push(id), 'id')
    const set = new OwnedRows(engine, 'label', 'entity_id', (id) => touched.push(id))
    const label = (text: string) => ({ lang: 'en', text, preferred: 1 as const })
    const [a, b] = [label('a'), label('b')]
    const owner = { id: 7, outcome: 'unchanged' } as const
    const texts = async () => {
      const query = sql<{ text: string }>`select text from label where entity_id = 7 order by id`
      return (await engine.prepare(query).all()).map(({ text }) => text).join('')
    }

    expect(await ordered.upsert({ id: 7, outcome: 'created' }, [])).toBe('unchanged')
    expect(touched).toEqual([])
    expect(await ordered.upsert(owner, [a, b, a])).toBe('updated')
    expect(touched).toEqual([7])
    expect(await texts()).toBe('ab')
    expect(await ordered.upsert(owner, [a, b])).toBe('unchanged')
    expect(await set.upsert(owner, [b, a])).toBe('unchanged')
    expect(await ordered.upsert(owner, [b, a])).toBe('updated')
    expect(await texts()).toBe('ba')
    expect(await ordered.upsert(owner, [])).toBe('updated')
    expect(await texts()).toBe('')
  })

  it('keeps all of a transaction, or nothing where its work throws', async () => {
    const { engine, other } = opened()
    const insert = insertion(engine)
    const both = () => allAnswers([insert.run({ slug: 'x' }), insert.run({ slug: 'y' })])
    const failing = () =>
      engine.transaction(() =>
        mapAnswer(both(), () => {
          throw new Error('no')
        }),
      )
    await expect(attempt(failing)).rejects.toThrow('no')
    expect(await slugs(engine)).toEqual([])
    const ids = await engine.transaction(both)
    expect(ids).toHaveLength(2)
    expect(await slugs(other)).toEqual(['x', 'y'])
    await removal(engine).run()
  })

  it('keeps nothing of a transaction in which a statement failed', async () => {
    const { engine } = opened()
    const wrong = engine.command(sql`insert into nowhere (a) values (1)`)
    const failing = () =>
      engine.transaction(() => mapAnswer(insertion(engine).run({ slug: 'x' }), () => wrong.run()))
    await expect(attempt(failing)).rejects.toThrow('nowhere')
    expect(await slugs(engine)).toEqual([])
  })

  it('answers after many transactions that failed at once, within a deadline and without', async () => {
    const { engine } = opened()
    const wrong = engine.command(sql`insert into nowhere (a) values (1)`)
    const failing = () => attempt(() => engine.transaction(() => wrong.run()))
    const tried = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => (index % 2 ? failing() : engine.within(60_000, failing))),
    )
    expect(tried.every(({ status }) => status === 'rejected')).toBe(true)
    expect(await slugs(engine)).toEqual([])
  })

  it('reads in a transaction what it wrote, and nobody else does', async () => {
    const { engine, other } = opened()
    const count = (of: Engine) => of.prepare<{ rows: number }>(sql`select count(*) as rows from entity`).get()
    const seen = await engine.transaction(() =>
      mapAnswer(insertion(engine).run({ slug: 'x' }), () => allAnswers([count(engine), count(other)])),
    )
    expect(seen.map((row) => row?.rows)).toEqual([1, 0])
    await removal(engine).run()
  })

  it('refuses a transaction within another', async () => {
    const { engine } = opened()
    const nested = () => engine.transaction(() => engine.transaction(() => null))
    await expect(attempt(nested)).rejects.toThrow('A transaction is under way on this connection already.')
    expect(await engine.transaction(() => 17)).toBe(17)
  })

  it('reads one state in a snapshot, whatever another commits meanwhile', async () => {
    const { engine, other } = opened()
    const query = engine.prepare<{ rows: number }>(sql`select count(*) as rows from entity`)
    const seen = await engine.snapshot(() =>
      mapAnswer(query.get(), (before) =>
        mapAnswer(insertion(other).run({ slug: 'x' }), () =>
          mapAnswer(
            engine.snapshot(() => query.get()),
            (after) => [before?.rows, after?.rows],
          ),
        ),
      ),
    )
    expect(seen).toEqual([0, 0])
    expect(await query.get()).toEqual({ rows: 1 })
    await removal(engine).run()
  })

  it('tells by another text that anything was written, here or elsewhere', async () => {
    const { engine, other } = opened()
    const states = [await engine.state()]
    const insert = insertion(engine)
    for (const write of [
      () => insert.run({ slug: 'x' }),
      () => insertion(other).run({ slug: 'y' }),
      () => engine.transaction(() => insert.run({ slug: 'z' })),
      () => other.transaction(() => removal(other).run()),
    ]) {
      await write()
      states.push(await engine.state())
    }
    const within = await engine.transaction(() =>
      mapAnswer(insert.run({ slug: 'x' }), () =>
        mapAnswer(engine.state(), (one) =>
          mapAnswer(insert.run({ slug: 'y' }), () => mapAnswer(engine.state(), (two) => [one, two])),
        ),
      ),
    )
    states.push(...within)
    expect(new Set(states).size).toBe(states.length)
    expect(await engine.state()).toBe(await engine.state())
    await removal(engine).run()
  })

  it('tells whether it answers, and of each statement as it starts', async () => {
    const { engine } = opened()
    const started: string[] = []
    engine.onStatement = (text) => started.push(text)
    await engine.probe()
    await engine.prepare(sql`select 17`).get()
    engine.onStatement = null
    expect(started.at(-1)).toBe('select 17')
  })
})
