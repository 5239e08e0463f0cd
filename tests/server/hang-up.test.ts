import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Graph } from '../../src/model/graph.ts'
import { listen, urlOf } from '../../src/server/listen.ts'
import { stopServer } from '../../src/server/shutdown.ts'
import { slot } from '../../src/sql/build.ts'
import { PostgresEngine } from '../../src/sql/postgres/connection.ts'
import { startServer } from './fixture.ts'

const database = process.env.HEARSAY_TEST_POSTGRES ?? ''

const socketTo = async (url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}
const post = (body: string, length = body.length) =>
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`

describe('a client that hangs up is no error of ours', () => {
  test.each<[string, string, (socket: Socket) => void]>([
    ['within its body', post('{"query":', 100), (socket) => socket.destroy()],
    ['within its body, with a reset', post('{"query":', 100), (socket) => socket.resetAndDestroy()],
    ['within its body, half closed', post('{"query":', 100), (socket) => socket.end()],
    ['before its body', post('', 100), (socket) => socket.resetAndDestroy()],
    ['before its answer', post('{"query":"{ hello }"}'), (socket) => socket.resetAndDestroy()],
    [
      'within a chunk',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"q',
      (socket) => socket.destroy(),
    ],
  ])('%s', async (_, sent, hangUp) => {
    const { url, lines } = await startServer()
    for (let n = 0; n < 5; n++) {
      const socket = await socketTo(url)
      socket.on('error', () => {})
      socket.write(sent)
      await pause(5)
      hangUp(socket)
    }
    expect((await fetch(`${url}/health`)).status).toBe(200)
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request').length).toBeGreaterThanOrEqual(6)
    expect(lines.filter(({ level }) => Number(level) > 30)).toEqual([])
  })
})

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
    const engine = new PostgresEngine({ url: database, schema: 'public' })
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

describe('a server that stops answers what is on its way', () => {
  const read = (socket: Socket) => {
    let text = ''
    let failed = false
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', () => {
      failed = true
    })
    return { text: () => text, failed: () => failed, closed: once(socket, 'close') }
  }
  const get = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'

  test('on connections that are kept, and that seem idle', async () => {
    let asked = 0
    const server = await listen((_, response) => void response.end(`answer ${++asked};`), {
      host: '127.0.0.1',
      port: 0,
    })
    const sockets = await Promise.all(Array.from({ length: 8 }, () => socketTo(urlOf(server))))
    const clients = sockets.map((socket) => ({ socket, ...read(socket) }))
    for (const { socket } of clients) socket.write(get)
    await expect.poll(() => clients.filter(({ text }) => text().includes(';')).length).toBe(8)
    const stopped = stopServer(server, 5_000, 100)
    // Nothing of it has been read when the server begins to stop.
    for (const { socket } of clients) socket.write(get)
    await stopped
    await Promise.all(clients.map(({ closed }) => closed))
    for (const { text, failed } of clients) {
      expect(failed()).toBe(false)
      expect(text().match(/answer/g)).toHaveLength(2)
      expect(text()).toMatch(/connection: close/i)
    }
  })

  test('after the loop was not free, too', async () => {
    const server = await listen((_, response) => void response.end('answer;'), { host: '127.0.0.1', port: 0 })
    const socket = await socketTo(urlOf(server))
    const { text, closed } = read(socket)
    socket.write(get)
    await expect.poll(text).toContain(';')
    const stopped = stopServer(server, 5_000, 20)
    await turn()
    socket.write(get)
    const end = performance.now() + 80
    while (performance.now() < end);
    await Promise.all([stopped, closed])
    expect(text().match(/answer/g)).toHaveLength(2)
  })

  test('and takes no new ones', async () => {
    const server = await listen((_, response) => void response.end('answer;'), { host: '127.0.0.1', port: 0 })
    const url = urlOf(server)
    await stopServer(server, 5_000, 20)
    await expect(fetch(url)).rejects.toThrow()
  })
})
