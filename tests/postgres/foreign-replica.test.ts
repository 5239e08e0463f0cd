import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { loadEngine, openServed, openWriter, refuseForeignReplicas } from '../../src/model/open.ts'
import { BlockingEngine } from '../../src/sql/postgres/blocking/blocking-engine.ts'
import { seed } from '../graph-fixture.ts'
import { databaseAddress, runAt } from './databases.ts'

await loadEngine('postgres://')

const server = process.env.HEARSAY_TEST_POSTGRES
if (!server) console.warn('\nREPLICAS OF OTHER GRAPHS ARE NOT TESTED: there is no PostgreSQL here.\n')

describe.skipIf(!server)('a database that is to be read from in the place of another', () => {
  const names: string[] = []
  afterAll(() => runAt(server, ...names.map((name) => `drop database ${name} with (force)`)))

  async function copyOf(template: string): Promise<string> {
    const name = `hearsay_foreign_${randomBytes(4).toString('hex')}`
    await runAt(server, `create database ${name} template ${template}`)
    names.push(name)
    return databaseAddress(name).href
  }

  const entities = sql<{ count: number }>`select count(*) as count from entity`

  it('is refused where it holds another graph, and is not read from', async () => {
    const [db, other] = [await copyOf('template0'), await copyOf('template0')]
    for (const address of [db, other]) openWriter(address).close()
    const writer = openWriter(db)
    importDossiers(writer, [seed])
    writer.close()
    await expect(refuseForeignReplicas(db, [other])).rejects.toThrow(
      /The schema hearsay of .* is no replica of that of --db/,
    )
    const served = openServed(db, { readFrom: [other] })
    const count = served.engine.prepare(entities)
    expect(await served.engine.fromReplica(0, () => count.get())).toEqual({ count: 49 })
    await served.engine.close()
  })

  it('is taken where it holds the same one, or does not answer yet', async () => {
    const db = await copyOf('template0')
    openWriter(db).close()
    const copy = await copyOf(new URL(db).pathname.slice(1))
    await refuseForeignReplicas(db, [copy, 'postgres://me@localhost/nowhere?host=/nowhere'])
    const writer = openWriter(copy)
    importDossiers(writer, [seed])
    writer.close()
    const served = openServed(db, { readFrom: [copy] })
    const count = served.engine.prepare(entities)
    expect(await served.engine.fromReplica(0, () => count.get())).toEqual({ count: 49 })
    await served.engine.close()
  })
})

describe.skipIf(!server)('the state of a graph', () => {
  it('is another where a number comes again, after commits that a failover has lost', () => {
    const url = new URL(server ?? '')
    url.searchParams.set('schema', `state_${randomBytes(4).toString('hex')}`)
    const writer = openWriter(url.href)
    if (!(writer instanceof BlockingEngine)) throw new Error('This is about a database.')
    writer.transaction(() => undefined)
    const lost = writer.state()
    writer.execute('update graph_version set writes = writes - 1')
    writer.transaction(() => undefined)
    expect(writer.state()).not.toBe(lost)
    writer.execute(`drop schema ${url.searchParams.get('schema')} cascade`)
    writer.close()
  })
})
