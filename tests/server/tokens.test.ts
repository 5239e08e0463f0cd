import { describe, expect, test } from 'vitest'
import { DAY, makeToken } from '../../src/model/users/token.ts'
import { serverWithUsers } from './access-fixture.ts'

const server = await serverWithUsers()
const { ask, send, bearer, tokenOf, users } = server

test('whoever sends no token reads as ever, and no row is read to know them', async () => {
  server.statements.length = 0
  expect(await ask('{ hello me }')).toMatchObject({ status: 200, data: { hello: 'Hello', me: null } })
  expect(await ask('{ hello }', { cookie: 'theme=dark' })).toMatchObject({ status: 200 })
  expect(server.statements).toEqual([])
})

test('a token says who asks, with one look-up', async () => {
  const headers = bearer('EDITOR')
  server.statements.length = 0
  expect((await ask('{ me }', headers)).data.me).toMatch(/^editor EDITOR \d+$/)
  expect(server.statements).toHaveLength(1)
  for (const scheme of ['bearer', 'BEARER', 'Bearer  '])
    expect((await ask('{ me }', { authorization: `${scheme} ${tokenOf('EDITOR')}` })).data.me).toContain(
      'editor',
    )
})

describe('what writes', () => {
  test('is done for an EDITOR and an ADMIN', async () => {
    expect((await ask('mutation { write }', bearer('EDITOR'))).data).toEqual({ write: 'editor' })
    expect((await ask('mutation { write govern }', bearer('ADMIN'))).data).toEqual({
      write: 'admin',
      govern: 'admin',
    })
  })

  test('is refused to whoever says not who they are, with what would help', async () => {
    const { status, headers, data, code, message } = await ask('mutation { write }')
    expect({ status, data, code }).toEqual({ status: 401, data: null, code: 'UNAUTHENTICATED' })
    expect(headers['www-authenticate']).toBe('Bearer')
    expect(message).toMatch(/EDITOR.*\/sign-in.*Authorization: Bearer.*hearsay token create/)
  })

  test('is refused to whoever has too low a role, with what would help', async () => {
    const reader = await ask('mutation { write }', bearer('READER'))
    expect(reader).toMatchObject({ status: 403, data: null, code: 'FORBIDDEN' })
    expect(reader.message).toMatch(/needs the role EDITOR, and reader has the role READER.*hearsay user add/)
    expect(await ask('mutation { govern }', bearer('EDITOR'))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    })
  })

  test('is done by the role that the user has now', async () => {
    const headers = { authorization: `Bearer ${tokenOf('EDITOR')}` }
    users.put('editor', 'READER')
    expect((await ask('mutation { write }', headers)).code).toBe('FORBIDDEN')
    users.put('editor', 'EDITOR')
    expect((await ask('mutation { write }', headers)).data).toEqual({ write: 'editor' })
  })

  test('is never done by GET, not even where it has been done by POST', async () => {
    await ask('mutation { write }', bearer('EDITOR'))
    for (const method of ['GET', 'HEAD']) {
      const path = `/graphql?query=${encodeURIComponent('mutation { write }')}`
      const got = await send({ method, path, headers: bearer('EDITOR') })
      expect(got.status).toBe(405)
      expect(got.headers.allow).toBe('POST')
    }
  })
})

