import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { serverAudits } from 'graphql-http'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { readQuestions } from '../../src/server/question.ts'
import { seed, worlds } from '../graph-fixture.ts'
import { serverWithUsers } from './access-fixture.ts'
import { type Asked, askBoth, type BothUrls, rawAnswers } from './both-ways.ts'
import { emptyGraph, startServer } from './fixture.ts'

const allowOrigin = ['https://app.example']
const graph = emptyGraph()
const urls: BothUrls = [
  (await startServer({ graph, allowOrigin })).url,
  (await startServer({ graph, allowOrigin, lane: false })).url,
]

const hello = '{ hello }'
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex')
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } })
const two = 'query A($n: String) { hello(name: $n) } query B { things { totalCount } }'
const long = '{ things(first: 200) { nodes { id name } } }'
const wide = (name: string) =>
  `{ ${Array.from({ length: 99 }, (_, n) => `a${n}: hello(name: "${name}")`).join(' ')} }`

/** Bodies of all kinds: text as it stands, the rest as JSON. */
const bodies: readonly unknown[] = [
  // What is answered.
  { query: hello },
  { query: hello, variables: null, operationName: null, extensions: null },
  { query: hello, variables: {}, extensions: {} },
  { query: ` ${hello}` },
  { query: two, operationName: 'A', variables: { n: 'Ada' } },
  { query: two, operationName: 'B' },
  { query: long },
  { query: '{ hello(name: "Zoë 🦊 \u2028") }' },
  { query: '{ __schema { queryType { name } } }' },
  { query: 'query($yes: Boolean!) { hello @include(if: $yes) __typename }', variables: { yes: false } },
  { query: hello, extensions: persisted(hashOf(hello)) },
  { extensions: persisted(hashOf(hello)) },
  { extensions: persisted(hashOf(hello).toUpperCase()), variables: {} },
  // What is answered with errors.
  { query: '{ hello wrong }' },
  { query: '{ missing }' },
  { query: '{ hello broken }' },
  { query: '{ coded }' },
  { query: '{ a: wrong b: broken c: coded d: missing }' },
  { query: '{ thing(id: 1) { things(first: 501) { totalCount } } }' },
  { query: 'query($first: Int) { things(first: $first) { totalCount } }', variables: { first: 501 } },
  // What is refused.
  { query: 'query($first: Int) { things(first: $first) { totalCount } }', variables: { first: 'ten' } },
  { query: 'query($first: Int) { things(first: $first) { totalCount } }', variables: { first: { a: [1] } } },
  { query: 'query($id: ID!) { thing(id: $id) { id } }' },
  { query: 'query($id: ID!) { thing(id: $id) { id } }', variables: { id: null } },
  { query: 'query($id: ID!) { thing(id: $id) { id } }', variables: { id: 1, other: 'x'.repeat(3_000) } },
  { query: two },
  { query: two, operationName: 'C' },
  { query: two, operationName: '' },
  { query: two, operationName: 5 },
  { query: '{ hello' },
  { query: '' },
  { query: '{ helo }' },
  { query: '{ helo wrongs brokn }' },
  { query: `{ ${'hello '.repeat(5_000)} }` },
  { query: wide('x') },
  { query: `{ b: hello ${wide('y').slice(2)}` },
  { query: `{ thing(id: 1) { ${'parts { '.repeat(20)} id ${'} '.repeat(20)} } }` },
  { query: 'subscription { hello }' },
  { query: 'mutation { hello }' },
  { query: hello, variables: [] },
  { query: hello, variables: 'x' },
  { query: hello, extensions: 7 },
  { query: hello, extensions: [] },
  { query: hello, more: null },
  { query: hello, more: 1 },
  { query: 5 },
  { query: null },
  { query: [hello] },
  { variables: {} },
  {},
  [],
  [{ query: hello }],
  null,
  5,
  'hello',
  '',
  '{',
  '{"query":"{ hello }"} ',
  '\u{feff}{"query":"{ hello }"}',
  '{"query":"{ hello }","__proto__":{"a":1}}',
  '{"query":"{ hello }","query":"{ __typename }"}',
  { extensions: persisted(hashOf('nobody has asked this')) },
  { query: hello, extensions: persisted(hashOf('another')) },
  { query: hello, extensions: persisted('short') },
  { query: hello, extensions: persisted(hashOf(hello), 2) },
  { query: hello, extensions: { persistedQuery: 'x' } },
  { query: hello, extensions: { persistedQuery: null } },
  { query: `{ hello } # ${'x'.repeat(25_000)}` },
  { query: `{ hello } # ${'x'.repeat(1024 * 1024)}` },
]
const textOfBody = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))

