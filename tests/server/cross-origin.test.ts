import { request } from 'node:http'
import { Command } from 'commander'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { allowOriginOption } from '../../src/cli/option.ts'
import { originOf, originProblem } from '../../src/server/origin.ts'
import { startServer } from './fixture.ts'

const APP = 'https://app.example.org'
const local = await startServer()
const allowing = await startServer({ host: '0.0.0.0', allowOrigin: [APP, 'tauri://localhost'] })
const openToAll = await startServer({ allowOrigin: ['*'] })
const openToOthers = await startServer({ host: '0.0.0.0' })

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string
}

/** fetch would leave out some headers, and join others. */
const ask = (
  { url }: { url: string },
  { method = 'GET', path = '/graphql?query={hello}', headers = {}, body }: Asked,
) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      request(url + path, { method, headers, agent: false }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
        .on('error', reject)
        .end(body)
    },
  )

const readerIn = ({ headers }: { headers: NodeJS.Dict<string | string[]> }) =>
  headers['access-control-allow-origin']

describe('a page of this machine', () => {
  test.each([
    'http://localhost',
    'http://localhost:5173',
    'https://localhost:8443',
    'http://127.0.0.1:3000',
    'http://127.0.0.2:3000',
    'http://[::1]:5173',
    'http://LOCALHOST:5173',
  ])('at %s may ask a server of this machine, and no server of others', async (origin) => {
    const headers = { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }
    const answer = await ask(local, { headers })
    expect(answer.status).toBe(200)
    expect(readerIn(answer)).toBe(origin.toLowerCase())
    const refused = await ask(openToOthers, { headers })
    expect(refused.status).toBe(403)
    expect(readerIn(refused)).toBeUndefined()
  })

  test.each([
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://192.168.1.2:5173',
    'http://localhost@evil.example',
    'http://localhost:5173/',
    'tauri://localhost',
    'null',
    'NULL',
    '*',
    '',
    'localhost:5173',
    'file://',
  ])('“%s” is none', async (origin) => {
    expect(readerIn(await ask(local, { headers: { origin } }))).toBeUndefined()
  })

  test('two origins at once are none', async () => {
    const origin = ['http://localhost:5173', 'http://localhost:5174']
    expect(readerIn(await ask(local, { headers: { origin } }))).toBeUndefined()
  })
})

describe('an allowed origin', () => {
  test.each([APP, `${APP}:443`, 'HTTPS://APP.EXAMPLE.ORG', 'tauri://localhost'])(
    'is allowed as “%s”',
    async (origin) => {
      const answer = await ask(allowing, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
      expect(answer.status).toBe(200)
      expect(readerIn(answer)).toBe(originOf(origin))
    },
  )

  test.each([
    'http://app.example.org',
    `${APP}:8443`,
    'https://app.example.org.',
    'https://example.org',
    'https://evil.app.example.org',
    'https://app.example.org.evil.example',
    'null',
    'http://localhost:5173',
  ])('“%s” is another', async (origin) => {
    const answer = await ask(allowing, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
    expect(answer.status).toBe(403)
    expect(readerIn(answer)).toBeUndefined()
  })

  test.each([APP, 'null', 'https://anybody.example'])('“*” lets in %s', async (origin) => {
    const answer = await ask(openToAll, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
    expect(answer.status).toBe(200)
    expect(readerIn(answer)).toBe('*')
  })

  test('what a page loads without asking for leave, such as a script, is refused all the same', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    for (const server of [local, allowing, openToAll])
      expect((await ask(server, { headers })).status).toBe(403)
  })

  test.each<[string, Asked, number]>([
    ['an answer to GET', {}, 200],
    ['an answer to HEAD', { method: 'HEAD' }, 200],
    ['a query with a mistake', { path: '/graphql?query={' }, 200],
    ['variables that are no JSON', { path: '/graphql?query={hello}&variables={' }, 400],
    [
      'a type that is not taken',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' },
      415,
    ],
    ['a method that is not taken', { method: 'PUT' }, 405],
    [
      'a body that is too long',
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '2000000' } },
      413,
    ],
    ['the schema', { path: '/schema.graphql' }, 200],
    ['the health', { path: '/health' }, 200],
    ['what is not there', { path: '/nowhere' }, 404],
  ])('may read %s', async (_, asked, status) => {
    const answer = await ask(allowing, {
      ...asked,
      headers: { ...asked.headers, origin: APP, accept: 'application/json' },
    })
    expect(answer.status).toBe(status)
    expect(readerIn(answer)).toBe(APP)
    expect(answer.headers.vary).toMatch(/\borigin\b/)
    expect(answer.headers['access-control-expose-headers']).toBe('etag, hearsay-revision')
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  test('is not heeded where the host is not this machine: a name on the web may point here', async () => {
    const headers = { origin: 'http://localhost:5173', host: 'evil.example' }
    const answer = await ask(local, { headers })
    expect(answer.status).toBe(403)
    expect(readerIn(answer)).toBeUndefined()
  })
})

describe('a browser that asks before it sends', () => {
  const preflight = (origin: string, more: Record<string, string> = {}): Asked => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', ...more },
  })

  test.each([
    'content-type',
    'content-type,apollo-require-preflight',
    'content-type, graphql-preflight, x-apollo-operation-name',
    'apollographql-client-name,apollographql-client-version,content-type',
    '',
  ])('may send the headers “%s”', async (names) => {
    const headers: Record<string, string> = names ? { 'access-control-request-headers': names } : {}
    const answer = await ask(allowing, preflight(APP, headers))
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': expect.stringMatching(/GET.*POST/),
      'access-control-max-age': '7200',
      vary: 'origin, access-control-request-method, access-control-request-headers',
      ...(names && { 'access-control-allow-headers': names }),
    })
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  test.each(['/graphql', '/schema.graphql', '/health', '/nowhere'])('may ask about %s', async (path) => {
    expect((await ask(allowing, { ...preflight(APP), path })).status).toBe(204)
  })

  test.each(['https://example.org', 'null', 'http://localhost:5173'])(
    'is refused for %s, and told what would allow it',
    async (origin) => {
      const answer = await ask(allowing, preflight(origin))
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('--allow-origin')
      expect(Object.keys(answer.headers).filter((it) => it.startsWith('access-control-'))).toEqual([])
    },
  )

  test.each([
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['*', 'GET, HEAD, OPTIONS'],
  ])('OPTIONS %s alone tells the methods', async (path, allow) => {
    const { port } = new URL(local.url)
    const told = await new Promise<string | undefined>((resolve) =>
      request({ host: '127.0.0.1', port, path, method: 'OPTIONS' }, (response) =>
        resolve(response.resume().headers.allow),
      ).end(),
    )
    expect(told).toBe(allow)
  })
})

