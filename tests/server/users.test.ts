import { describe, expect, test } from 'vitest'
import { cookieIn, serverWithUsers } from './access-fixture.ts'

const at = 'https://graph.example.org'

describe('behind a proxy, with --base-url', async () => {
  const { ask, form, send, tokenOf, url } = await serverWithUsers({ baseUrl: at })
  const { port } = new URL(url)

  test('the server answers by that name, and by no other', async () => {
    expect((await send({ path: '/health', headers: { host: 'graph.example.org' } })).status).toBe(200)
    expect((await send({ path: '/health', headers: { host: 'GRAPH.example.org:443' } })).status).toBe(200)
    expect((await send({ path: '/health', headers: { host: 'evil.example' } })).status).toBe(403)
    expect((await send({ path: '/health' })).status).toBe(200)
  })

  test.each(['graph.example.org', '127.0.0.1:4000'])(
    'a session is for its pages and for TLS alone, where the proxy asks by %s',
    async (host) => {
      const headers = { host, origin: at, 'sec-fetch-site': 'same-origin' }
      const got = await form({ token: tokenOf('EDITOR') }, headers)
      expect(got.status).toBe(303)
      expect(got.headers['set-cookie']).toEqual([
        expect.stringMatching(
          new RegExp(
            `^__Host-hearsay_${port}=hearsay_[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; .*; Secure$`,
          ),
        ),
      ])
      const cookie = cookieIn(got.headers)
      expect((await ask('mutation { write }', { ...headers, cookie })).data).toEqual({ write: 'editor' })
      for (const origin of [
        'http://graph.example.org',
        'https://graph.example.org:8443',
        'https://evil.example',
      ])
        expect((await ask('mutation { write }', { ...headers, cookie, origin })).status).toBe(403)
      // A cookie without the prefix may be another host's.
      expect((await ask('{ me }', { ...headers, cookie: cookie.replace('__Host-', '') })).data.me).toBeNull()
    },
  )

  test('whoever sits at the machine signs in too', async () => {
    expect((await form({ token: tokenOf('EDITOR') })).status).toBe(303)
  })
})

describe('what a proxy says', () => {
  const forwarded = {
    host: '127.0.0.1:4000',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'graph.example.org',
    origin: at,
  }

  test('is believed with --trust-proxy', async () => {
    const { form, ask, tokenOf } = await serverWithUsers(
      { trustProxy: true },
      { allowHost: ['graph.example.org'] },
    )
    const got = await form({ token: tokenOf('EDITOR') }, forwarded)
    expect(got.status).toBe(303)
    expect(got.headers['set-cookie']?.[0]).toMatch(/^__Host-.*; Secure$/)
    expect((await ask('mutation { write }', { ...forwarded, cookie: cookieIn(got.headers) })).status).toBe(
      200,
    )
  })

  test('is the last of several values, since the others are its client’s', async () => {
    const { form, send, tokenOf } = await serverWithUsers(
      { trustProxy: true },
      { allowHost: ['graph.example.org'] },
    )
    const headers = {
      ...forwarded,
      'x-forwarded-proto': 'http, https',
      'x-forwarded-host': 'evil.example, graph.example.org',
    }
    expect((await form({ token: tokenOf('EDITOR') }, headers)).status).toBe(303)
    const turned = { 'x-forwarded-host': 'graph.example.org, evil.example' }
    expect((await send({ path: '/health', headers: turned })).status).toBe(403)
  })

  test('is not believed without it', async () => {
    const { form, send, tokenOf } = await serverWithUsers({}, { allowHost: ['graph.example.org'] })
    const got = await form({ token: tokenOf('EDITOR') }, forwarded)
    expect(got.status).toBe(403)
    expect(got.text).toContain('--base-url')
    const headers = { host: 'evil.example', 'x-forwarded-host': 'graph.example.org' }
    expect((await send({ path: '/health', headers })).status).toBe(403)
    const statuses: number[] = []
    for (let tries = 0; tries < 62; tries++)
      statuses.push(
        (
          await send({
            path: '/graphql?query={hello}',
            headers: { authorization: 'Bearer x', 'x-forwarded-for': `198.51.100.${tries}` },
          })
        ).status,
      )
    expect(statuses).toContain(429)
  })

  test.each([
    [['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:2:3:4:5:6'], true],
    [['2001:db8:1:2::1', '2001:db8:1:3::1'], false],
    [['nonsense', '', '1.2.3'], true],
    [['::ffff:198.51.100.1', '::ffff:198.51.100.2'], false],
  ])('of %j counts as one address: %s', async (addresses, isOne) => {
    const { send } = await serverWithUsers({ trustProxy: true })
    const statuses: number[] = []
    for (let tries = 0; tries < 62; tries++) {
      const headers = { authorization: 'Bearer x', 'x-forwarded-for': addresses[tries % addresses.length] }
      statuses.push((await send({ path: '/graphql?query={hello}', headers })).status)
    }
    expect(statuses.includes(429)).toBe(isOne)
  })
})
