import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { checkGraph } from '../src/model/check/check.ts'
import { anImport } from '../src/model/history/journal.ts'
import { whyRefused } from '../src/model/open.ts'
import { transact } from '../src/model/transact.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { openReader, openWriter } from '../src/sql/postgres/open.ts'
import { postgresAddress } from '../src/sql/postgres/servers/address.ts'
import { DatabaseLostError } from '../src/values/errors.ts'
import { dbOf } from './engine.ts'
import { upTo } from './graph-fixture.ts'
import { SEED } from './random-seed.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''
let made = 0

/** A graph that is written under a name of its own, by which its connection is found. */
function opened() {
  const url = new URL(server)
  const name = `lost_${process.pid}_${++made}`
  url.searchParams.set('schema', name)
  url.searchParams.set('application_name', name)
  const engine = openWriter(url.href)
  url.searchParams.set('application_name', 'killer')
  const other = openReader(url.href)
  afterAll(() => {
    engine.close()
    other.close()
  })
  const kill = () =>
    other.runNow(
      'select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = $1',
      [name],
    )
  const slugs = () => other.runNow('select slug from entity order by id', []).rows.map(([slug]) => slug)
  return { address: url.href, name, engine, kill, slugs }
}

const write = (engine: ImmediateEngine, ...slugs: string[]): void =>
  transact(engine, anImport, ({ places }) => {
    for (const slug of slugs) places.put({ slug, name: slug, precision: 'REGION' })
  })

/** What a piece of work throws. */
function thrownBy(work: () => void): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

/** Calls `act` as a statement of the work starts, of which this is the number; tells whether there were so many. */
function atStatement(engine: ImmediateEngine, number: number, act: () => void): () => boolean {
  let count = 0
  engine.onStatement = () => {
    if (++count === number) act()
  }
  return () => {
    engine.onStatement = null
    return count >= number
  }
}

describe.skipIf(!server)('a connection that is lost', () => {
  it('while nothing is asked is replaced, and nobody notices', () => {
    const { engine, kill, slugs } = opened()
    kill()
    write(engine, 'one')
    kill()
    expect(engine.prepare(sql<{ slug: string }>`select slug from entity`).all()).toEqual([{ slug: 'one' }])
    kill()
    write(engine, 'two')
    expect(slugs()).toEqual(['one', 'two'])
  })

  it('at any statement of a transaction takes all of it along, and the next is as if it had not been', () => {
    const { engine, kill, slugs } = opened()
    write(engine, 'first')
    const there = ['first']
    // With the first the transaction begins: nothing of it can have been lost before.
    for (let number = 2, isReached = true; isReached && number < 200; number += 9) {
      const reached = atStatement(engine, number, kill)
      const error = thrownBy(() => write(engine, `lost-${number}`, `also-lost-${number}`))
      isReached = reached()
      if (isReached) {
        expect(error).toBeInstanceOf(DatabaseLostError)
        expect(whyRefused(error)).toBe('lost')
      } else there.push(`lost-${number}`, `also-lost-${number}`)
      expect(slugs()).toEqual(there)
      write(engine, `kept-${number}`)
      there.push(`kept-${number}`)
    }
    expect(there.length).toBeGreaterThan(4)
    expect(slugs()).toEqual(there)
    // No id was given to what was lost.
    expect(dbOf(engine).prepare('select max(id) from entity').pluck().get()).toBe(there.length)
    expect(checkGraph(engine)).toEqual([])
  })

  it('takes along the parts of a transaction as well, whoever goes on after one has failed', () => {
    const { engine, kill, slugs } = opened()
    const together = () =>
      engine.together(() => {
        write(engine, 'a')
        kill()
        thrownBy(() => write(engine, 'b'))
        return thrownBy(() => write(engine, 'c'))
      })
    const error = thrownBy(together)
    expect(error).toMatchObject({ name: 'DatabaseLostError', loss: 'before' })
    expect(slugs()).toEqual([])
  })

  it('while a change is kept says that nobody knows whether it is there', () => {
    const { engine, slugs } = opened()
    dbOf(engine).exec(`
      create function end_itself() returns trigger language plpgsql as
        $$begin perform pg_terminate_backend(pg_backend_pid()); return null; end$$;
      create constraint trigger at_commit after insert on place deferrable initially deferred
        for each row execute function end_itself()`)
    const error = thrownBy(() => write(engine, 'perhaps'))
    expect(error).toMatchObject({ message: expect.stringContaining('may be there or not') })
    expect(whyRefused(error)).toBe('unknownOutcome')
    dbOf(engine).exec('drop trigger at_commit on place; drop function end_itself')
    write(engine, 'surely')
    expect(slugs()).toEqual(['surely'])
  })

  it(`at random moments loses nothing that was told, and keeps nothing by half (seed ${SEED})`, async () => {
    const { engine, name, slugs } = opened()
    const killer = new Worker(killerThread, {
      eval: true,
      workerData: { url: postgresAddress(server).url, name, seed: SEED },
    })
    const outcomes = { told: [] as string[], lost: [] as string[], unknown: [] as string[] }
    try {
      await new Promise((resolve) => killer.once('message', resolve))
      for (const number of upTo(150)) {
        const error = thrownBy(() => write(engine, `a-${number}`, `b-${number}`))
        if (error === undefined) outcomes.told.push(`${number}`)
        else if (!(error instanceof DatabaseLostError)) throw error
        else outcomes[error.loss === 'while it was kept' ? 'unknown' : 'lost'].push(`${number}`)
      }
      // What comes next is not to be hit by a kill that is still under way.
      killer.postMessage('stop')
      await new Promise((resolve) => killer.once('exit', resolve))
    } finally {
      await killer.terminate()
    }
    // The last kill may have left a connection that is known to be lost only when it is used.
    while (thrownBy(() => engine.probe()) instanceof DatabaseLostError);
    const there = new Set(slugs())
    const isThere = (number: string) => there.has(`a-${number}`)
    expect(outcomes.told.filter((number) => !isThere(number))).toEqual([])
    expect(outcomes.lost.filter(isThere)).toEqual([])
    expect(
      [...there].filter((slug) => !there.has(`${slug?.startsWith('a') ? 'b' : 'a'}${slug?.slice(1)}`)),
    ).toEqual([])
    expect(outcomes.told.length).toBeGreaterThan(0)
    expect(checkGraph(engine)).toEqual([])
  })
})

