import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { Turns } from '../../src/server/turns.ts'
import { ask, startServer } from './fixture.ts'

const busy = (milliseconds: number) => () => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

describe('operations that take long', () => {
  test('let the loop turn between them', async () => {
    const turns = new Turns()
    const order: string[] = []
    const operation = async (name: string) => {
      await turns.next()
      turns.run(busy(60))
      order.push(name)
      setImmediate(() => order.push(`after ${name}`))
    }
    await Promise.all(['a', 'b', 'c'].map(operation))
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c', 'after c'])
  })

  test('do not hold up whoever asks whether the server is well', async () => {
    const { url } = await startServer({ timeLimit: 300 })
    const ended: string[] = []
    const endless = Array.from({ length: 5 }, () => ask(url, '{ endless }').then(() => ended.push('endless')))
    const health = fetch(`${url}/health`).then(() => ended.push('health'))
    await Promise.all([...endless, health])
    expect(ended.indexOf('health')).toBeLessThan(3)
  })
})

test('quick ones never wait', () => {
  const turns = new Turns()
  for (let n = 0; n < 20; n++) {
    expect(turns.next()).toBeNull()
    turns.run(() => {})
  }
})

test('what fails counts as well', () => {
  const turns = new Turns()
  expect(() =>
    turns.run(() => {
      busy(60)()
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(turns.next()).not.toBeNull()
})

test.each<[string, number, number]>([
  ['many', 5_000, 0],
  ['large', 32, 1024 * 1024],
])('too %s are told to come again, and the others have their turn', async (_, most, bytes) => {
  const turns = new Turns()
  turns.run(busy(60))
  const waiting = Array.from({ length: most }, () => turns.next(bytes))
  expect(() => turns.next(bytes || 1)).toThrow('The server is busy')
  await Promise.all(waiting)
  turns.run(() => {})
  expect(turns.next(bytes)).toBeNull()
})

test('whoever hangs up while waiting is not worked for', async () => {
  const { url, graph } = await startServer({ timeLimit: 300 })
  let statements = 0
  graph.engine.onStatement = () => {
    statements += 1
  }
  const { port } = new URL(url)
  const body = '{"query":"{ endless }"}'
  const first = ask(url, '{ endless }')
  const others = Array.from({ length: 10 }, () => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      () => socket.resetAndDestroy(),
    )
    return socket
  })
  await first
  expect((await ask(url, '{ hello }')).data).toEqual({ hello: 'Hello world' })
  expect(others).toHaveLength(10)
  expect(statements).toBeLessThan(8)
})
