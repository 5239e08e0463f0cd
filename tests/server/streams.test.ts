import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { backupCommand } from '../../src/cli/backup.ts'
import { restoreCommand } from '../../src/cli/restore.ts'
import { tokenHash } from '../../src/model/users/token.ts'
import { createApp } from '../../src/server/app.ts'
import { listen, urlOf } from '../../src/server/listen.ts'
import { ServedGraph } from '../../src/server/served-graph.ts'
import { stopServer } from '../../src/server/shutdown.ts'
import { atOnce } from '../../src/sql/engine.ts'
import { openServedFile } from '../../src/sql/sqlite/served-file.ts'
import { isOnPostgres } from '../engine.ts'
import { subscribe, type Told, take } from '../events.ts'
import { dispute } from '../graph-fixture.ts'
import { writeGraph } from '../made-graph.ts'
import { serverWithUsers } from './access-fixture.ts'
import { emptyFolder, memoryLog } from './fixture.ts'

const revised = 'subscription { revised { id note } }'
const quiet = { info: () => {}, error: () => {}, warn: () => {} }

/** The error that ends a stream, which is its last event. */
async function ending(events: AsyncGenerator<Told>) {
  const told = await take(events, 2)
  expect(told).toHaveLength(1)
  return told[0]?.errors?.[0]
}

describe.each([false, true])('a stream of a graph that is private: %s', (isPrivate) => {
  const started = serverWithUsers({ isPrivate }, { schema }, [dispute])
  const opened = async (name: string, expiresAt?: number) => {
    const { users, url } = await started
    const { id: userId } = users.put(name, 'EDITOR').user
    const { token } = users.issue({ userId, kind: 'API', expiresAt })
    const { tokenId = 0 } = atOnce(users.store.token(tokenHash(token))) ?? {}
    const headers = { authorization: `Bearer ${token}` }
    const { events } = await subscribe(url, revised, {}, headers)
    return { ...(await started), userId, tokenId, headers, events }
  }
  /** Writes a revision that is told to all who listen. */
  const note = async (text: string) => {
    const { ask, bearer } = await started
    const place = `{ slug: "quay", name: "Quay", precision: EXACT, description: "${text}" }`
    const { data } = await ask(
      `mutation { recordPlace(input: ${place}, note: "${text}") { revision { id } } }`,
      bearer('ADMIN'),
    )
    expect(data.recordPlace.revision).not.toBeNull()
  }

  test('ends when its token is revoked, and others go on', async () => {
    const { users, tokenId, events } = await opened('ana')
    const other = await opened('bea')
    await note('before')
    expect(await take(events, 1)).toMatchObject([{ data: { revised: { note: 'before' } } }])
    users.revoke(tokenId)
    expect(await ending(events)).toEqual({
      message: expect.stringMatching(/was revoked\. Sign in at \/sign-in, or send a token/),
      extensions: { code: 'UNAUTHENTICATED' },
    })
    await note('after')
    expect(await take(other.events, 2)).toMatchObject([
      { data: { revised: { note: 'before' } } },
      { data: { revised: { note: 'after' } } },
    ])
  })

  test('ends when its token expires', async () => {
    const { events } = await opened('cleo', Date.now() + 700)
    expect(await ending(events)).toMatchObject({
      message: expect.stringContaining('was good until 20'),
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })

  test('ends when its user is removed', async () => {
    const { users, userId, events } = await opened('dora')
    users.remove(userId)
    expect(await ending(events)).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
  })

  test('ends when its user has a lower role, and not when it is a higher one', async () => {
    const { users, events, headers, url } = await opened('eva')
    users.put('eva', 'ADMIN')
    await note('an admin')
    expect(await take(events, 1)).toMatchObject([{ data: { revised: { note: 'an admin' } } }])
    users.put('eva', 'READER')
    expect(await ending(events)).toMatchObject({
      message: 'eva had the role EDITOR when this stream was opened, and has the role READER now. Ask again.',
      extensions: { code: 'FORBIDDEN' },
    })
    const again = await subscribe(url, revised, {}, headers)
    await note('a reader')
    expect(await take(again.events, 1)).toMatchObject([{ data: { revised: { note: 'a reader' } } }])
  })

  test('ends with the session in which a browser opened it', async () => {
    const { url, sessionOf, send } = await started
    const cookie = await sessionOf('READER')
    const { events } = await subscribe(url, revised, {}, { cookie, origin: url })
    await note('signed in')
    await take(events, 1)
    await send({ method: 'POST', path: '/sign-out', headers: { cookie, origin: url } })
    expect(await ending(events)).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
  })

  test('reads no token again while nothing is written, and none of whoever has none', async () => {
    const { statements, events } = await opened('fay')
    const anonymous = await subscribe((await started).url, revised)
    await note('one')
    await take(events, 1)
    await new Promise((resolve) => setTimeout(resolve, 700))
    statements.length = 0
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(statements.filter((sql) => sql.includes('token'))).toEqual([])
    anonymous.stop()
  })
})

describe.skipIf(isOnPostgres)('a stream of a file of which an earlier state is restored', () => {
  const restored = {
    message: expect.stringMatching(/earlier state of the graph was restored.*ask again without since/),
    extensions: { code: 'RESTORED' },
  }

  test.each([
    ['and nothing is written after', 0],
    ['and more is written than there was', 4],
  ])('ends with a reason, %s', async (_, more) => {
    const { url, path, ask, bearer } = await serverWithUsers({}, { schema }, [dispute])
    let places = 0
    const headers = bearer('ADMIN')
    const write = async () => {
      const slug = `place-${++places}`
      const { data } = await ask(
        `mutation { recordPlace(input: { slug: "${slug}", name: "${slug}", precision: EXACT }) { revision { id } } }`,
        headers,
      )
      return data.recordPlace.revision.id
    }
    const backup = join(emptyFolder(), 'backup.db')
    await write()
    expect(await backupCommand(backup, { db: path }, quiet)).toBe(0)
    const { events } = await subscribe(url, revised)
    const [second, third] = [await write(), await write()]
    expect(await take(events, 2)).toMatchObject([
      { data: { revised: { id: second } } },
      { data: { revised: { id: third } } },
    ])
    expect(await restoreCommand(backup, { db: path }, quiet)).toBe(0)
    for (let count = 0; count < more; count++) await write()
    expect(await ending(events)).toEqual(restored)
    const again = await subscribe(url, revised)
    const next = await write()
    expect(await take(again.events, 1)).toMatchObject([{ data: { revised: { id: next } } }])
  })

  test('ends where another file takes the place of the one that was served, though nobody asks anything', async () => {
    const [path, other] = [join(emptyFolder(), 'graph.db'), join(emptyFolder(), 'other.db')]
    for (const file of [path, other]) writeGraph(file, [dispute])
    const { log } = memoryLog()
    const served = new ServedGraph(
      () => openServedFile(path),
      (graph) => createApp({ schema, graph, log }).handle,
      { path, log },
    )
    const server = await listen(served.handle, { host: '127.0.0.1', port: 0 })
    onTestFinished(async () => {
      await stopServer(server, 100)
      served.close()
    })
    const { events } = await subscribe(urlOf(server), revised)
    for (const end of ['-wal', '-shm'])
      if (existsSync(path + end)) renameSync(path + end, `${path}.old${end}`)
    renameSync(other, path)
    expect(await ending(events)).toEqual(restored)
  })
})
