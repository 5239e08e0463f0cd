import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { buildSchema } from 'graphql'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Graph } from '../../src/model/graph.ts'
import { slot } from '../../src/sql/build.ts'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { startServer } from '../server/fixture.ts'

const database = process.env.HEARSAY_TEST_POSTGRES ?? ''

const socketTo = async (url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}
const post = (body: string) =>
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`

describe.skipIf(database === '')('what a database works out for a client that hangs up', () => {
  const schema = buildSchema('type Query { nap(seconds: Float!): Int }')
  const { nap } = schema.getQueryType()?.getFields() ?? {}
  if (nap)
    nap.resolve = async (_, { seconds }, { graph }: { graph: Graph }) => {
      await graph.engine.prepare(sql`select pg_sleep(${slot('seconds')}) as "hung up"`).get({ seconds })
      return 1
    }
  const document = (seconds: number) =>
    JSON.stringify({ query: 'query ($seconds: Float!) { nap(seconds: $seconds) }', variables: { seconds } })

  test.each([
    ['a new document', 0],
    ['one that was answered before', 1],
  ])('is ended: %s', async (_, answeredBefore) => {
    const engine = new AsynchronousEngine(postgresAddress(database))
    const other = new Client({ connectionString: database })
    onTestFinished(() => Promise.all([engine.close(), other.end()]).then(() => {}))
    await other.connect()
    const napping = async () => {
      const { rows } = await other.query(
        `select 1 from pg_stat_activity where state = 'active' and query like '%as "hung up"%' and pid <> pg_backend_pid()`,
      )
      return rows.length
    }
    const { url, lines } = await startServer({ schema, graph: new Graph(engine) })
    for (let n = 0; n < answeredBefore; n++) {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: document(0) })
      expect(await answer.json()).toEqual({ data: { nap: 1 } })
    }
    const sockets = await Promise.all([socketTo(url), socketTo(url)])
    for (const socket of sockets) socket.write(post(document(60)))
    await expect.poll(napping, { interval: 10 }).toBe(2)
    sockets[0]?.destroy()
    await expect.poll(napping, { interval: 10 }).toBe(1)
    sockets[1]?.resetAndDestroy()
    await expect.poll(napping, { interval: 10 }).toBe(0)
    expect(lines.filter(({ level }) => Number(level) > 30)).toEqual([])
  })
})
