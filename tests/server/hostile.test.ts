import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { checkGraph } from '../../src/model/check/check.ts'
import { makeToken, tokenHash } from '../../src/model/users/token.ts'
import { atOnce } from '../../src/sql/engine.ts'
import { dbOf } from '../engine.ts'
import { subscribe, take } from '../events.ts'
import { exported } from '../exported.ts'
import { dispute } from '../graph-fixture.ts'
import { serverWithUsers } from './access-fixture.ts'
import { type Attack, expectTold } from './hostile/attack.ts'
import { hostileChanges } from './hostile/changes.ts'
import { hostileValues } from './hostile/values.ts'

/**
 * What somebody might ask who means no good, of a server over HTTP: each is told what is wrong, where, and what would be
 * right; nothing is told of the server's insides; and the graph stays as it is.
 */
const server = await serverWithUsers({}, { schema }, [dispute])
const { ask, send, users, url, writer } = server
const asOf = (name: string, role: 'EDITOR' | 'READER' = 'EDITOR') => {
  const userId = users.put(name, role).user.id
  return { userId, authorization: `Bearer ${users.issue({ userId, kind: 'API' }).token}` }
}
const [editor, stranger, reader] = [asOf('editor'), asOf('stranger'), asOf('reader', 'READER')]
const headersOf = ({ authorization }: { authorization: string }) => ({ authorization })

/** Writes, before the hostile ones come. @returns The revision's id, and the node's. */
async function written(call: string, by = editor): Promise<{ revision: string; id: string }> {
  const { data, text } = await ask(
    `mutation { done: ${call} { revision { id changes { nodes { nodeId } } } } }`,
    headersOf(by),
  )
  const { revision } = data?.done ?? {}
  if (!revision) throw new Error(text)
  return { revision: revision.id, id: revision.changes.nodes[0].nodeId }
}
const placed = (slug: string, by = editor) =>
  written(`recordPlace(input: { slug: "${slug}", name: "${slug}", precision: EXACT })`, by)

const { revision: strangers } = await placed('quay', stranger)
const { id: merged } = await placed('old-quay')
await placed('new-quay')
await written('mergeEntities(into: "new-quay", from: ["old-quay"])')
const { revision: last } = await written('recordPlace(input: { id: "quay", name: "The Quay" })')

const stateOfGraph = () => ({
  dossier: exported(writer),
  revisions: dbOf(writer).prepare('select count(*) from revision').pluck().get(),
})
const before = stateOfGraph()
const asRows = (attacks: readonly Attack[]) => attacks.map((attack) => [attack.what, attack] as const)

