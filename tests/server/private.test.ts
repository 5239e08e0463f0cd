import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { Explorer } from '../../src/server/explorer.ts'
import { serverWithUsers } from './access-fixture.ts'
import { emptyFolder, emptyGraph, memoryLog, schema } from './fixture.ts'

/** The explorer's files, as a build would leave them. */
function explorerFiles(): Explorer | null {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The explorer</title>')
  writeFileSync(join(folder, 'assets', 'app.js'), 'void 0')
  return Explorer.open(pathToFileURL(`${folder}/`))
}

const closed = await serverWithUsers({ isPrivate: true })
const explored = await serverWithUsers({ isPrivate: true }, { explorer: explorerFiles() })

describe('a private graph answers nothing to whoever has not signed in', () => {
  test.each(['/', '/schema.graphql', '/nothing', '/actor/russia'])('%s', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'DELETE']) {
      const got = await closed.send({ method, path })
      expect(got).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } })
      if (method !== 'HEAD') expect(got.text).toContain('/sign-in')
    }
  })

  test.each([
    'application/graphql-response+json',
    'application/json',
    '*/*',
    'multipart/mixed',
    'text/event-stream',
  ])('at /graphql, asked for %s', async (accept) => {
    const query = '{ hello __schema { types { name } } }'
    const body = JSON.stringify({ query })
    const json = { accept, 'content-type': 'application/json' }
    const asked = [
      closed.send({ method: 'POST', path: '/graphql', headers: json, body }),
      closed.send({ path: `/graphql?query=${encodeURIComponent(query)}`, headers: { accept } }),
    ]
    for (const got of await Promise.all(asked)) {
      expect(got.status).toBe(401)
      expect(got.headers['www-authenticate']).toBe('Bearer')
      expect(got.text).toMatch(/UNAUTHENTICATED/)
      expect(got.text).toMatch(/private.*\/sign-in.*Authorization: Bearer/)
      expect(got.text).not.toMatch(/Hello|"types"/)
    }
  })

  test('whatever is forged', async () => {
    const { port } = new URL(closed.url)
    const forged = [
      { cookie: `hearsay_${port}=hearsay_${'A'.repeat(43)}` },
      { authorization: `Bearer hearsay_${'A'.repeat(43)}` },
      { authorization: 'Basic YWRtaW46YWRtaW4=' },
      { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'localhost', 'x-forwarded-user': 'admin' },
      { origin: closed.url, 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of forged) {
      expect((await closed.ask('{ hello }', headers)).status).toBe(401)
      expect((await closed.send({ path: '/schema.graphql', headers })).status).toBe(401)
    }
  })

  test('but whether the server is well, and how to sign in', async () => {
    expect(await closed.send({ path: '/health' })).toMatchObject({ status: 200, text: '{"status":"ok"}' })
    expect((await closed.send({ path: '/sign-in' })).status).toBe(200)
  })

  test('and of the explorer its files, which say nothing of the graph', async () => {
    const shown = await explored.send({ path: '/', headers: { accept: 'text/html' } })
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('The explorer') })
    expect((await explored.send({ path: '/assets/app.js' })).status).toBe(200)
    // The page of a node that is not there looks as any other: which there are is the graph's.
    expect((await explored.send({ path: '/actor/nobody', headers: { accept: 'text/html' } })).status).toBe(
      200,
    )
    expect((await explored.send({ path: '/schema.graphql' })).status).toBe(401)
  })

  test('nor without a socket', async () => {
    const { yoga } = createApp({
      schema,
      graph: emptyGraph(),
      log: memoryLog().log,
      access: { isPrivate: true },
    })
    expect((await yoga.fetch('http://localhost/graphql?query={hello}')).status).toBe(401)
  })
})

describe('a private graph is read', () => {
  test.each(['READER', 'EDITOR', 'ADMIN'] as const)('by a token of a %s', async (role) => {
    const headers = closed.bearer(role)
    expect((await closed.ask('{ hello }', headers)).data).toEqual({ hello: 'Hello' })
    expect((await closed.send({ path: '/schema.graphql', headers })).status).toBe(200)
    expect((await closed.send({ path: '/', headers })).status).toBe(200)
  })

  test('in a session', async () => {
    const cookie = await closed.sessionOf('READER')
    expect((await closed.ask('{ hello }', { cookie, origin: closed.url })).status).toBe(200)
    expect((await closed.send({ path: '/schema.graphql', headers: { cookie } })).status).toBe(200)
    expect((await closed.ask('mutation { write }', { cookie, origin: closed.url })).code).toBe('FORBIDDEN')
  })
})
