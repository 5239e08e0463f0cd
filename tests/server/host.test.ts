import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startServer } from './fixture.ts'

const local = await startServer()
const open = await startServer({ host: '0.0.0.0' })

/** fetch says the host itself. */
const askAs = (url: string, host: string, path = '/health') =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const asked = request(url + path, { headers: { host } }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    asked.on('error', reject).end()
  })

test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:4000'])(
  '%s is this machine',
  async (host) => {
    expect((await askAs(local.url, host)).status).toBe(200)
  },
)

test.each([
  'evil.example',
  'evil.example:4000',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '192.168.1.2:4000',
])('“%s” is a name that somebody else gave this machine', async (host) => {
  for (const path of ['/health', '/', '/graphql?query={__typename}']) {
    const { status, text } = await askAs(local.url, host, path)
    expect(status).toBe(403)
    expect(text).toContain('--host 0.0.0.0')
  }
})

test('HTTP/1.0 need not name a host', async () => {
  const { port } = new URL(local.url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write('GET /health HTTP/1.0\r\n\r\n')
  let text = ''
  for await (const chunk of socket) text += chunk
  expect(text).toMatch(/^HTTP\/1\.[01] 200/)
})

test('a server that is open to others answers by any name', async () => {
  expect((await askAs(open.url, 'hearsay.example')).status).toBe(200)
})
