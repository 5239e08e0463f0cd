import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listen, urlOf } from '../../src/server/listen.ts'
import type { Handle } from '../../src/server/reply.ts'
import { stopServer } from '../../src/server/shutdown.ts'

const MB = 1024 * 1024
/** More than the system takes over from node for a client. */
const LARGE = Buffer.alloc(24 * MB, 'x')
const whole: Handle = (_, response) => void response.end(LARGE)
const inPieces: Handle = (_, response) => {
  for (let at = 0; at < LARGE.length; at += MB) response.write(LARGE.subarray(at, at + MB))
  response.end()
}

async function serve(handle: Handle, unread: { wait: number; most: number }, keepAliveTimeout?: number) {
  const server = await listen(handle, { host: '127.0.0.1', port: 0, unread })
  if (keepAliveTimeout) server.keepAliveTimeout = keepAliveTimeout
  onTestFinished(() => stopServer(server, 10))
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
  const port = Number(new URL(urlOf(server)).port)
  const client = (asks = 1): Socket => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(asks))
    return socket
  }
  return { client, connections }
}
const never = { wait: 60_000, most: 1_000 * MB }

test.each([
  ['in one piece', whole],
  ['in many', inPieces],
])(
  'a client that takes nothing is ended, and what waited for it with it (an answer %s)',
  async (_, handle) => {
    const { client, connections } = await serve(handle, { ...never, wait: 150 })
    for (const socket of [client(), client(), client(20)]) socket.pause()
    await expect.poll(connections).toBe(3)
    await expect.poll(connections).toBe(0)
  },
)

test('a client that never asks to the end is ended as well', async () => {
  const { client, connections } = await serve(whole, { ...never, wait: 150 })
  client(0).write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhal')
  client(0).write('GET / HTT')
  client(0)
  await expect.poll(connections).toBe(3)
  await expect.poll(connections).toBe(0)
})

test('one that waits for an answer that takes long is not', async () => {
  const late: Handle = (request, response) =>
    void request.resume().on('end', () => setTimeout(() => response.end('there it is'), 400))
  const { client } = await serve(late, { ...never, wait: 50 })
  const socket = client()
  await once(socket, 'readable')
  expect(String(socket.read())).toContain('there it is')
})

test('a slow one is not', async () => {
  const { client } = await serve(whole, { ...never, wait: 400 })
  const socket = client()
  let length = 0
  socket.on('data', async (chunk) => {
    length += chunk.length
    socket.pause()
    await pause(2)
    socket.resume()
  })
  await vi.waitFor(() => expect(length).toBeGreaterThan(LARGE.length), { timeout: 20_000 })
})

test('where too much waits for all together, those go that have waited longest', async () => {
  const { client, connections } = await serve(whole, { ...never, most: 60 * MB })
  const sockets: Socket[] = []
  for (let n = 1; n <= 8; n++) {
    const socket = client()
    sockets.push(socket)
    // Its answer has begun to come, so that all of it waits.
    await once(socket, 'readable')
    expect(await connections()).toBeLessThanOrEqual(4)
  }
  const read = async (socket: Socket) => {
    let length = 0
    socket.on('data', (chunk) => {
      length += chunk.length
    })
    await vi.waitFor(() => expect(length > LARGE.length || socket.closed).toBe(true), { timeout: 20_000 })
    return length > LARGE.length
  }
  expect(await read(sockets[7] as Socket)).toBe(true)
  expect(await read(sockets[0] as Socket)).toBe(false)
})

test('a connection stays open longer than the usual proxy keeps it', async () => {
  const server = await listen((_, response) => void response.end('well'), { host: '127.0.0.1', port: 0 })
  onTestFinished(() => stopServer(server, 10))
  const answer = await fetch(urlOf(server))
  expect(answer.headers.get('keep-alive')).toBe('timeout=72')
})

test('what was asked on an idle connection while the server was busy is answered, however long that took', async () => {
  const { client } = await serve((_, response) => void response.end('well'), never, 60)
  const sockets = [client(), client(), client()]
  await Promise.all(sockets.map((socket) => once(socket, 'data')))
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  // Node adds a second of its own.
  const until = performance.now() + 1_300
  while (performance.now() < until);
  const answers = await Promise.all(sockets.map((socket) => once(socket, 'data')))
  expect(answers.map(String)).toEqual(Array(3).fill(expect.stringContaining('well')))
})

test('an idle connection on which nothing is asked is closed', async () => {
  const { client, connections } = await serve((_, response) => void response.end('well'), never, 60)
  const socket = client()
  await once(socket, 'data')
  await expect.poll(connections).toBe(0)
})
