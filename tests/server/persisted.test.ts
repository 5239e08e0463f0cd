import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PersistedQueries } from '../../src/server/persisted.ts'
import { startServer } from './fixture.ts'

const { url } = await startServer()
const tokenHash = (query: string) => createHash('sha256').update(query).digest('hex')
const named = (query: string, sha256Hash = tokenHash(query)) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
})
let count = 0
/** A query that nobody has asked yet. */
const fresh = (field = 'hello') => `query Fresh${count++} { ${field} }`

type Params = Readonly<Record<string, unknown>>
type Ask = (params: Params, accept?: string) => Promise<Response>

const post: Ask = (params, accept = 'application/json') =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(params),
  })
const get: Ask = (params, accept = 'application/json') => {
  const texts = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return fetch(`${url}/graphql?${new URLSearchParams(Object.fromEntries(texts))}`, { headers: { accept } })
}
const codeOf = async (answer: Response) => (await answer.json()).errors?.[0]?.extensions.code

describe.each([
  ['POST', post],
  ['GET', get],
] as const)('a query that is named by its hash, by %s', (_, ask) => {
  test('is asked for once, and known from then on', async () => {
    const query = fresh()
    const unknown = await ask(named(query))
    expect(unknown.status).toBe(200)
    expect((await unknown.json()).errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ])
    expect(await (await ask({ query, ...named(query) })).json()).toEqual({ data: { hello: 'Hello world' } })
    expect(await (await ask(named(query))).json()).toEqual({ data: { hello: 'Hello world' } })
    expect(await (await ask(named(query, tokenHash(query).toUpperCase()))).json()).toHaveProperty('data')
  })

  test('has its variables and its operation besides', async () => {
    const query = `query A($n: String) { hello(name: $n) } query B { things { totalCount } } # ${count++}`
    const more = { operationName: 'A', variables: { n: 'Ada' } }
    await ask({ query, ...named(query), ...more })
    expect(await (await ask({ ...named(query), ...more })).json()).toEqual({ data: { hello: 'Hello Ada' } })
  })

  test('is 404 for who reads the status', async () => {
    const answer = await ask(named(fresh()), 'application/graphql-response+json')
    expect(answer.status).toBe(404)
    expect(await codeOf(answer)).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  test.each([
    ['a hash of another text', () => '0'.repeat(64), 'PERSISTED_QUERY_MISMATCH'],
    ['half a hash', (query: string) => tokenHash(query).slice(32), 'BAD_REQUEST'],
    ['no hash', () => '', 'BAD_REQUEST'],
  ])('with %s is refused with 400, and not kept', async (_, hash, code) => {
    const query = fresh()
    const answer = await ask({ query, ...named(query, hash(query)) })
    expect(answer.status).toBe(400)
    expect(await codeOf(answer)).toBe(code)
    expect(await codeOf(await ask(named(query)))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  test.each([
    ['a mistake in it', () => `{ hello # ${count++}`],
    ['a field that is not there', () => fresh('helo')],
    [
      'too much to ask',
      () => fresh('things(first: 500) { nodes { things(first: 500) { totalCount nodes { id } } } }'),
    ],
    ['variables that are wrong', () => `query ($n: Int!) { tallies(first: $n) { count } } # ${count++}`],
  ])('with %s is not kept', async (_, make) => {
    const query = make()
    expect(await (await ask({ query, ...named(query) })).json()).toHaveProperty('errors')
    expect(await codeOf(await ask(named(query)))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  test('in a way that is not known is told so, that the client sends the query instead', async () => {
    const persistedQuery = { version: 2, sha256Hash: '0'.repeat(64) }
    const answer = await (await ask({ extensions: { persistedQuery } })).json()
    expect(answer.errors[0].message).toBe('PersistedQueryNotSupported')
  })

  test('or not named after all, is asked as any other', async () => {
    for (const extensions of [{}, { persistedQuery: null }, { other: 1 }])
      expect(await (await ask({ query: fresh(), extensions })).json()).toHaveProperty('data')
  })
})

test.each([[[]], ['x'], [1], [true], [{ version: 1, sha256Hash: 7 }], [{ version: 1 }], [{}]])(
  'extensions.persistedQuery %j does no harm',
  async (persistedQuery) => {
    const answer = await post({ query: fresh(), extensions: { persistedQuery } })
    expect(answer.status).toBeLessThan(500)
    expect(await answer.json()).toHaveProperty('errors')
  },
)

test('what is kept is bounded by its bytes, and what was asked last stays', () => {
  const queries = new PersistedQueries(1_000)
  const texts = ['a', 'б', 'c', 'd'].map((letter) => letter.repeat(letter === 'б' ? 200 : 400))
  const [first, second, third, fourth] = texts.map((query) => ({ query, ...named(query) }))
  const isKept = (params: typeof first) => {
    try {
      return queries.resolved({ extensions: params?.extensions as Record<string, unknown> }).query
    } catch {
      return null
    }
  }
  queries.keep(first)
  queries.keep(second)
  expect(isKept(first)).toBe(texts[0])
  queries.keep(third)
  expect([first, second, third].map(isKept)).toEqual([texts[0], null, texts[2]])
  queries.keep(fourth)
  expect([first, third, fourth].map(isKept)).toEqual([null, texts[2], texts[3]])
  const tooLong = 'x'.repeat(1_001)
  queries.keep({ query: tooLong, ...named(tooLong) })
  expect(isKept({ query: tooLong, ...named(tooLong) })).toBeNull()
})
