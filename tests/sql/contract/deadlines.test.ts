import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { inHalfTime, inTime } from '../../../src/sql/dialect.ts'
import { type Engine, mapAnswer } from '../../../src/sql/engine.ts'
import { TimeoutError } from '../../../src/values/errors.ts'
import { onEachEngine } from './engines.ts'

const counting = (rows: number) => sql<{ rows: number }>`
  with recursive n (i) as (select 1 union all select i + 1 from n where i < ${sql.lit(rows)} and ${inTime('n.i')})
  select count(*) as rows from n where ${inHalfTime('n.i')}`

const endless = (engine: Engine) => engine.prepare(counting(2_000_000_000))
const short = (engine: Engine) => engine.prepare(counting(10))
const attempt = async <T>(work: () => T) => work()

onEachEngine((opened) => {
  const within = async <T>(milliseconds: number, work: () => T) => opened().engine.within(milliseconds, work)

  it('ends a query that takes too long, and answers the next', async () => {
    const { engine } = opened()
    await expect(within(50, () => endless(engine).get())).rejects.toThrow(TimeoutError)
    expect(await within(60_000, () => short(engine).get())).toEqual({ rows: 10 })
    expect(await short(engine).get()).toEqual({ rows: 10 })
  })

  it('starts nothing past the deadline', async () => {
    const { engine } = opened()
    const started: string[] = []
    engine.onStatement = (text) => started.push(text)
    await expect(within(-1, () => short(engine).get())).rejects.toThrow(TimeoutError)
    engine.onStatement = null
    expect(started).toEqual([])
  })

  it('keeps to the nearer of two deadlines', async () => {
    const { engine } = opened()
    const inner = () => engine.within(60_000, () => endless(engine).get())
    await expect(within(50, inner)).rejects.toThrow(TimeoutError)
  })

  it('ends a loop of ours as well', async () => {
    const { engine } = opened()
    const looping = () => {
      for (;;) engine.step()
    }
    await expect(within(20, looping)).rejects.toThrow(TimeoutError)
    await expect(within(-1, () => engine.look())).rejects.toThrow(TimeoutError)
    expect(() => engine.look()).not.toThrow()
  })

  it('keeps the deadlines of requests apart that go on at once', async () => {
    const { engine } = opened()
    const patient = async () => {
      const counts: unknown[] = []
      for (let asked = 0; asked < 20; asked++)
        counts.push(await within(60_000, () => engine.snapshot(() => short(engine).get())))
      return counts
    }
    const [hurried, free, others] = await Promise.allSettled([
      within(100, () => endless(engine).get()),
      attempt(() => short(engine).get()),
      patient(),
    ])
    expect(hurried).toMatchObject({ status: 'rejected', reason: { name: 'TimeoutError' } })
    expect(free).toMatchObject({ value: { rows: 10 } })
    expect(others).toMatchObject({ value: new Array(20).fill({ rows: 10 }) })
  })

  it('undoes a transaction that takes too long', async () => {
    const { engine } = opened()
    const insert = engine.command(sql`insert into entity (slug) values ('late')`)
    const late = () => engine.transaction(() => mapAnswer(insert.run(), () => endless(engine).get()))
    await expect(within(100, late)).rejects.toThrow(TimeoutError)
    const count = sql<{ rows: number }>`select count(*) as rows from entity`
    expect(await engine.transaction(() => engine.prepare(count).get())).toEqual({ rows: 0 })
  })
})
