import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { withServedFile } from '../../src/cli/graph-file.ts'
import { openness, terminalOf } from '../../src/cli/serve.ts'
import { performSession } from '../../src/model/users/session-request.ts'
import { makeToken } from '../../src/model/users/token.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import { SignInLink } from '../../src/server/sign-in-link.ts'
import { UserError } from '../../src/values/errors.ts'
import { addressOf, dbOf, isOnPostgres, openWriter } from '../engine.ts'
import { writeGraph } from '../made-graph.ts'
import { cookieIn, serverWithUsers } from './access-fixture.ts'
import { emptyFolder } from './fixture.ts'

const server = await serverWithUsers()
const { ask, send, form, users, userOf, tokenOf, sessionOf, url } = server
const { port } = new URL(url)

const linkOf = (name: string) => {
  const { id: userId } = users.put(name, 'EDITOR').user
  return users.issue({ userId, kind: 'SIGN_IN' }).token
}

describe('the page of /sign-in', () => {
  test('asks for a token, loads nothing, runs no script and sends its form here alone', async () => {
    const { status, headers, text } = await send({ path: '/sign-in' })
    expect(status).toBe(200)
    expect(text).toMatch(/<form method="post" action="\/sign-in">/)
    expect(text).toContain('<label for="token">')
    expect(text).not.toMatch(/<script|src=|https?:|@import|url\(/)
    const policy = headers['content-security-policy']
    for (const part of [
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' })
  })

  test('of a link has a button, and to look at it uses nothing up', async () => {
    const token = linkOf('ana')
    for (const method of ['GET', 'HEAD', 'GET']) {
      const got = await send({ method, path: `/sign-in?token=${token}` })
      expect(got.status).toBe(200)
      expect(got.headers['set-cookie']).toBeUndefined()
      if (method === 'GET') expect(got.text).toContain(`name="token" value="${token}"`)
    }
    expect((await form({ token })).status).toBe(303)
  })

  test.each(['x', '"><script>alert(1)</script>', 'hearsay_%00', `hearsay_${'A'.repeat(42)}`])(
    'never writes out %j, which is no token',
    async (token) => {
      const got = await send({ path: `/sign-in?token=${encodeURIComponent(token)}` })
      expect(got.status).toBe(400)
      expect(got.text).not.toContain('alert(')
      expect(got.text).toContain('not whole')
    },
  )

  test.each(['PUT', 'DELETE', 'PATCH'])('does not take %s', async (method) => {
    const got = await send({ method, path: '/sign-in' })
    expect(got).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
  })
})

describe('signing in', () => {
  test('opens a session that no script reads and no other site sends', async () => {
    const got = await form({ token: tokenOf('EDITOR') })
    expect(got.status).toBe(303)
    expect(got.headers.location).toBe('/')
    expect(got.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(
          `^hearsay_${port}=hearsay_[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=25(92000|919\\d\\d)$`,
        ),
      ),
    ])
    const cookie = cookieIn(got.headers)
    expect((await ask('{ me }', { cookie, origin: url })).data.me).toMatch(/^editor EDITOR/)
    expect((await ask('mutation { write }', { cookie, origin: url })).data).toEqual({ write: 'editor' })
    expect((await send({ path: '/sign-in', headers: { cookie } })).text).toContain(
      'signed in as <b>editor</b> (EDITOR)',
    )
    expect(server.lines).toContainEqual(expect.objectContaining({ user: 'editor', msg: 'signed in' }))
    expect(JSON.stringify(server.lines)).not.toContain('hearsay_')
  })

  test('takes a whole link as well as a token', async () => {
    const token = linkOf('ana')
    expect((await form({ token: ` http://127.0.0.1:4000/sign-in?token=${token} ` })).status).toBe(303)
  })

  test('by a link works once, also for two at a time', async () => {
    const token = linkOf('ana')
    const statuses = await Promise.all([1, 2, 3].map(async () => (await form({ token })).status))
    expect(statuses.sort()).toEqual([303, 401, 401])
    const again = await form({ token })
    expect(again.status).toBe(401)
    expect(again.text).toContain('has been used')
  })

  test('is not possible by what opens nothing', async () => {
    const { id: userId } = userOf('EDITOR')
    const { token: session } = users.issue({ userId, kind: 'SESSION' })
    const { token: old } = users.issue({ userId, kind: 'SIGN_IN', expiresAt: Date.now() - 1 })
    for (const token of [makeToken(), session, old, '', 'x', "' or 1=1 --", '\u0000'.repeat(99)]) {
      const got = await form({ token })
      expect(got.status).toBe(401)
      expect(got.headers['set-cookie']).toBeUndefined()
      expect(got.text).toContain('role="alert"')
    }
  })

  test.each([
    ['/claim/a?x=1#y', '/claim/a?x=1#y'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/x\r\nset-cookie: a=b', '/xset-cookie:%20a=b'],
    ['', '/'],
  ])('to %j goes on at %s', async (to, location) => {
    const got = await form({ token: tokenOf('READER'), to })
    expect(got).toMatchObject({ status: 303, headers: { location } })
    expect(got.headers['set-cookie']).toHaveLength(1)
  })

  test('ends the session that there was', async () => {
    const before = await sessionOf('EDITOR')
    const { headers } = await form({ token: tokenOf('ADMIN') }, { cookie: before })
    expect((await ask('{ me }', { cookie: before, origin: url })).data.me).toBeNull()
    expect((await ask('{ me }', { cookie: cookieIn(headers), origin: url })).data.me).toContain('ADMIN')
  })

  test.each([
    ['of another type', { 'content-type': 'text/plain' }, 415],
    ['of JSON', { 'content-type': 'application/json' }, 415],
    ['that is too large', { 'content-length': '5000000' }, 413],
  ])('by a form %s is refused', async (_, headers, status) => {
    const got = await send({
      method: 'POST',
      path: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, ...headers },
      body: `token=${'x'.repeat(status === 413 ? 5_000_000 : 10)}`,
    }).catch(() => ({ status: 413 }))
    expect(got.status).toBe(status)
  })
})

describe('a page of another origin', () => {
  const strangers: Record<string, Record<string, string>> = {
    'another site’s': { origin: 'https://evil.example' },
    'another port’s, which is of the same site': { origin: 'http://127.0.0.1:5173' },
    'another scheme’s': { origin: url.replace('http:', 'https:') },
    'a sandboxed one': { origin: 'null' },
    'one that says it is cross-site': { origin: url, 'sec-fetch-site': 'cross-site' },
    'one that says it is same-site': { origin: url, 'sec-fetch-site': 'same-site' },
    'one of which nothing is known': { origin: '' },
    'one that names a user': { origin: `http://127.0.0.1:${port}@evil.example` },
  }

  test.each(Object.entries(strangers))('writes nothing in a session: %s', async (_, headers) => {
    const cookie = await sessionOf('ADMIN')
    for (const document of ['mutation { write }', '{ me }']) {
      const got = await ask(document, { cookie, ...headers })
      expect(got.status).toBe(403)
      expect(JSON.stringify(got.data ?? null)).not.toContain('admin')
    }
  })

  test.each(Object.entries(strangers))('signs nobody in or out: %s', async (_, headers) => {
    const cookie = await sessionOf('READER')
    const inGot = await form({ token: tokenOf('EDITOR') }, headers)
    expect(inGot.status).toBe(403)
    expect(inGot.headers['set-cookie']).toBeUndefined()
    expect((await form({}, { cookie, ...headers }, '/sign-out')).status).toBe(403)
    expect((await ask('{ me }', { cookie, origin: url })).data.me).toContain('READER')
  })

  test('may write with a token of its own', async () => {
    const headers = {
      ...server.bearer('EDITOR'),
      origin: 'http://127.0.0.1:5173',
      cookie: await sessionOf('ADMIN'),
    }
    expect((await ask('mutation { write }', headers)).data).toEqual({ write: 'editor' })
  })

  test('writes nothing by a form, which cannot send JSON', async () => {
    const cookie = await sessionOf('EDITOR')
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { cookie, origin: url, 'content-type': type }
      const body = JSON.stringify({ query: 'mutation { write }' })
      expect((await send({ method: 'POST', path: '/graphql', headers, body })).status).toBe(415)
    }
  })

  test('is answered what reads, without the session', async () => {
    const got = await ask('{ hello me }', { origin: 'http://127.0.0.1:5173' })
    expect(got).toMatchObject({ status: 200, data: { hello: 'Hello', me: null } })
    expect(got.headers['access-control-allow-credentials']).toBeUndefined()
  })
})

