import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { LocalDesk } from '../../src/edits/perform.ts'
import type { WriteDesk } from '../../src/edits/request.ts'
import { Graph } from '../../src/model/graph.ts'
import { openWriter } from '../../src/model/open.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { addressOf, isOnPostgres } from '../engine.ts'
import { folder } from '../graph.ts'
import { Wire } from '../postgres/wire.ts'
import { type Answer, startServer } from './fixture.ts'

const path = folder()

const record = `mutation ($slug: String!) { recordPlace(input: { slug: $slug, name: "A place", precision: EXACT }) {
  place { name } revision { id } problems { message } } }`

/** A server that reads over a way of its own, and a desk that cuts it once it has written. */
async function serving(name: string) {
  const address = addressOf(`${path}/${name}.db`)
  const writer = openWriter(address)
  const wire = await Wire.to(address)
  const engine = new AsynchronousEngine(postgresAddress(wire.address))
  const other = new Client({ connectionString: postgresAddress(address).url })
  await other.connect()
  onTestFinished(async () => {
    await engine.close()
    await other.end()
    writer.close()
  })
  const desk = new LocalDesk(writer)
  const cutting: WriteDesk = {
    write: (request) => desk.write(request).finally(() => wire.cut()),
    close: () => desk.close(),
  }
  const graph = new Graph(engine)
  const { url } = await startServer({ schema, graph, desk: cutting })
  const schemaName = postgresAddress(address).schema
  const slugs = async () =>
    (await other.query(`select slug from ${schemaName}.entity`)).rows.map(({ slug }) => slug)
  const users = new UserWriter(writer)
  const { token } = users.issue({ userId: users.put('eve', 'EDITOR').user.id, kind: 'API' })
  const put = async (slug: string): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: record, variables: { slug } }),
    })
    return { status: response.status, ...((await response.json()) as object) }
  }
  return { put, slugs }
}

describe.skipIf(!isOnPostgres)('a change after which the database is lost', () => {
  it('is told to have been kept, where it cannot be read back', async () => {
    const { put, slugs } = await serving('kept')
    const answer = await put('kept')
    expect(await slugs()).toEqual(['kept'])
    expect(answer.status).toBe(200)
    expect(answer.errors).not.toEqual([])
    for (const { message, extensions } of answer.errors ?? []) {
      expect(message).toContain('was kept as revision_1, and could not be read back')
      expect(extensions).toMatchObject({ code: 'UNAVAILABLE', revisions: ['revision_1'] })
    }
  })

  it('is not told to have been kept, where nothing was written', async () => {
    const { put, slugs } = await serving('refused')
    const answer = await put('No Slug')
    expect(await slugs()).toEqual([])
    expect(JSON.stringify(answer)).not.toContain('kept')
  })
})