describe('a token that opens nothing', () => {
  const refused = async (authorization: string) => {
    const { status, code, message, data } = await ask('{ hello }', { authorization })
    expect({ status, code, data }).toEqual({ status: 401, code: 'UNAUTHENTICATED', data: undefined })
    return message
  }

  test.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer hearsay_',
    `Bearer ${'hearsay_'.padEnd(51, 'A')}`,
    "Bearer ' or 1=1 --",
    'Bearer hearsay_%00',
    `Bearer hearsay_${'ü'.repeat(43)}`,
    `Bearer ${'x'.repeat(8000)}`,
  ])('%s', async (authorization) => {
    expect(await refused(Buffer.from(authorization).toString('latin1'))).toMatch(/opens nothing/)
  })

  test('is one that nobody made, that has expired or that was revoked', async () => {
    expect(await refused(`Bearer ${makeToken()}`)).toMatch(/opens nothing/)
    expect(await refused(`Bearer ${tokenOf('EDITOR', Date.now() - 1)}`)).toMatch(/opened until/)
    const revoked = tokenOf('EDITOR')
    users.revoke(Math.max(...[await users.store.tokens()].flat().map(({ tokenId }) => tokenId)))
    expect(await refused(`Bearer ${revoked}`)).toMatch(/revoked/)
  })

  test('is one of a user who was removed', async () => {
    const { id: userId } = users.put('gone', 'ADMIN').user
    const { token } = users.issue({ userId, kind: 'API' })
    expect((await ask('{ me }', { authorization: `Bearer ${token}` })).data.me).toContain('gone')
    users.remove(userId)
    await refused(`Bearer ${token}`)
    users.put('gone', 'ADMIN')
    await refused(`Bearer ${token}`)
  })

  test.each(['SESSION', 'SIGN_IN'] as const)('is one of a %s', async (kind) => {
    const { id: userId } = server.userOf('ADMIN')
    await refused(`Bearer ${users.issue({ userId, kind }).token}`)
  })
})

test.each(['Basic YTpi', 'Digest username="x"', 'hearsay', 'Bearerx', ''])(
  '“%s” is another scheme, and nobody’s',
  async (authorization) => {
    expect(await ask('{ hello me }', { authorization })).toMatchObject({ status: 200, data: { me: null } })
  },
)

test('two tokens in one request are refused', async () => {
  const { authorization } = bearer('EDITOR')
  const headers = ['host', 'localhost', 'authorization', authorization, 'Authorization', authorization]
  const got = await send({ path: '/graphql?query={me}', headers })
  expect(got.status).toBe(400)
  expect(got.text).toContain('may be sent once')
})

test('headers that are too large are refused before anything is looked at', async () => {
  expect(
    (await send({ path: '/graphql?query={me}', headers: { authorization: 'x'.repeat(20_000) } })).status,
  ).toBe(431)
})

test('what is answered to somebody is kept by no one else', async () => {
  const got = await send({ path: '/graphql?query={me}', headers: bearer('READER') })
  expect(got.headers['cache-control']).toBe('private, no-cache')
})

test('no token is logged', async () => {
  const { authorization } = bearer('EDITOR')
  const token = authorization.slice('Bearer '.length)
  await ask('{ me }', { authorization })
  await send({ path: `/sign-in?token=${token}` })
  await send({ path: `/graphql?query={me}&token=${token}`, headers: { authorization: `Bearer ${token}x` } })
  expect(server.lines.length).toBeGreaterThan(2)
  expect(JSON.stringify(server.lines)).not.toContain('hearsay_')
})

describe('too many', () => {
  test('tokens that open nothing are refused from their address, and a right one is let in', async () => {
    const { ask, bearer } = await serverWithUsers({ trustProxy: true })
    const from = (address: string) => ({ 'x-forwarded-for': address, authorization: `Bearer ${makeToken()}` })
    const codes: string[] = []
    for (let tries = 0; tries < 65; tries++) codes.push((await ask('{ hello }', from('198.51.100.7'))).code)
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(60)
    const limited = await ask('{ hello }', from('198.51.100.7'))
    expect(limited).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('{ hello }', from('198.51.100.8'))).status).toBe(401)
    expect((await ask('{ me }', { ...from('198.51.100.7'), ...bearer('READER') })).status).toBe(200)
    expect((await ask('{ hello }', { 'x-forwarded-for': '198.51.100.7' })).status).toBe(200)
  })

  test('mutations of one user are refused for a while, and another user’s are done', async () => {
    const { ask, bearer } = await serverWithUsers({ writeRate: { most: 3, within: DAY } })
    const editor = bearer('EDITOR')
    expect((await ask('mutation { a: write ...F } fragment F on Mutation { b: write }', editor)).status).toBe(
      200,
    )
    expect((await ask('mutation { write }', editor)).status).toBe(200)
    const limited = await ask('mutation { write }', editor)
    expect(limited).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('{ hello }', editor)).status).toBe(200)
    expect((await ask('mutation { write }', bearer('ADMIN'))).status).toBe(200)
  })
})
