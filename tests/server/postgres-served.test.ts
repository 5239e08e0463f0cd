import { readFileSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UserWriter } from '../../src/model/users/write.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import { subscribe, take } from '../events.ts'
import { connectedBy } from '../mcp/connected.ts'
import { Cluster } from '../postgres/cluster.ts'
import { programsFolder } from '../postgres/programs.ts'
import { emptyFolder } from './fixture.ts'
import { cli, hearsay, urlFrom } from './hearsay.ts'

const programs = programsFolder()
const cwd = emptyFolder()

const recordPlace =
  'mutation ($input: PlaceInput!) { recordPlace(input: $input) { revision { id } problems { message } } }'
const placeNamed = 'query ($id: ID!) { place(id: $id) { name } }'

interface Asked {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    data?: Record<string, unknown>
    errors?: { message: string; extensions: { code: string } }[]
  }
}

async function ask(url: string, query: string, variables = {}, headers = {}): Promise<Asked> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe.skipIf(!programs)('a server of a graph in a database', () => {
  let cluster: Cluster
  let db: string
  /** A token of an editor. */
  let bearer: { authorization: string }

  beforeAll(async () => {
    cluster = await Cluster.start(programs ?? '', ['copy'])
    db = `${cluster.primary.address}&schema=served`
  }, 60_000)
  afterAll(() => cluster.remove())

  /** A server of the graph, as it is started by hand. */
  async function started(...args: string[]): Promise<string> {
    const url = await urlFrom(hearsay(['serve', '--db', db, '--port', '0', ...args], { cwd }))
    const writer = openWriter(db)
    const users = new UserWriter(writer)
    const { id } = users.put('eve', 'EDITOR').user
    bearer = { authorization: `Bearer ${users.issue({ userId: id, kind: 'API' }).token}` }
    writer.close()
    return url
  }

  const record = (url: string, slug: string) =>
    ask(url, recordPlace, { input: { slug, name: `Name of ${slug}`, precision: 'EXACT' } }, bearer)
  const nameOf = async (url: string, id: string, headers = {}) => {
    const { body } = await ask(url, placeNamed, { id }, headers)
    return (body.data?.place as { name: string } | null)?.name ?? null
  }

  it('answers, is signed in to, written to, exported from and imported into', async () => {
    const url = await started()
    expect(await nameOf(url, 'belgorod-region')).not.toBeNull()
    expect((await fetch(`${url}/health`)).status).toBe(200)
    expect((await fetch(`${url}/actor/nobody-there`, { headers: { accept: 'text/html' } })).status).toBe(404)
    expect(
      (await ask(url, '{ me { name } }', {}, { authorization: `Bearer hearsay_${'a'.repeat(43)}` })).status,
    ).toBe(401)

    const writer = openWriter(db)
    const users = new UserWriter(writer)
    const link = users.issue({ userId: users.put('lena', 'EDITOR').user.id, kind: 'SIGN_IN' })
    writer.close()
    const signedIn = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams({ token: link.token }),
    })
    expect(signedIn.status).toBe(303)
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const session = { cookie, origin: url }
    const written = await ask(
      url,
      recordPlace,
      { input: { slug: 'by-lena', name: 'By Lena', precision: 'EXACT' } },
      session,
    )
    expect(written.body).toMatchObject({ data: { recordPlace: { problems: [] } } })
    expect(await nameOf(url, 'by-lena')).toBe('By Lena')
    await fetch(`${url}/sign-out`, { method: 'POST', headers: session })
    expect(
      (await ask(url, recordPlace, { input: { slug: 'late', name: 'Late', precision: 'EXACT' } }, session))
        .body.errors,
    ).toBeDefined()

    const table = await (await fetch(`${url}/export/graph.yaml`)).text()
    expect(table).toContain('By Lena')
    const form = new FormData()
    const dossier = readFileSync(new URL('../dossiers/every-field.yaml', import.meta.url))
    form.set('file', new Blob([dossier]), 'every-field.yaml')
    const imported = await fetch(`${url}/import`, { method: 'POST', headers: bearer, body: form })
    expect(await imported.json()).toMatchObject({
      problems: [],
      revision: expect.stringMatching(/^revision_/),
    })
  })

  it('tells whoever listens what another program writes, and whoever asks what they have asked before', async () => {
    const url = await started()
    const { events } = await subscribe(url, 'subscription { revised { action } }')
    const other = await started()
    const places = async () => JSON.stringify((await ask(url, '{ places { nodes { slug } } }')).body.data)
    for (let time = 0; time < 4; time++) expect(await places()).not.toContain('told')
    expect((await record(other, 'told')).status).toBe(200)
    expect(await places()).toContain('told')
    expect(await take(events, 1)).toEqual([{ data: { revised: { action: 'RECORD' } } }])
  })

  it('is asked by hearsay mcp as well', async () => {
    await started()
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [cli, 'mcp', '--db', db],
      cwd,
    })
    const client = new Client({ name: 'test', version: '1.0.0' })
    await client.connect(transport)
    const { call, toolNames } = connectedBy(client)
    expect(await toolNames()).toContain('propose_statements')
    expect((await call('positions', { claim: 'ukraine-behind-incursion' })).isError).toBeFalsy()
    const proposed = await call('propose_statements', {
      newSource: { slug: 'over-mcp', title: 'Over MCP', kind: 'ARTICLE' },
      statements: [{ speaker: 'ukraine', text: 'It was not us.', quoteType: 'DIRECT', act: 'DENY' }],
    })
    expect(proposed.data.revision).toMatch(/^revision_/)
    await client.close()
  })

  it('answers from a replica, and whoever has written reads it at once', async () => {
    const url = await started('--read-db', cluster.replicas[0]?.address ?? '')
    await cluster.caughtUp()
    expect(await nameOf(url, 'belgorod-region')).not.toBeNull()
    await cluster.replicas[0]?.ask('select pg_wal_replay_pause()')
    const { headers } = await record(url, 'seen-at-once')
    const revision = headers.get('hearsay-revision') ?? ''
    expect(revision).toMatch(/^revision_\d+$/)
    expect(await nameOf(url, 'seen-at-once', bearer)).toBe('Name of seen-at-once')
    expect(await nameOf(url, 'seen-at-once', { 'hearsay-revision': revision })).toBe('Name of seen-at-once')
    expect(await nameOf(url, 'seen-at-once')).toBeNull()
    // What is told to those who listen is what all can read.
    const { events } = await subscribe(url, `subscription { revised(since: "revision_1") { id } }`)
    const news = take(events, 1)
    await cluster.replicas[0]?.ask('select pg_wal_replay_resume()')
    await expect.poll(() => nameOf(url, 'seen-at-once')).toBe('Name of seen-at-once')
    expect(await news).toHaveLength(1)
  })

  it('goes on without a replica, and with it when it is back', async () => {
    const [copy] = cluster.replicas
    const url = await started('--read-db', copy?.address ?? '')
    expect(await nameOf(url, 'belgorod-region')).not.toBeNull()
    await copy?.kill()
    for (let time = 0; time < 5; time++) expect(await nameOf(url, 'belgorod-region')).not.toBeNull()
    await copy?.start()
    const reads = async () => {
      expect(await nameOf(url, 'belgorod-region')).not.toBeNull()
      return copy?.ask(`select 1 from pg_stat_activity where application_name = 'hearsay'`)
    }
    await expect.poll(reads).not.toHaveLength(0)
  })

  it('knows by a replica who has signed in, while nothing can be written', async () => {
    const url = await started('--private', '--read-db', cluster.replicas[0]?.address ?? '')
    await cluster.caughtUp()
    await cluster.primary.kill()
    const known = await ask(url, '{ me { name } }', {}, bearer)
    expect(known).toMatchObject({ status: 200, body: { data: { me: { name: 'eve' } } } })
    expect((await record(url, 'nowhere')).status).toBe(503)
    await cluster.primary.start()
    await expect.poll(async () => (await record(url, 'written-again')).status).toBe(200)
  })

  it('says that its database is lost, and goes on when it is back', async () => {
    const url = await started()
    const { events } = await subscribe(url, 'subscription { revised { action } }')
    expect((await record(url, 'before-loss')).status).toBe(200)
    await take(events, 1)
    await cluster.primary.kill()
    const lost = await ask(url, placeNamed, { id: 'belgorod-region' })
    expect([lost.status, lost.body.errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE'])
    expect(lost.body.errors?.[0]?.message).toMatch(/The database of the graph does not answer/)
    const health = await fetch(`${url}/health`)
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'unavailable' }])
    expect((await record(url, 'lost')).status).toBe(503)
    await cluster.primary.start()
    await expect.poll(async () => (await fetch(`${url}/health`)).status).toBe(200)
    expect(await nameOf(url, 'belgorod-region')).not.toBeNull()
    expect((await record(url, 'after-loss')).status).toBe(200)
    expect(await take(events, 1)).toEqual([{ data: { revised: { action: 'RECORD' } } }])
  })
})