const graphqlJson = 'application/graphql-response+json'
/** Values of the headers that mean something, absent among them. */
const headers: Readonly<Record<string, readonly (string | undefined)[]>> = {
  accept: [
    undefined,
    '*/*',
    'application/*',
    'application/json',
    graphqlJson,
    `${graphqlJson}, application/json;q=0.9`,
    `application/json;q=0.1, ${graphqlJson};q=0.9`,
    `Application/JSON; charset=UTF-8`,
    `application/json; charset=latin1, ${graphqlJson}`,
    'application/json; charset=latin1',
    `${graphqlJson}, application/graphql+json, application/json, text/event-stream, multipart/mixed`,
    'text/event-stream',
    'text/event-stream, application/json',
    'multipart/mixed',
    'text/html',
    'text/*, */*;q=0.1',
    '*/json',
    'image/png, text/plain',
    ',',
    'nonsense',
  ],
  'content-type': [
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset=latin1',
    'APPLICATION/JSON',
    ' application/json ; a=b',
    'application/graphql+json',
    'application/json, text/plain',
    'application/jsonp',
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    '',
  ],
  'content-encoding': [undefined, 'gzip', 'identity'],
  'accept-encoding': [
    undefined,
    'gzip',
    'br',
    'gzip, br',
    'identity',
    'gzip;q=0',
    'br;q=0, gzip',
    '*',
    'GZIP',
  ],
  origin: [undefined, 'https://app.example', 'https://other.example', 'http://localhost:5173', 'null', 'x y'],
  'sec-fetch-site': [undefined, 'cross-site', 'same-site', 'same-origin', 'none'],
  'sec-fetch-mode': [undefined, 'cors', 'navigate'],
  'if-none-match': [undefined, '*'],
  authorization: [undefined, 'Basic YTpi', 'Bearer hearsay_no', 'Bearer'],
  cookie: [undefined, 'a=b'],
  connection: [undefined, 'close', 'keep-alive'],
}
const plainHeaders = { accept: graphqlJson }

describe('the lane answers as Yoga does', () => {
  test.each(bodies.map((body) => [textOfBody(body).slice(0, 90), textOfBody(body)]))(
    '%s',
    async (_, body) => {
      await askBoth(urls, { body })
      await askBoth(urls, { body, headers: plainHeaders }, 1)
      await askBoth(urls, { body, headers: { 'accept-encoding': 'br' } }, 1)
    },
  )

  test.each(
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  )('%s: %s', async (name, value) => {
    const asked = { headers: value === undefined ? {} : { [name]: value } }
    for (const body of [{ query: long }, { query: '{ a: wrong b: broken }' }, { query: '{ helo }' }])
      await askBoth(urls, { ...asked, body: JSON.stringify(body) }, 2)
  })

  test('whatever comes together', () => {
    const some = fc.record(
      Object.fromEntries(
        Object.entries(headers).map(([name, values]) => [
          name,
          // Most requests are plain but for one or two headers.
          fc.oneof({ weight: 3, arbitrary: fc.constant(values[0]) }, fc.constantFrom(...values)),
        ]),
      ),
    )
    const body = fc.constantFrom(...bodies.slice(0, -2).map(textOfBody))
    const asked = fc.record({
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant('POST') },
        fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT'),
      ),
      path: fc.oneof(
        { weight: 9, arbitrary: fc.constant('/graphql') },
        fc.constantFrom('/graphql?a', '/graphql?query=%7Bhello%7D', '/graphql/', '//graphql'),
      ),
      headers: some,
      body,
    })
    return fc.assert(
      fc.asyncProperty(asked, async ({ headers, ...rest }) => {
        const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
        await askBoth(urls, { ...rest, headers: sent }, 1)
      }),
      { numRuns: 300, seed: 13 },
    )
  })

  test('and is the way of a plain query that comes again', async () => {
    const isByYoga = async (asked: Asked) => (await askBoth(urls, asked)).map((answer) => answer.isByYoga)
    const body = JSON.stringify({ query: '{ hello __typename }' })
    expect(await isByYoga({ body })).toEqual([false, true])
    expect(await isByYoga({ body, headers: plainHeaders })).toEqual([false, true])
    expect(await isByYoga({ body, headers: { origin: 'https://app.example' } })).toEqual([false, true])
    expect(await isByYoga({ body: JSON.stringify({ query: '{ hello broken }' }) })).toEqual([false, true])
    expect(await isByYoga({ body: JSON.stringify({ query: '{ helo }' }) })).toEqual([true, true])
    expect(await isByYoga({ body, path: '/graphql?a' })).toEqual([true, true])
  })
})