/** Ends connections of a name after a while each, by a generator that a seed begins. */
const killerThread = `
const { workerData: { url, name, seed }, parentPort } = require('node:worker_threads')
const { Client } = require('pg')
let isStopped = false
parentPort.once('message', () => (isStopped = true))
const client = new Client({ connectionString: url })
let state = seed
const random = () => (state = (state * 48271 + 1) % 2147483647) / 2147483647
client.connect().then(async () => {
  parentPort.postMessage('begun')
  while (!isStopped) {
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 150))
    await client.query('select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = $1', [name])
  }
  await client.end()
})`

describe.skipIf(!server)('one who writes', () => {
  it('waits for another, and tells of it', async () => {
    const { address, name, engine, slugs } = opened()
    const client = new Client({ connectionString: postgresAddress(address).url })
    await client.connect()
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
    const told: string[] = []
    engine.patience = { limit: 60_000, onWait: () => told.push('wait'), onReady: () => told.push('ready') }
    // It goes by itself while this thread stands still.
    const ended = client.query('select pg_sleep(1.5); commit')
    await setImmediate()
    let works = 0
    transact(engine, anImport, ({ places }) => {
      works++
      places.put({ slug: 'late', name: 'late', precision: 'REGION' })
    })
    expect(told).toEqual(['wait', 'ready'])
    expect(works, 'the work is done once, and goes on when the other is done').toBe(1)
    expect(slugs()).toEqual(['late'])
    expect(engine.prepare(sql`select count(*) as n from revision`).get()).toEqual({ n: 1 })
    await ended
    await client.end()
  })

  it('is told that another writes, once there is no patience left', () => {
    const { address, engine, slugs } = opened()
    const other = openWriter(address)
    const told: string[] = []
    engine.patience = { limit: 0, onWait: () => told.push('wait'), onReady: () => told.push('ready') }
    const error = other.transaction(() => {
      other.probe()
      return thrownBy(() => write(engine, 'never'))
    })
    expect(whyRefused(error)).toBe('busy')
    expect(told).toEqual([])
    write(engine, 'now')
    expect(slugs()).toEqual(['now'])
    other.close()
  })
})
