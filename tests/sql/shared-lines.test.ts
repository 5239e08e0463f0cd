import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slot } from '../../src/sql/build.ts'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { AbandonedError, TimeoutError } from '../../src/values/errors.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''

describe.skipIf(server === '')('statements that were quick go to a PostgreSQL database together', () => {
  const engine = new AsynchronousEngine(postgresAddress(server, 'public'))
  const pid = engine.prepare<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  const share = engine.prepare<{ share: number }>(sql`select 12 / ${slot('of')}::bigint as share`)
  const said = engine.prepare<{ said: string | null }>(sql`select ${slot('text')}::text as said`)
  const nap = engine.prepare(sql`select pg_sleep(${slot('seconds')}) as nap`)

  /** One is known to be quick once it was, and how busy this machine is has a part in that. */
  beforeAll(async () => {
    for (let time = 0; time < 5; time++) {
      await pid.get()
      await share.get({ of: 1 })
      await said.get({ text: '' })
      await nap.get({ seconds: 0 })
    }
  })
  afterAll(() => engine.close())

  it('over one connection', async () => {
    const rows = await Promise.all(Array.from({ length: 8 }, () => pid.get()))
    expect(new Set(rows.map((row) => row?.pid)).size).toBe(1)
  })

  it('and each has its own answer, whatever it was given', async () => {
    const texts = ['', 'ü'.repeat(30_000), '🙂'.repeat(20_000), '"{}\\', null, 'a'.repeat(200_000), 'z']
    const rows = await Promise.all(texts.map((text) => said.all({ text })))
    expect(rows).toEqual(texts.map((text) => [{ said: text }]))
  })

  it('and one that fails takes no other along', async () => {
    const shares = [1, 0, 2, 0, 3].map((of) => share.get({ of }))
    const [first, second, third, fourth, fifth] = await Promise.allSettled(shares)
    for (const failed of [second, fourth])
      expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'division by zero' } })
    expect([first, third, fifth]).toMatchObject([12, 6, 4].map((value) => ({ value: { share: value } })))
  })

  it('and one that is slow this time holds up no other, and ends when nobody waits for it', async () => {
    const gone = new AbortController()
    const left = engine.within(60_000, () => nap.get({ seconds: 60 }), gone.signal)
    const told = expect(left).rejects.toThrow(AbandonedError)
    const others = await Promise.all([share.get({ of: 4 }), share.get({ of: 6 })])
    expect(others).toEqual([{ share: 3 }, { share: 2 }])
    gone.abort()
    await told
    expect(await share.get({ of: 12 })).toEqual({ share: 1 })
  })

  it('and ends at its own deadline, which is not that of the others', async () => {
    for (let time = 0; time < 5; time++) await nap.get({ seconds: 0 })
    const late = engine.within(150, () => nap.get({ seconds: 60 }))
    const told = expect(late).rejects.toThrow(TimeoutError)
    expect(await engine.within(60_000, () => nap.get({ seconds: 0.3 }))).toBeDefined()
    await told
  })
})
