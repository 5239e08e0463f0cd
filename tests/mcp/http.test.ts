import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, describe, expect, it } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import type { UserRole } from '../../src/values/vocabulary.ts'
import { everyRow } from '../graph.ts'
import { seed } from '../graph-fixture.ts'
import { serverWithUsers } from '../server/access-fixture.ts'
import { connectedBy } from './connected.ts'

const open = await serverWithUsers({}, { schema }, [seed])
const closed = await serverWithUsers({ isPrivate: true }, { schema }, [seed])

type Site = typeof open

/** A client of the SDK at /mcp, which sends the token of a role. */
async function clientAt(site: Site, role: UserRole | null, mode: 'legacy' | 'auto' = 'legacy') {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
  const headers = role ? site.bearer(role) : {}
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${site.url}/mcp`), { requestInit: { headers } }),
  )
  afterAll(() => client.close())
  return connectedBy(client)
}

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }

/** Posts a message, or what is none. */
async function post(site: Site, message: unknown, headers: Record<string, string> = {}, method = 'POST') {
  const body = method === 'GET' ? undefined : typeof message === 'string' ? message : JSON.stringify(message)
  const got = await site.send({
    method,
    path: '/mcp',
    headers: { ...json, ...headers },
    ...(body !== undefined && { body }),
  })
  return { ...got, message: JSON.parse(got.text.replace(/^event: message\ndata: /, '')) }
}

const proposal = {
  newSource: { slug: 'over-http', title: 'Over HTTP', kind: 'ARTICLE' },
  statements: [{ speaker: 'ukraine', text: 'It was not us.', quoteType: 'DIRECT', act: 'DENY' }],
}
const namesOfProposals = ['propose_report', 'propose_statements']

describe('a client of the SDK', () => {
  it.each(['legacy', 'auto'] as const)(
    'reads an open graph without a token, by the protocol of %s',
    async (mode) => {
      const { client, toolNames, call } = await clientAt(open, null, mode)
      expect(client.getNegotiatedProtocolVersion()).toMatch(mode === 'auto' ? /^2026/ : /^2025/)
      expect(await toolNames()).toEqual(['search', 'node', 'positions', 'statements', 'paths', 'graphql'])
      const { data } = await call('positions', { claim: 'ukraine-behind-incursion' })
      expect(data.positions).toHaveLength(2)
      expect(data.claim.link).toBe(`${open.url}/claim/ukraine-behind-incursion`)
    },
  )

  it('is refused a private graph without a token, and reads it as a READER', async () => {
    await expect(clientAt(closed, null)).rejects.toThrow()
    const got = await post(closed, list)
    expect([got.status, got.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    expect(got.message.error).toMatchObject({
      message: expect.stringMatching(/private.*Authorization: Bearer/),
      data: { code: 'UNAUTHENTICATED' },
    })
    const { call } = await clientAt(closed, 'READER')
    expect((await call('graphql', { query: '{ me { name } }' })).data.data.me).toEqual({ name: 'reader' })
  })

  it('proposes as an EDITOR, and not as a READER', async () => {
    const before = everyRow(open.writer).statement
    const reader = await clientAt(open, 'READER')
    expect((await reader.toolNames()).filter((name) => namesOfProposals.includes(name))).toEqual([])
    await expect(reader.call('propose_statements', proposal)).rejects.toThrow('propose_statements')
    expect(everyRow(open.writer).statement).toEqual(before)

    const editor = await clientAt(open, 'EDITOR')
    const { data } = await editor.call('propose_statements', proposal)
    const { revision } = (
      await editor.call('graphql', { query: `{ revision(id: "${data.revision}") { by { name } } }` })
    ).data.data
    expect(revision).toEqual({ by: { name: 'editor' } })
    const again = await editor.call('propose_statements', proposal)
    expect([again.isError, again.text]).toEqual([
      true,
      expect.stringContaining('newSource.slug: "over-http" is there already'),
    ])
  })
})

describe('a page of another site', () => {
  it.each([
    ['by its origin', { origin: 'https://elsewhere.example' }],
    ['by what the browser says of it', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
    ['by an origin that is none', { origin: 'null' }],
  ])('is refused, %s', async (_, headers) => {
    expect((await post(open, list, headers)).status).toBe(403)
  })

  it('cannot use the session of whoever looks at it, and a page of the server’s own can', async () => {
    const cookie = await open.sessionOf('EDITOR')
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'graphql', arguments: { query: '{ me { name } }' } },
    }
    for (const headers of [{}, { origin: 'http://localhost:1' }, { 'sec-fetch-site': 'same-site' }]) {
      const got = await post(open, call, { cookie, ...headers })
      expect([got.status, got.message.error.data]).toEqual([
        403,
        expect.objectContaining({ code: expect.any(String) }),
      ])
    }
    const own = await post(open, call, { cookie, origin: open.url, 'sec-fetch-site': 'same-origin' })
    expect(own.message.result.structuredContent.data.me).toEqual({ name: 'editor' })
  })

  it('cannot ask by a name that it gives this machine', async () => {
    const got = await open.send({
      method: 'POST',
      path: '/mcp',
      headers: { ...json, host: 'rebound.example' },
      body: JSON.stringify(list),
    })
    expect(got.status).toBe(403)
  })

  it('of this machine may ask first', async () => {
    const got = await open.send({
      method: 'OPTIONS',
      path: '/mcp',
      headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
    })
    expect(got.headers['access-control-allow-methods']).toBe('POST, OPTIONS')
  })
})

describe('what is no message is refused in words, with the status of its kind', () => {
  it.each([
    ['GET', '', {}, 'GET', 405, -32_000, /by POST/],
    ['DELETE', '', {}, 'DELETE', 405, -32_000, /by POST/],
    ['another type', list, { 'content-type': 'text/plain' }, 'POST', 415, -32_000, /application\/json/],
    ['half of JSON', '{"jsonrpc":', {}, 'POST', 400, -32_700, /not JSON/],
    ['several at once', [list, list], {}, 'POST', 400, -32_600, /object/],
    ['an object of another kind', { query: '{ me { name } }' }, {}, 'POST', 400, -32_600, /JSON-RPC/],
    ['an unknown method', { ...list, method: 'accept' }, {}, 'POST', 200, -32_601, /not found/],
    [
      'an unknown tool',
      { ...list, method: 'tools/call', params: { name: 'accept' } },
      {},
      'POST',
      200,
      -32_602,
      /accept not found/,
    ],
    [
      'a list of arguments',
      { ...list, method: 'tools/call', params: { name: 'search', arguments: [1] } },
      {},
      'POST',
      200,
      -32_602,
      /arguments/,
    ],
    ['a body that is too large', 'x'.repeat(1_100_000), {}, 'POST', 413, -32_000, /larger than 1024 KiB/],
    [
      'a token of nobody',
      list,
      { authorization: `Bearer hearsay_${'A'.repeat(43)}` },
      'POST',
      401,
      -32_000,
      /opens nothing/,
    ],
  ] as const)('%s', async (_, message, headers, method, status, code, told) => {
    const got = await post(open, message, headers, method)
    expect([got.status, got.message.error.code]).toEqual([status, code])
    expect(got.message.error.message).toMatch(told)
  })

  it('and none of it is an error of ours', () => {
    expect([...open.lines, ...closed.lines].filter(({ level }) => Number(level) >= 50)).toEqual([])
  })
})