describe('a session', () => {
  const own = (cookie: string) => ask('{ me }', { cookie, 'sec-fetch-site': 'same-origin' })

  test('that is forged is nobody’s, and is forgotten', async () => {
    const name = `hearsay_${port}`
    const real = (await sessionOf('EDITOR')).split('=')[1] ?? ''
    const forged = [
      makeToken(),
      tokenOf('ADMIN'),
      `${real}x`,
      real.slice(0, -1),
      real.toLowerCase(),
      '',
      'x',
      '%00',
    ]
    for (const value of forged) {
      const got = await own(`${name}=${value}`)
      expect(got).toMatchObject({ status: 200, data: { me: null } })
      if (value) expect(got.headers['set-cookie']).toEqual([expect.stringMatching(`^${name}=; .*Max-Age=0`)])
      expect((await ask('mutation { write }', { cookie: `${name}=${value}`, origin: url })).code).toBe(
        'UNAUTHENTICATED',
      )
    }
  })

  test('under another name, and two that differ, are nobody’s', async () => {
    const cookie = await sessionOf('EDITOR')
    const [name, value] = cookie.split('=')
    for (const other of [
      `hearsay_1=${value}`,
      `__Host-${cookie}`,
      `x${cookie}`,
      `${name}=${makeToken()}; ${cookie}`,
    ])
      expect((await own(other)).data.me).toBeNull()
    expect((await own(`a=b; ${cookie}; c="d"`)).data.me).toContain('editor')
  })

  test('is one user’s and not another’s', async () => {
    const [editor, reader] = [await sessionOf('EDITOR'), await sessionOf('READER')]
    expect((await own(editor)).data.me).toContain('EDITOR')
    expect((await own(reader)).data.me).toContain('READER')
    expect((await ask('mutation { write }', { cookie: reader, origin: url })).code).toBe('FORBIDDEN')
  })

  test('ends when it is signed out of, also where its cookie was kept', async () => {
    const cookie = await sessionOf('EDITOR')
    const got = await form({}, { cookie, accept: 'text/html' }, '/sign-out')
    expect(got).toMatchObject({ status: 303, headers: { location: '/sign-in' } })
    expect(got.headers['set-cookie']).toEqual([expect.stringContaining('Max-Age=0')])
    expect((await own(cookie)).data.me).toBeNull()
    const script = { cookie: await sessionOf('EDITOR'), origin: url, 'content-type': 'application/json' }
    expect((await send({ method: 'POST', path: '/sign-out', headers: script, body: '{}' })).status).toBe(204)
    expect((await own(script.cookie)).data.me).toBeNull()
    expect((await send({ path: '/sign-out' })).status).toBe(405)
  })

  test('ends with the token that opened it, and with its user', async () => {
    const { id: userId } = users.put('leaver', 'ADMIN').user
    const open = async () =>
      cookieIn((await form({ token: users.issue({ userId, kind: 'API' }).token })).headers)
    const [first, second] = [await open(), await open()]
    const opening = [await users.store.tokens()]
      .flat()
      .filter((one) => one.userId === userId && one.kind === 'API')
    users.revoke(opening.at(-1)?.tokenId ?? 0)
    expect((await own(second)).data.me).toBeNull()
    expect((await own(first)).data.me).toContain('leaver')
    users.remove(userId)
    expect((await own(first)).data.me).toBeNull()
  })

  test('ends in time', async () => {
    const { id: userId } = userOf('EDITOR')
    const { token } = users.issue({ userId, kind: 'SESSION', expiresAt: Date.now() - 1 })
    expect((await own(`hearsay_${port}=${token}`)).data.me).toBeNull()
  })
})