/** That nothing was written, all is well, and no error was masked. */
function expectUntouched(): void {
  expect(stateOfGraph()).toEqual(before)
  expect(server.lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
}

describe('an editor who asks for nonsense', () => {
  test.each(asRows(hostileValues))('%s', async (_, attack) => {
    expectTold(attack, await ask(attack.query, headersOf(editor), attack.variables))
  })
  test('has changed nothing', expectUntouched)
})

describe('an editor who forges ids, cursors and revisions, and merges what is none', () => {
  test.each(asRows(hostileChanges({ merged, strangers, last })))('%s', async (_, attack) => {
    expectTold(attack, await ask(attack.query, headersOf(editor), attack.variables))
  })
  test('has changed nothing', expectUntouched)
})

describe('a caller who forges who they are', () => {
  const write =
    'mutation { recordPlace(input: { slug: "forged", name: "Forged", precision: EXACT }) { place { id } } }'
  const readerToken = reader.authorization
  const token = (changes: { expiresAt?: number } = {}) =>
    users.issue({ userId: editor.userId, kind: 'API', ...changes }).token
  const revoked = token()
  users.revoke(atOnce(users.store.token(tokenHash(revoked)))?.tokenId ?? 0)
  const ended = users.issue({ userId: editor.userId, kind: 'SESSION', expiresAt: Date.now() - 1 }).token
  const session = users.issue({ userId: editor.userId, kind: 'SESSION' }).token
  const readers = users.issue({ userId: reader.userId, kind: 'SESSION' }).token
  const name = `hearsay_${new URL(url).port}`
  const own = { origin: url, 'sec-fetch-site': 'same-origin' }

  test.each<[string, Record<string, string>, number, string, RegExp]>([
    ['nothing', {}, 401, 'UNAUTHENTICATED', /nobody has signed in.*hearsay token create/],
    [
      'a token that nobody made',
      { authorization: `Bearer ${makeToken()}` },
      401,
      'UNAUTHENTICATED',
      /opens nothing/,
    ],
    [
      'a token that has expired',
      { authorization: `Bearer ${token({ expiresAt: Date.now() - 1 })}` },
      401,
      'UNAUTHENTICATED',
      /opened until/,
    ],
    [
      'a token that was revoked',
      { authorization: `Bearer ${revoked}` },
      401,
      'UNAUTHENTICATED',
      /was revoked/,
    ],
    ['half a token', { authorization: `Bearer ${token().slice(0, 30)}` }, 401, 'UNAUTHENTICATED', /mistyped/],
    [
      'a token in the other case',
      { authorization: `Bearer ${token().toUpperCase()}` },
      401,
      'UNAUTHENTICATED',
      /mistyped/,
    ],
    [
      'two tokens in one',
      { authorization: `Bearer ${token()}, ${token()}` },
      401,
      'UNAUTHENTICATED',
      /mistyped/,
    ],
    ['a session’s token', { authorization: `Bearer ${session}` }, 401, 'UNAUTHENTICATED', /opens nothing/],
    ['SQL', { authorization: "Bearer ' or 1=1 --" }, 401, 'UNAUTHENTICATED', /opens nothing/],
    [
      'a token in another scheme',
      { authorization: `Basic ${token()}` },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'a reader’s token',
      { authorization: readerToken },
      403,
      'FORBIDDEN',
      /needs the role EDITOR, and reader has the role READER/,
    ],
    [
      'a reader’s session',
      { cookie: `${name}=${readers}`, ...own },
      403,
      'FORBIDDEN',
      /reader has the role READER/,
    ],
    [
      'a session that has ended',
      { cookie: `${name}=${ended}`, ...own },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'half a session',
      { cookie: `${name}=${session.slice(0, -1)}`, ...own },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'a token as a session',
      { cookie: `${name}=${token()}`, ...own },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'two sessions',
      { cookie: `${name}=${session}; ${name}=${readers}`, ...own },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'a session of another server',
      { cookie: `hearsay_1=${session}`, ...own },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'what a proxy would say',
      { 'x-forwarded-user': 'editor', 'x-remote-user': 'editor' },
      401,
      'UNAUTHENTICATED',
      /nobody has signed in/,
    ],
    [
      'a session, and does not say from where',
      { cookie: `${name}=${session}` },
      403,
      'FORBIDDEN',
      /a page that does not say where it is from/,
    ],
    [
      'a session, from nowhere',
      { cookie: `${name}=${session}`, origin: 'null' },
      403,
      'FORBIDDEN',
      /comes from null.*--base-url/,
    ],
    [
      'a session, from another host',
      { cookie: `${name}=${session}`, origin: 'https://evil.example' },
      403,
      'FORBIDDEN',
      /comes from https:\/\/evil\.example/,
    ],
    [
      'a session, from another port',
      { cookie: `${name}=${session}`, origin: 'http://127.0.0.1:1' },
      403,
      'FORBIDDEN',
      /comes from/,
    ],
    [
      'a session, from a name that looks like it',
      { cookie: `${name}=${session}`, origin: `${url}.evil.example` },
      403,
      'FORBIDDEN',
      /comes from/,
    ],
    [
      'a session, from the same site',
      { cookie: `${name}=${session}`, origin: url, 'sec-fetch-site': 'same-site' },
      403,
      'FORBIDDEN',
      /comes from/,
    ],
  ])('by %s is refused', async (_, headers, status, code, says) => {
    const got = await ask(write, headers)
    expect({ status: got.status, code: got.code, data: got.data ?? null }).toEqual({
      status,
      code,
      data: null,
    })
    expect(got.message).toMatch(says)
    expect(got.text).not.toMatch(/hearsay_[\w-]{43}/)
  })

  test('with two tokens is refused', async () => {
    const headers = [
      'host',
      'localhost',
      'content-type',
      'application/json',
      'authorization',
      readerToken,
      'Authorization',
      editor.authorization,
    ]
    const got = await send({
      method: 'POST',
      path: '/graphql',
      headers,
      body: JSON.stringify({ query: write }),
    })
    expect(got.status).toBe(400)
    expect(got.text).toContain('Authorization may be sent once.')
  })

  test.each([
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: write }).toString()],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${write}\r\n--x--\r\n`,
    ],
    ['text/plain', JSON.stringify({ query: write })],
    ['text/plain; charset=application/json', JSON.stringify({ query: write })],
    ['application/graphql', write],
    ['', JSON.stringify({ query: write })],
  ])('by a form of another site (%s) is refused, with a session and without', async (type, body) => {
    const typed = type ? { 'content-type': type } : {}
    for (const origin of ['https://evil.example', 'null', url]) {
      const headers = { ...typed, origin, cookie: `${name}=${session}` }
      const got = await send({ method: 'POST', path: '/graphql', headers, body })
      expect([403, 415]).toContain(got.status)
      expect(got.text).toMatch(/A session is for pages of|Send the query as application\/json/)
    }
    const token = await send({
      method: 'POST',
      path: '/graphql',
      headers: { ...typed, authorization: editor.authorization },
      body,
    })
    expect(token).toMatchObject({ status: 415, text: expect.stringContaining('application/json') })
  })

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('by %s is refused', async (method) => {
    for (const headers of [headersOf(editor), { cookie: `${name}=${session}`, ...own }]) {
      const got = await send({ method, path: `/graphql?query=${encodeURIComponent(write)}`, headers })
      expect(got.status).toBe(405)
      expect(got.headers.allow).toContain('POST')
    }
  })

  test.each([
    ['[]', /must be a JSON object/],
    ['null', /must be a JSON object/],
    ['{"query": ', /is not JSON/],
    ['\ud800', /is not JSON/],
    [`[${JSON.stringify({ query: write })}]`, /must be a JSON object/],
    [JSON.stringify({ query: { toString: 'x' } }), /./],
    [JSON.stringify({ query: '{ me { id } }', variables: 'x' }), /./],
    [JSON.stringify({ query: '{ me { id } }', operationName: '__proto__' }), /./],
    [
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: '../../etc' } } }),
      /64 hexadecimal digits/,
    ],
  ])('with the body %s is refused', async (body, says) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...headersOf(editor),
    }
    const got = await send({ method: 'POST', path: '/graphql', headers, body })
    expect(got.status).toBe(400)
    expect(JSON.parse(got.text).errors[0]).toMatchObject({
      message: expect.stringMatching(says),
      extensions: { code: expect.stringMatching(/^(?!INTERNAL)/) },
    })
  })

  test('signs nobody out, and in, from another site', async () => {
    for (const path of ['/sign-in', '/sign-out']) {
      const got = await server.form(
        { token: token() },
        { origin: 'https://evil.example', cookie: `${name}=${session}` },
        path,
      )
      expect(got.status).toBe(403)
      expect(got.headers['set-cookie']).toBeUndefined()
    }
    expect((await ask('{ me { name } }', { cookie: `${name}=${session}`, ...own })).data).toEqual({
      me: { name: 'editor' },
    })
  })

  test.each([
    'revision_99999',
    'revision_0',
    'revision_-1',
    'revision_99999999999999999999',
    '1',
    "revision_1' or 1=1",
    '__proto__',
    'place_1',
    '',
  ])('hears nothing since %j', async (since) => {
    for (const field of ['revised', 'statementAccepted']) {
      const asked = `subscription ($since: ID) { told: ${field}(since: $since) { __typename } }`
      const told = await take((await subscribe(url, asked, { since })).events, 2)
      expect(told).toMatchObject([
        {
          errors: [
            { message: expect.stringContaining('There is no revision'), extensions: { code: 'NOT_FOUND' } },
          ],
        },
      ])
    }
  })

  test('has changed nothing', expectUntouched)
})

test('a graph that all of them have asked is sound', () => {
  expect(checkGraph(writer)).toEqual([])
})
