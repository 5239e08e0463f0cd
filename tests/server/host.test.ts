import { request } from 'node:http'
import { connect } from 'node:net'
import { Command } from 'commander'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { allowHostOption } from '../../src/cli/option.ts'
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

describe('names that are allowed', () => {
  const asked = async (options: object, host: string) =>
    (await askAs((await startServer(options)).url, host)).status

  test.each<[object, string, number]>([
    [{ allowHost: ['graph.example.org'] }, 'graph.example.org', 200],
    [{ allowHost: ['graph.example.org'] }, 'GRAPH.example.org.:8443', 200],
    [{ allowHost: ['graph.example.org'] }, 'localhost:4000', 200],
    [{ allowHost: ['graph.example.org'] }, 'example.org', 403],
    [{ allowHost: ['graph.example.org', '[2001:db8::1]'] }, '[2001:db8::1]:80', 200],
    [{ allowHost: ['*'] }, 'evil.example', 200],
    [{ host: '0.0.0.0' }, 'evil.example', 200],
    [{ host: '0.0.0.0', allowHost: ['192.168.1.5'] }, '192.168.1.5:4000', 200],
    [{ host: '0.0.0.0', allowHost: ['192.168.1.5'] }, 'evil.example', 403],
    [{ host: '0.0.0.0', allowHost: ['192.168.1.5'] }, 'localhost', 200],
  ])('%j answers by %s with %i', async (options, host, status) => {
    expect(await asked(options, host)).toBe(status)
  })

  const parsed = (args: readonly string[], environment = '') => {
    vi.stubEnv('HEARSAY_ALLOW_HOST', environment)
    onTestFinished(() => void vi.unstubAllEnvs())
    const command = new Command()
      .addOption(allowHostOption())
      .exitOverride()
      .configureOutput({ writeErr() {} })
    return command.parse(args, { from: 'user' }).opts().allowHost
  }

  test.each<[string[], string, string[]]>([
    [[], '', []],
    [['--allow-host', 'a.example', '--allow-host=b.example'], '', ['a.example', 'b.example']],
    [['--allow-host', 'a.example,[::1] *'], '', ['a.example', '[::1]', '*']],
    [[], ' a.example, 192.168.1.5\nc', ['a.example', '192.168.1.5', 'c']],
    [['--allow-host', 'a.example'], 'b.example', ['a.example']],
  ])('are given by %j, and by “%s” in the environment', (args, environment, names) => {
    expect(parsed(args, environment)).toEqual(names)
  })

  test.each([
    ['http://a.example', /neither a scheme nor a port nor a path: a\.example\./],
    ['a.example:4000', /: a\.example\./],
    ['https://a.example:1/x', /: a\.example\./],
    ['*.a.example', /Name each host whole/],
    ['-a', /is a name or an address/],
    ['a..b', /is a name or an address/],
    ['b.example a/b', /“a\/b”: /],
  ])('%s is none', (name, problem) => {
    expect(() => parsed(['--allow-host', name])).toThrow(problem)
  })
})

describe('a request that names the whole address, as it would to a proxy', () => {
  const askFor = (url: string, target: string, host = 'localhost') =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const { port } = new URL(url)
      const headers = { host }
      request({ host: '127.0.0.1', port, path: target, headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode, text }))
      })
        .on('error', reject)
        .end()
    })

  test.each([
    ['http://localhost/health', '"ok"'],
    ['HTTP://127.0.0.1:4000/health?x', '"ok"'],
    ['https://[::1]/graphql?query={hello}', 'Hello world'],
    ['http://localhost', 'Hearsay'],
    ['http://localhost?x', 'Hearsay'],
    ['http://localhost/schema.graphql', 'type Query'],
  ])('%s is answered as by its path, whatever the host header says', async (target, text) => {
    for (const host of ['localhost', 'evil.example']) {
      const answer = await askFor(local.url, target, host)
      expect(answer.status).toBe(200)
      expect(answer.text).toContain(text)
    }
  })

  test.each([
    'http://evil.example/health',
    'http://localhost@evil.example/health',
    'http://localhost.evil/health',
  ])('%s is of another host', async (target) => expect((await askFor(local.url, target)).status).toBe(403))

  test.each(['http://', 'http:///health', 'https://?x'])('%s names none', async (target) => {
    for (const { url } of [local, open]) expect((await askFor(url, target)).status).toBe(400)
  })
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