describe('the link of a server that is started on a terminal', () => {
  test('signs in an ADMIN who is made when it is used, once', async () => {
    const link = new SignInLink()
    const started = await serverWithUsers({ link })
    expect(started.users.store.all()).toEqual([])
    const got = await started.form({ token: link.token })
    expect(got.status).toBe(303)
    const cookie = cookieIn(got.headers)
    expect((await started.ask('mutation { govern }', { cookie, origin: started.url })).status).toBe(200)
    expect(started.users.store.all()).toMatchObject([{ role: 'ADMIN', removedAt: null }])
    const again = await started.form({ token: link.token })
    expect(again.status).toBe(401)
    expect(again.text).toContain('has been used')
  })

  test('leaves a role that was given', async () => {
    const link = new SignInLink()
    const first = await serverWithUsers({ link })
    await first.form({ token: link.token })
    const [user] = await first.users.store.all()
    first.users.put(user?.name ?? '', 'EDITOR')
    const second = new SignInLink()
    expect(await second.openSession(async (request) => performSession(first.users, request))).not.toBeNull()
    expect(first.users.store.all()).toMatchObject([{ role: 'EDITOR' }])
  })

  test('is too old after ten minutes', async () => {
    const link = new SignInLink()
    const started = await serverWithUsers({ link })
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] })
    const got = await started.form({ token: link.token })
    expect(got.status).toBe(401)
    expect(got.text).toContain('too old')
  })

  test('is shown on a terminal and nowhere else', () => {
    const [terminal, file] = [{ isTTY: true, write: () => true }, { write: () => true }]
    expect(terminalOf({ stdout: file, stderr: file })).toBeNull()
    expect(terminalOf({ stdout: terminal, stderr: file })).toBe(terminal)
    expect(terminalOf({ stdout: file, stderr: terminal })).toBe(terminal)
  })
})

