import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { AbandonedError, TimeoutError } from '../../src/values/errors.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''

describe.skipIf(server === '')('a statement in a PostgreSQL database', () => {
  /** All that there is must be given back, or the next waits for ever. */
  const engine = new AsynchronousEngine({ ...postgresAddress(server, 'public'), connections: 1 })
  const other = new Client({ connectionString: server })
  const answer = engine.prepare<{ one: number }>(sql`select 1 as one`)
  /** Of each test its own, so that what is running can be told. */
  const sleeping = (name: string) => engine.prepare(sql`select pg_sleep(60) as ${sql.ref(name)}`)

  beforeAll(() => other.connect())
  afterAll(() => Promise.all([engine.close(), other.end()]))

  const isRunning = async (name: string): Promise<boolean> => {
    const { rows } = await other.query(
      `select 1 from pg_stat_activity where state = 'active' and query like $1 and pid <> pg_backend_pid()`,
      [`%as "${name}"%`],
    )
    return rows.length > 0
  }

  const untilRunning = async (name: string): Promise<void> => {
    while (!(await isRunning(name))) await setTimeout(5)
  }

  it.each(['alone', 'in a snapshot'])('ends when nobody waits for it any more, %s', async (where) => {
    const name = `left ${where}`
    const client = new AbortController()
    const ask = () => sleeping(name).get()
    const asked = engine.within(
      60_000,
      () => (where === 'alone' ? ask() : engine.snapshot(ask)),
      client.signal,
    )
    const told = expect(asked).rejects.toThrow(AbandonedError)
    await untilRunning(name)
    client.abort()
    await told
    expect(await isRunning(name)).toBe(false)
    expect(await answer.get()).toEqual({ one: 1 })
  })

  it('is not begun for whoever has gone', async () => {
    const started: string[] = []
    engine.onStatement = (text) => started.push(text)
    const asked = engine.within(60_000, () => answer.get(), AbortSignal.abort())
    await expect(asked).rejects.toThrow(AbandonedError)
    engine.onStatement = null
    expect(started).toEqual([])
  })

  it('ends at its deadline, and leaves its connection to the next', async () => {
    await expect(engine.within(100, () => sleeping('late').get())).rejects.toThrow(TimeoutError)
    expect(await isRunning('late')).toBe(false)
    expect(await engine.within(60_000, () => answer.get())).toEqual({ one: 1 })
  })

  it('goes on where another is given up', async () => {
    const pool = new AsynchronousEngine({ ...postgresAddress(server, 'public'), connections: 2 })
    const gone = new AbortController()
    const patient = pool.within(60_000, () => pool.prepare(sql`select pg_sleep(0.3), 2 as two`).get())
    const left = pool.within(
      60_000,
      () => pool.prepare(sql`select pg_sleep(60) as given_up`).get(),
      gone.signal,
    )
    gone.abort()
    await expect(left).rejects.toThrow(AbandonedError)
    expect(await patient).toMatchObject({ two: 2 })
    await pool.close()
  })
})