describe('on the wire', () => {
  const head = (length: number | string, more = '') =>
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`
  const body = JSON.stringify({ query: hello })
  const one = head(body.length) + body
  const chunked =
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n'
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

  test.each<[string, readonly string[]]>([
    ['one after the other on one connection', [one, one, one]],
    ['all at once on one connection', [one.repeat(20)]],
    ['known ones and others at once', [one, `${head(2)}{}${one}`.repeat(3)]],
    ['in pieces', [one.slice(0, 20), one.slice(20, -5), one.slice(-5)]],
    ['in chunks', [chunked + chunk(body.slice(0, 7)) + chunk(body.slice(7)) + chunk('')]],
    ['with leave to send it', [head(body.length, 'expect: 100-continue\r\n'), body]],
    ['HTTP/1.0', [one.replace('HTTP/1.1', 'HTTP/1.0')]],
    ['without a length', [one.replace(/content-length.*\r\n/, '')]],
    ['with a length that is too large', [head(2 * 1024 * 1024)]],
    ['with a length that is none', [head('x')]],
    ['with a name that is not ours', [one.replace('localhost', 'other.example')]],
    ['the whole address', [one.replace('/graphql', 'http://localhost/graphql')]],
  ])('%s', async (_, pieces) => {
    const [lane, yoga] = await Promise.all(urls.map((url) => rawAnswers(url, pieces)))
    expect(lane).toBe(yoga)
    expect(lane).toContain('HTTP/1.1 ')
  })
})

describe('whoever asks', () => {
  const queries = [
    '{ me }',
    '{ hello me }',
    'mutation { write }',
    'mutation { a: write b: govern }',
    'mutation { write govern }',
  ]
  const servers = async (isPrivate: boolean, writeRate = { most: 8, within: 60_000 }) =>
    [
      await serverWithUsers({ isPrivate, writeRate }),
      await serverWithUsers({ isPrivate, writeRate }, { lane: false }),
    ] as const

  test.each([false, true])(
    'is known, and may what they may, where the graph is private: %s',
    async (isPrivate) => {
      const [lane, yoga] = await servers(isPrivate)
      for (const role of [null, 'READER', 'EDITOR', 'ADMIN'] as const) {
        const [first, second] = [lane, yoga].map((server) => (role ? server.bearer(role) : {}))
        for (const query of [...queries, ...queries]) {
          const [a, b] = [await lane.ask(query, first), await yoga.ask(query, second)]
          expect([a.status, a.text]).toEqual([b.status, b.text])
          expect({ ...a.headers, date: '' }).toEqual({ ...b.headers, date: '' })
        }
      }
    },
  )

  test('in a session, from its own pages alone', async () => {
    const [lane, yoga] = await servers(false)
    for (const origin of [(url: string) => url, () => 'http://localhost:5173', () => 'https://other.example'])
      for (const _ of [1, 2, 3]) {
        const [a, b] = await Promise.all(
          [lane, yoga].map(async (server) =>
            server.ask('{ me }', { cookie: await server.sessionOf('EDITOR'), origin: origin(server.url) }),
          ),
        )
        const plain = (text = '') => text.replaceAll(/127\.0\.0\.1:\d+/g, 'us')
        expect([a?.status, plain(a?.text)]).toEqual([b?.status, plain(b?.text)])
      }
  })
})

describe('the fifteen questions', async () => {
  const { graph: seeded } = worlds().of(seed)
  const both: BothUrls = [
    (await startServer({ schema, graph: seeded })).url,
    (await startServer({ schema, graph: seeded, lane: false })).url,
  ]
  test.each(readQuestions().map(({ title, query }) => [title, query]))('%s', async (_, query) => {
    await askBoth(both, { body: JSON.stringify({ query }) })
  })
})

/** Each request of the audits twice: what comes again goes by the lane. */
const again: typeof fetch = async (input, init) => {
  await (await fetch(input, init)).arrayBuffer()
  return fetch(input, init)
}
describe.each([
  ['the lane', urls[0]],
  ['Yoga', urls[1]],
])('the audits of GraphQL over HTTP, by %s', (_, url) => {
  const audits = serverAudits({ url: `${url}/graphql`, fetchFn: again })
  test('are 61', () => expect(audits).toHaveLength(61))
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' })
  })
})
