import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import { ThreadExports } from '../../src/server/exporting/exports.ts'
import { openWriter } from '../engine.ts'
import { exported } from '../exported.ts'
import { seed } from '../graph-fixture.ts'
import { writeGraph } from '../made-graph.ts'
import { emptyFolder, startServer } from './fixture.ts'

const path = join(emptyFolder(), 'graph.db')
writeGraph(path, [seed])
const writer = openWriter(path)
afterAll(() => writer.close())

/** A thread runs what is built, of these very sources. */
const script = new URL('../../dist/server/exporting/export-worker.js', import.meta.url)
const exports = new ThreadExports(path, script)
afterAll(() => exports.close())
const serve = (access = {}) => startServer({ schema, graph: Graph.open(path), exports, access })
const { url } = await serve()
/** As browsers ask that say more of themselves than fetch lets a program say. */
const headOf = (address: string, headers: Record<string, string>) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(`${url}${address}`, { headers }, (answer) => resolve(answer.resume()))
    asked.on('error', reject).end()
  })
const get = (address: string, headers: Record<string, string> = {}) => fetch(`${url}${address}`, { headers })

describe('GET /export', () => {
  test('lists what can be taken out, and each address answers', async () => {
    const { formats, tables } = await (await get('/export')).json()
    for (const { address } of [...formats, ...tables]) {
      const answer = await get(address)
      expect([address, answer.status]).toEqual([address, 200])
      expect((await answer.arrayBuffer()).byteLength, address).toBeGreaterThan(0)
    }
    expect(tables.map(({ address }: { address: string }) => address)).toContain('/export/statements.csv')
  })

  test('gives the dossier that the command writes', async () => {
    const answer = await get('/export/graph.jsonl')
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="graph.jsonl"')
    expect(await answer.text()).toBe(exported(writer))
  })

  test('gives a table of what a filter keeps, in the order that is asked for', async () => {
    const answer = await get('/export/statements.csv?stance=DENIES&orderBy=SAID_DESC')
    const lines = (await answer.text()).trimEnd().split('\r\n')
    const graph = Graph.open(path)
    const page = { size: 500, backwards: false, after: null, before: null }
    const records = graph.statements.page({ stance: ['DENIES'] }, 'SAID_DESC', page) as { id: number }[]
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      records.map(({ id }) => `statement_${id}`),
    )
    graph.engine.close()
  })

  test('packs several files into one, the same bytes each time', async () => {
    const [one, two] = await Promise.all(
      ['/export/graph.csv.zip', '/export/graph.csv.zip'].map(async (address) =>
        Buffer.from(await (await get(address)).arrayBuffer()),
      ),
    )
    expect(one?.equals(two ?? Buffer.of())).toBe(true)
    const files = unzipSync(one ?? Buffer.of())
    expect(Object.keys(files)).toContain('statements.csv')
    const single = Buffer.from(await (await get('/export/statements.csv')).arrayBuffer())
    expect(single.equals(files['statements.csv'] ?? Buffer.of())).toBe(true)
  })

  test('packs what is sent where the client takes it', async () => {
    const body = await new Promise<Buffer>((resolve) => {
      request(`${url}/export/graph.yaml`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        expect(response.headers['content-encoding']).toBe('gzip')
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
      }).end()
    })
    expect(gunzipSync(body).toString('utf8')).toBe(exported(writer, 'yaml'))
  })

  test.each([
    ['br', undefined],
    ['gzip;q=0, br', undefined],
    ['br, gzip', 'gzip'],
    ['*', 'gzip'],
  ])('packs nothing in a way that the client does not take (%s)', async (accepted, encoding) => {
    const { headers } = await headOf('/export/actors.csv', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
  })

  test('takes all of a filter, with question marks in it', async () => {
    const answer = await get('/export/statements.csv?text=why?&stanse=DENIES')
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('Did you mean stance?'),
    ])
  })

  test('is not for pages of other sites, but for whoever follows their links', async () => {
    const statusOf = async (mode: string) =>
      (await headOf('/export/graph.yaml', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode }))
        .statusCode
    expect([await statusOf('no-cors'), await statusOf('navigate')]).toEqual([403, 200])
  })

  test.each([
    ['/export/nothing', 400, /What format is nothing\?/],
    ['/export/nope.csv', 400, /There is no table nope.*positions/],
    ['/export/statements.csv?stanse=DENIES', 400, /Did you mean stance\?/],
    ['/export/statements.csv?by=rusia', 400, /rusia.*Did you mean.*russia/],
    ['/export/graph.jsonl?said.from=soon', 400, /soon/],
    ['/export/..%2f..%2fetc.csv', 404, /nothing of that name/],
    ['/export/%ff.csv', 404, /nothing of that name/],
  ])('says what is wrong with %s', async (address, status, message) => {
    const answer = await get(address)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toMatch(message)
    expect(answer.headers.get('content-disposition')).toBeNull()
  })

  test('is read only, and HEAD sends no body', async () => {
    expect((await fetch(`${url}/export/graph.yaml`, { method: 'POST' })).status).toBe(405)
    const head = await fetch(`${url}/export/graph.yaml`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  test('ends the thread’s work where the reader hangs up, and writes the next one', async () => {
    const hangUp = new AbortController()
    const { body } = await fetch(`${url}/export/graph.csv.zip`, { signal: hangUp.signal })
    await body?.getReader().read()
    hangUp.abort()
    expect(await (await get('/export/graph.yaml')).text()).toBe(exported(writer, 'yaml'))
  })
})

describe('a private graph', () => {
  test('is taken out by whoever may read it', async () => {
    const users = new UserWriter(writer)
    const { user } = users.put('anna', 'READER')
    const { token } = users.issue({ userId: user.id, kind: 'API' })
    const server = await serve({ isPrivate: true })
    const ask = (headers: Record<string, string>) => fetch(`${server.url}/export/graph.yaml`, { headers })
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200)
  })
})
