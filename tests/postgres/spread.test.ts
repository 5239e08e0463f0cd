import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editorOf } from '../../bench/kills/database-kills.ts'
import { HttpReaders } from '../../bench/kills/http-readers.ts'
import { HttpWriters } from '../../bench/kills/http-writers.ts'
import { ServedProcess } from '../../bench/kills/served.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { openReader, openWriter } from '../../src/sql/postgres/open.ts'
import { seed } from '../graph-fixture.ts'
import { cli } from '../server/hearsay.ts'
import { Cluster } from './cluster.ts'
import { programsFolder } from './programs.ts'

const programs = programsFolder()
const READERS = 4

describe.skipIf(!programs)('a server that reads from two replicas', () => {
  let cluster: Cluster
  let db: string
  let server: ServedProcess
  let token: string

  beforeAll(async () => {
    cluster = await Cluster.start(programs ?? '', ['first', 'second'], true)
    db = `${cluster.address}&schema=spread`
    const writer = openWriter(db)
    importDossiers(writer, [seed])
    writer.close()
    token = editorOf(db)
    await cluster.caughtUp()
    const readDb = cluster.replicas.flatMap(({ address }) => ['--read-db', address])
    server = new ServedProcess(cli, ['--db', db, ...readDb])
    await server.start()
  }, 100_000)
  afterAll(async () => {
    await server.kill()
    await cluster.remove()
  })

  /** All that is right is the same, whoever answers. */
  const right = [expect.stringMatching(/^200 .*"Belgorod/)]

  it('goes on without one that is killed, and with it when it is back', async () => {
    const readers = new HttpReaders(server.url, READERS)
    const writers = new HttpWriters(server.url, token, 1, 'replica')
    await readers.more(50)
    const [killed] = cluster.replicas
    await killed?.kill()
    await readers.more(200)
    await killed?.start()
    await expect.poll(async () => (await killed?.backends('hearsay'))?.length).toBeGreaterThan(0)
    await readers.more(50)
    expect(await writers.wroteSince(performance.now(), 30_000)).toBe(true)
    await Promise.all([readers.stop(), writers.stop()])
    expect([...readers.answers.keys()]).toEqual(right)
    expect([...writers.refusals]).toEqual([])
  })

  it('reads on while the primary is gone, and writes to the replica that takes its place', async () => {
    const readers = new HttpReaders(server.url, READERS)
    const writers = new HttpWriters(server.url, token, 2, 'primary')
    expect(await writers.wroteSince(performance.now(), 30_000)).toBe(true)
    await cluster.primary.kill()
    await readers.more(200)
    await expect.poll(() => [...writers.refusals.keys()]).toContain('503 UNAVAILABLE')
    const failedOver = performance.now()
    await cluster.failOver()
    expect(await writers.wroteSince(failedOver, 30_000)).toBe(true)
    await readers.more(50)
    await Promise.all([readers.stop(), writers.stop()])
    expect([...readers.answers.keys()]).toEqual(right)
    expect(writers.wrong).toEqual([])
    const places = await cluster.primary.ask<{ slug: string }>('select slug from spread.entity')
    const there = new Set(places.map(({ slug }) => slug))
    expect(writers.acknowledged.filter((slug) => !there.has(slug))).toEqual([])
  })

  it('is written to by the command line at the same address, whichever server is the primary', () => {
    const writer = openWriter(db)
    writer.transaction(() => undefined)
    writer.close()
    const reader = openReader(db)
    expect(reader.state()).toBeTypeOf('string')
    reader.close()
  })
})