describe('the option --allow-origin', () => {
  const parsed = (args: readonly string[], environment = '') => {
    vi.stubEnv('HEARSAY_ALLOW_ORIGIN', environment)
    onTestFinished(() => void vi.unstubAllEnvs())
    const command = new Command()
      .addOption(allowOriginOption())
      .exitOverride()
      .configureOutput({ writeErr() {} })
    return command.parse(args, { from: 'user' }).opts().allowOrigin
  }

  test.each<[string, string[], string, string[]]>([
    ['nowhere', [], '', []],
    ['once', ['--allow-origin', 'https://a.example'], '', ['https://a.example']],
    [
      'twice',
      ['--allow-origin', 'https://a.example', '--allow-origin=http://b.example:80'],
      '',
      ['https://a.example', 'http://b.example'],
    ],
    ['in a list', ['--allow-origin', 'https://a.example,*'], '', ['https://a.example', '*']],
    [
      'in the environment',
      [],
      ' https://a.example, https://b.example\nhttps://c.example',
      ['https://a.example', 'https://b.example', 'https://c.example'],
    ],
    [
      'in both, of which the option counts',
      ['--allow-origin', 'https://a.example'],
      '*',
      ['https://a.example'],
    ],
  ])('may be given %s', (_, args, environment, origins) => {
    expect(parsed(args, environment)).toEqual(origins)
  })

  test('names the one of several that is wrong', () => {
    expect(() => parsed(['--allow-origin', 'http://a.example b.example'])).toThrow(
      /“b\.example”: .*http:\/\/b\.example/,
    )
    expect(() => parsed([], 'http://a.example http://b.example/')).toThrow(/“http:\/\/b\.example\/”/)
  })

  test.each([
    ['https://app.example.org', 'https://app.example.org'],
    ['HTTPS://App.Example.org:443', 'https://app.example.org'],
    ['http://example.org:80', 'http://example.org'],
    ['http://example.org:8080', 'http://example.org:8080'],
    ['http://[0:0:0:0:0:0:0:1]:5173', 'http://[::1]:5173'],
    ['http://bücher.example', 'http://xn--bcher-kva.example'],
    ['chrome-extension://ABCdef', 'chrome-extension://abcdef'],
  ])('takes %s', (text, origin) => {
    expect(originProblem(text)).toBeNull()
    expect(originOf(text)).toBe(origin)
  })

  test.each([
    ['https://app.example.org/', 'nothing else: https://app.example.org.'],
    ['https://app.example.org/graphql', 'nothing else: https://app.example.org.'],
    ['https://app.example.org?x', 'nothing else: https://app.example.org.'],
    ['https://me@app.example.org', 'nothing else: https://app.example.org.'],
    ['https:/app.example.org', 'nothing else: https://app.example.org.'],
    ['app.example.org', 'http://app.example.org or https://app.example.org.'],
    ['localhost:5173', 'http://localhost:5173 or https://localhost:5173.'],
    ['//localhost:5173', 'http://localhost:5173 or https://localhost:5173.'],
    ['https://*.example.org', 'whole'],
    ['http://localhost:*', 'whole'],
    ['null', 'only * lets them in'],
    ['http://', 'such as http://localhost:5173'],
    ['http://example.org:99999', 'such as http://localhost:5173'],
  ])('refuses %s, and says what would be right', (text, advice) => {
    expect(originProblem(text)).toContain(advice)
  })
})
