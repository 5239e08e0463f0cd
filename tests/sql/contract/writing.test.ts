import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { slot } from '../../../src/sql/build.ts'
import { allAnswers, type Engine, mapAnswer } from '../../../src/sql/engine.ts'
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
