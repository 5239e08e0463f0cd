import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { ask, emptyGraph, startServer } from './fixture.ts'

const questions = [{ title: 'Who is <Tom> & why?', query: '{ hello(name: "a&b") }' }]
const { url, lines, graph } = await startServer({ questions })
const json = { 'content-type': 'application/json' }
const post = (body: string, headers: Record<string, string> = json) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body })
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { accept: 'application/json', ...headers },
  })

describe('what may be asked, and how', () => {
  test('queries by GET', async () => {
    const answer = await get({ query: 'query($n: String) { hello(name: $n) }', variables: '{"n":"Ada"}' })
    expect(await answer.json()).toEqual({ data: { hello: 'Hello Ada' } })
  })

  test("variables in a URL that are no JSON are the caller's mistake", async () => {
    const answer = await get({ query: '{ hello }', variables: '{' })
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors[0].extensions.code).toBe('BAD_REQUEST')
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/graphql',
    'multipart/form-data; boundary=x',
  ])('a body of %s is refused: any page on the web could send it', async (type) => {
    expect((await post('query=%7Bhello%7D', { 'content-type': type })).status).toBe(415)
  })

  test('pages of other sites may not ask', async () => {
    expect((await get({ query: '{ hello }' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await get({ query: '{ hello }' }, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('no site is told that it may read answers', async () => {
    const answers = [
      await post('{"query":"{ hello }"}', { ...json, origin: 'https://example.org' }),
      await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://example.org' } }),
      await fetch(url, { headers: { origin: 'https://example.org' } }),
    ]
    for (const { headers } of answers)
      expect([...headers.keys()].filter((it) => it.startsWith('access-control-'))).toEqual([])
  })

  test('one operation at a time', async () => {
    const answer = await post('[{"query":"{ hello }"},{"query":"{ hello }"}]')
    expect(answer.status).toBe(400)
  })

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is not a way to ask', async (method) => {
    expect((await fetch(`${url}/graphql`, { method })).status).toBe(405)
  })
})

describe('a body', () => {
  const tooLarge = JSON.stringify({ query: `{ hello } # ${'x'.repeat(1024 * 1024)}` })

  test('of more than 1 MiB is refused', async () => {
    const answer = await post(tooLarge)
    expect(answer.status).toBe(413)
    expect((await answer.json()).errors[0].extensions.code).toBe('PAYLOAD_TOO_LARGE')
  })

  test('that does not say how long it is, too', async () => {
    const body = Readable.toWeb(
      Readable.from([tooLarge.slice(0, 9e5), tooLarge.slice(9e5)]),
    ) as ReadableStream
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: json,
      body,
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
  })

  test('of almost 1 MiB is read', async () => {
    const answer = await post(
      JSON.stringify({ query: '{ hello }', extensions: { padding: 'x'.repeat(1_040_000) } }),
    )
    expect(await answer.json()).toEqual({ data: { hello: 'Hello world' } })
  })

  test.each(['', '{', '"text"', 'null', '[]', '{}', '{"query":1}', '{"query":"{ hello }","variables":1}'])(
    'of %j is answered with 400',
    async (body) =>
      expect((await post(body, { ...json, accept: 'application/graphql-response+json' })).status).toBe(400),
  )
})

describe('an answer', () => {
  const large = JSON.stringify({ query: '{ things(first: 400) { nodes { id name } } }' })

  test('is compressed if it is large and the client takes it', async () => {
    const answer = await post(large, { ...json, 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect((await answer.json()).data.things.nodes).toHaveLength(400)
    const small = await post('{"query":"{ hello }"}', { ...json, 'accept-encoding': 'gzip' })
    expect(small.headers.get('content-encoding')).toBeNull()
  })

  test('is not compressed for others', async () => {
    expect(
      (await post(large, { ...json, 'accept-encoding': 'identity' })).headers.get('content-encoding'),
    ).toBeNull()
    expect(
      (await post(large, { ...json, 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding'),
    ).toBeNull()
  })

  test('is the same at first sight and compiled', async () => {
    const query =
      '{ being { __typename name ... on Cat { kin { name } } } things(first: 2) { nodes { id things { totalCount } } } }'
    const [first, second, third] = [await ask(url, query), await ask(url, query), await ask(url, query)]
    expect(first.data).toMatchObject({ being: { __typename: 'Cat', name: 'Tom' } })
    expect([second, third]).toEqual([first, first])
  })
})

describe('pages', () => {
  test('the start page needs nothing but itself, and leads on', async () => {
    const page = await fetch(url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await page.text()
    expect(html).not.toMatch(/<script|https?:/)
    expect(html).toContain('Who is &lt;Tom&gt; &amp; why?')
    expect(html).toContain(`/graphql?query=${encodeURIComponent('{ hello(name: "a&b") }')}`)
    expect(html).toContain('href="/schema.graphql"')
  })

  test('/schema.graphql is the schema', async () => {
    const page = await fetch(`${url}/schema.graphql`)
    expect(await page.text()).toContain('type Query {')
  })

  test.each(['/', '/health', '/schema.graphql', '/nowhere'])(
    'HEAD %s is GET without its body',
    async (path) => {
      const [whole, head] = [await fetch(url + path), await fetch(url + path, { method: 'HEAD' })]
      expect(head.status).toBe(whole.status)
      expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'))
      expect(await head.text()).toBe('')
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
      expect(whole.headers.get('referrer-policy')).toBe('no-referrer')
      await whole.text()
    },
  )

  test('what is not there says where things are', async () => {
    const answer = await fetch(`${url}/nowhere`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('GraphQL is at /graphql')
  })

  test('pages are only read', async () => {
    const answer = await fetch(url, { method: 'POST', body: 'x' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  test.each([
    '//',
    '/%',
    '/%E0%A4%A',
    '/graphql?query=%',
    '/graphql?query=%7B&variables=%%',
    '/constructor',
    '/__proto__',
    '*',
    '/../../etc/passwd',
    'http://',
    '/graphql/health',
    '/graphql?%00',
  ])('the URL %s does no harm', async (path) => {
    const status = await statusOf(path)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
    expect((await ask(url, '{ hello }')).status).toBe(200)
  })

  test('what is no HTTP at all does no harm', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.end('hello there\r\n\r\n')
    for await (const chunk of socket) expect(String(chunk)).toContain('400 Bad Request')
    expect((await ask(url, '{ hello }')).status).toBe(200)
  })
})

/** Sends a path as it stands: fetch would put it right first. */
const statusOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(url)
    httpRequest({ host: '127.0.0.1', port, path }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end()
  })

test('/health tells when the graph does not answer', async () => {
  const broken = emptyGraph()
  const { url } = await startServer({ graph: broken })
  expect((await fetch(`${url}/health`)).status).toBe(200)
  broken.engine.close()
  const answer = await fetch(`${url}/health`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ status: 'unavailable' })
})

test('a request is one line of the log, without what was asked', async () => {
  await ask(url, 'query($name: String) { hello(name: $name) }', { name: 'a secret of the caller' })
  await get({ query: '{ hello(name: "another secret") }' })
  await expect
    .poll(() => lines.filter(({ msg }) => msg === 'request').at(-1))
    .toMatchObject({
      method: 'GET',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
    })
  expect(JSON.stringify(lines)).not.toContain('secret')
})

test('a server without a socket answers as well', async () => {
  const { createApp } = await import('../../src/server/app.ts')
  const { schema, memoryLog } = await import('./fixture.ts')
  const { yoga } = createApp({ schema, graph, log: memoryLog().log })
  const answer = await yoga.fetch('http://hearsay/graphql', {
    method: 'POST',
    headers: json,
    body: '{"query":"{ hello }"}',
  })
  expect(await answer.json()).toEqual({ data: { hello: 'Hello world' } })
})