describe('while another program writes', () => {
  test('a session is opened when it is done, and the server answers meanwhile', async () => {
    const path = join(emptyFolder(), 'busy.db')
    writeGraph(path)
    const other = openWriter(path)
    dbOf(other).exec(
      isOnPostgres
        ? 'begin; select pg_advisory_xact_lock(hashtextextended(current_schema(), 0))'
        : 'begin immediate',
    )
    const opened = withServedFile(addressOf(path), (connection) =>
      new UserWriter(connection).put('ana', 'EDITOR'),
    )
    await new Promise((done) => setTimeout(done, 150))
    dbOf(other).exec('commit')
    expect(await opened).toMatchObject({ user: { name: 'ana' } })
    other.close()
  })

  test('for long, the person is told to try again', async () => {
    const busy = await serverWithUsers({
      writeUsers: () => Promise.reject(new UserError('It is being written by another program.')),
    })
    const got = await busy.form({ token: busy.tokenOf('EDITOR') })
    expect(got).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(got.text).toContain('being written by another program')
  })
})

test('the warning of an open server says who reads and who writes', () => {
  const options = { db: 'x', port: 1, log: 'info', host: '0.0.0.0' } as const
  expect(openness(options)).toMatch(
    /reading is open \(--private closes it\), and writing needs a token.*Nothing is encrypted.*any name/,
  )
  expect(openness({ ...options, private: true })).toMatch(/has a token reads/)
  expect(openness({ ...options, baseUrl: 'https://a.example' })).not.toMatch(/encrypted/)
})
