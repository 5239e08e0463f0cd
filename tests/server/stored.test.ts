import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema as hearsay } from '../../src/api/schema.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { isKnownTag } from '../../src/server/etag.ts'
import { openGraph, openWriter } from '../engine.ts'
import { emptyFolder, startServer } from './fixture.ts'

const { url } = await startServer()
const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql?${new URLSearchParams({ query })}`, {
    headers: { accept: 'application/json', ...headers },
  })
const LARGE = '{ things(first: 400) { nodes { id name } } }'

describe('an answer to GET', () => {
  test.each(['identity', 'gzip', 'br'])(
    'has a tag, and is not sent again to whoever has it (%s)',
    async (encoding) => {
      const headers = { 'accept-encoding': encoding }
      const first = await get(LARGE, headers)
      expect(first.headers.get('cache-control')).toBe('no-cache')
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
      const again = await get(LARGE, { ...headers, 'if-none-match': etag })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('cache-control')).toBe('no-cache')
      expect(again.headers.get('vary')).toMatch(/accept, accept-encoding/)
    },
  )

  test('has another tag if anything in it is another', async () => {
    const queries = ['{ hello }', '{ hello(name: "Ada") }', '{ thing(id: "1") { id } }', '{ helo }']
    const tags = await Promise.all(queries.map(async (query) => (await get(query)).headers.get('etag')))
    expect(new Set(tags).size).toBe(queries.length)
  })

  test('to HEAD has the same head', async () => {
    const address = `${url}/graphql?query={hello}`
    const [whole, head] = [await fetch(address), await fetch(address, { method: 'HEAD' })]
    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
    expect(await head.text()).toBe('')
  })

  test('that is refused has none', async () => {
    const answer = await fetch(`${url}/graphql?query={hello}&variables={`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('etag')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  test('changes its tag when another process changes the graph', async () => {
    const path = join(emptyFolder(), 'graph.db')
    openWriter(path).close()
    const { url } = await startServer({ schema: hearsay, graph: openGraph(path) })
    const address = `${url}/graphql?query={stats{statements}}`
    const etag = (await fetch(address)).headers.get('etag') ?? ''
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const writer = openWriter(path)
    importDossiers(writer, ['seed/belgorod.yaml'])
    writer.close()
    const changed = await fetch(address, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect((await changed.json()).data.stats.statements).toBeGreaterThan(0)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })
})

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['*', true],
  [' * ', true],
  ['"b", W/"a"', true],
  ['"b","a"', true],
  ['"a, b", "a"', true],
  ['"a, b"', false],
  ['"b"', false],
  ['a', false],
  ['"a', false],
  ['', false],
  [null, false],
])('If-None-Match: %s', (header, known) => {
  expect(isKnownTag(header, '"a"')).toBe(known)
  expect(isKnownTag(header, 'W/"a"')).toBe(known)
})

test('an answer to POST is not kept', async () => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ hello }"}',
  })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('etag')).toBeNull()
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test.each(['br', 'gzip', 'identity'])('/schema.graphql comes compressed (%s), once', async (encoding) => {
  const headers = { 'accept-encoding': encoding }
  const first = await fetch(`${url}/schema.graphql`, { headers })
  expect(first.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  expect(first.headers.get('vary')).toBe('origin, accept-encoding')
  expect(await first.text()).toContain('type Query {')
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(`${url}/schema.graphql`, { headers: { ...headers, 'if-none-match': etag } })
  expect(again.status).toBe(304)
})

test.each([
  'application/json',
  'Application/JSON',
  'APPLICATION/JSON;CHARSET=UTF-8',
  'application/json ; charset="utf-8"',
  'application/graphql+json',
  'application/json;odata=verbose',
])('a body of %s is JSON', async (type) => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: '{"query":"{ hello }"}',
  })
  expect(await answer.json()).toEqual({ data: { hello: 'Hello world' } })
})

test.each([
  'application/json-patch',
  'application/jsonl',
  'text/json',
  'application/ld+json',
  'x application/json',
])('a body of %s is none', async (type) => {
  const headers = { 'content-type': type }
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ hello }"}' })
  expect(answer.status).toBe(415)
})

test('GET changes nothing, by whatever name the operation is called', async () => {
  const writing = buildSchema('type Query { a: Int } type Mutation { write: Int }')
  const { url } = await startServer({ schema: writing })
  for (const query of ['mutation { write }', 'query A { a } mutation B { write }']) {
    const params = new URLSearchParams({ query, ...(query.includes('B') && { operationName: 'B' }) })
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(`${url}/graphql?${params}`, { method })).status).toBe(405)
  }
})
