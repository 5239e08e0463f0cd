import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileProblem } from '../../src/cli/graph-file-refusal.ts'
import { loadEngine } from '../../src/model/open.ts'
import { graphRefusalText } from '../../src/server/graph-refusal.ts'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { BlockingEngine } from '../../src/sql/postgres/blocking/blocking-engine.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { runAt } from './databases.ts'

await loadEngine('postgres://')

const server = process.env.HEARSAY_TEST_POSTGRES
if (!server) console.warn('\nFEW CONNECTIONS ARE NOT TESTED: there is no PostgreSQL here.\n')

const role = `hearsay_few_${randomBytes(4).toString('hex')}`

function addressOf(user: string): string {
  const address = new URL(server ?? '')
  address.username = user
  return address.href
}

describe.skipIf(!server)('where a role may have three connections', () => {
  beforeAll(() => runAt(server, `create role ${role} login connection limit 3`))
  afterAll(() => runAt(server, `drop role ${role}`))
  const place = postgresAddress(server ? addressOf(role) : 'postgres://nobody@nowhere/', 'public')

  it('many read by them, and leave one to whoever writes', async () => {
    const engine = new AsynchronousEngine({ ...place, connections: 10 })
    // Each is slow enough to be asked over a connection of its own.
    const slow = engine.prepare<{ one: number }>(sql`select 1 as one from pg_sleep(0.1)`)
    const many = () => Promise.all(Array.from({ length: 12 }, () => slow.get()))
    expect(await many()).toEqual(Array(12).fill({ one: 1 }))
    const reading = many()
    const writer = new BlockingEngine(place)
    expect(writer.runNow('select 2', []).rows).toEqual([['2']])
    writer.close()
    expect(await reading).toHaveLength(12)
    await engine.close()
  })

  it('it is said what helps, where none is left', async () => {
    await runAt(server, `alter role ${role} connection limit 0`)
    const engine = new AsynchronousEngine({ ...place, connections: 10 })
    const error = await Promise.resolve(engine.prepare(sql`select 1 as one`).get()).catch((told) => told)
    await engine.close()
    expect(graphRefusalText(error)).toMatch(/no connection left for this server.*--db-connections/)
    expect(fileProblem(addressOf(role), error)).toMatchObject({
      message: expect.stringMatching(/no connection left \(too many.*--db-connections.*max_connections/),
    })
  })
})
