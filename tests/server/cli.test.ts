import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  printSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { ask, emptyFolder } from './fixture.ts'
import { cli, hearsay, urlFrom } from './hearsay.ts'

/** Runs a command as on a terminal. */
const terminal = '/usr/bin/script'

const count = (path: string): number => {
  const db = openDatabase(path, { readonly: true })
  const statements = db.prepare('select count(*) from statement').pluck().get() as number
  db.close()
  return statements
}

describe('hearsay serve', () => {
  test('prints the URL once it answers, and loads the seed on its first start only', async () => {
    const cwd = emptyFolder()
    const first = hearsay(['serve', '--port', '0'], { cwd })
    const health = await fetch(`${await urlFrom(first)}/health`)
    expect(health.status).toBe(200)
    expect(await health.json()).toEqual({ status: 'ok' })
    expect(first.output()).toMatch(/loaded the seed with .* statements/)
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const loaded = count(join(cwd, 'hearsay.db'))
    expect(loaded).toBeGreaterThanOrEqual(30)
    const second = hearsay(['serve', '--port', '0'], { cwd })
    await urlFrom(second)
    expect(second.output()).not.toMatch(/seed/)
    expect(count(join(cwd, 'hearsay.db'))).toBe(loaded)
  })

  test('leaves a new graph empty where --empty says so', async () => {
    const cwd = emptyFolder()
    await urlFrom(hearsay(['serve', '--port', '0', '--empty'], { cwd }))
    expect(count(join(cwd, 'hearsay.db'))).toBe(0)
  })

  const stopped = async (args: readonly string[], cwd: string) => {
    const run = hearsay(['serve', '--port', '0', ...args], { cwd })
    await urlFrom(run)
    run.process.kill('SIGTERM')
    await run.ended
    return run.output()
  }

  test('leaves a graph empty that somebody else has made, and says how to fill it', async () => {
    const cwd = emptyFolder()
    await stopped(['--empty'], cwd)
    writeFileSync(join(cwd, 'nothing.yaml'), 'hearsay: 1\n')
    await hearsay(['import', 'nothing.yaml', '--db', 'imported.db'], { cwd }).ended
    for (const db of ['hearsay.db', 'imported.db']) {
      expect(await stopped(['--db', db], cwd)).toMatch(/graph is empty. hearsay import/)
      expect(count(join(cwd, db))).toBe(0)
    }
  })

  test('loads the seed where an import that was wrong has left nothing', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'wrong.yaml'), 'actors: 1\n')
    await hearsay(['import', 'wrong.yaml'], { cwd }).ended
    expect(existsSync(join(cwd, 'hearsay.db'))).toBe(false)
    expect(await stopped([], cwd)).toMatch(/The graph is new: loaded the seed/)
  })

  test.each([
    ['after a first start that was killed as the seed was loaded', (path: string) => killedWhileMaking(path)],
    ['in a file of no bytes', (path: string) => writeFileSync(path, '')],
  ])('loads the seed %s', async (_, make) => {
    const cwd = emptyFolder()
    await make(join(cwd, 'hearsay.db'))
    expect(await stopped([], cwd)).toMatch(/loaded the seed/)
    expect(count(join(cwd, 'hearsay.db'))).toBeGreaterThanOrEqual(30)
  })

  test('heeds the environment, and options before it', async () => {
    const cwd = emptyFolder()
    const env = { HEARSAY_DB: 'elsewhere.db', HEARSAY_PORT: '0', HEARSAY_HOST: '127.0.0.2' }
    expect(await urlFrom(hearsay(['serve', '--empty'], { cwd, env }))).toMatch(/^http:\/\/127\.0\.0\.2:/)
    expect(existsSync(join(cwd, 'elsewhere.db'))).toBe(true)
    expect(await urlFrom(hearsay(['serve', '--host', '127.0.0.1'], { cwd, env }))).toMatch(
      /^http:\/\/127\.0\.0\.1:/,
    )
  })

  test.each([
    ['a port that is none', ['--port', '65536'], /number from 0 to 65535/],
    ['a file that is a folder', ['--db', 'folder'], /folder is a folder/],
    [
      'a file in a folder that is not there',
      ['--db', 'nowhere/graph.db'],
      /folder of nowhere\/graph.db does not exist/,
    ],
    ['a file that is no database', ['--db', 'letter.txt'], /not an SQLite database/],
    ["another program's database", ['--db', 'other.db'], /another program's database/],
    ['an address of another machine', ['--host', '192.0.2.1', '--empty'], /no address of this machine/],
    [
      'an origin with a path',
      ['--allow-origin', 'http://a.example/x'],
      /nothing else: http:\/\/a\.example\./,
    ],
    ['an unknown option', ['--prot', '1'], /unknown option '--prot'.*\n.*--port/],
  ])('refuses %s', async (_, args, message) => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'folder'))
    writeFileSync(
      join(cwd, 'letter.txt'),
      'Dear reader, this is a letter and it is no database at all. '.repeat(9),
    )
    openDatabase(join(cwd, 'other.db')).exec('create table note (id integer)').close()
    const run = hearsay(['serve', ...args], { cwd })
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch(message)
    expect(run.output()).not.toMatch(/\n\s+at /)
  })

  test.skipIf(!existsSync(terminal))(
    'on a terminal shows a link that signs in, once, and logs none',
    async () => {
      const cwd = emptyFolder()
      const serve = `'${process.execPath}' '${cli}' serve --port 0 --empty`
      const screen = hearsay(['--quiet', '--command', serve, '/dev/null'], { cwd, program: terminal })
      await expect.poll(screen.output).toMatch(/The link works once/)
      const [link = '', url = '', token = ''] = /(http:\S+)\/sign-in\?token=(\S+)/.exec(screen.output()) ?? []
      expect((await fetch(link)).status).toBe(200)
      const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded' }
      const form = { method: 'POST', headers, body: `token=${token}`, redirect: 'manual' } as const
      expect((await fetch(`${url}/sign-in`, form)).status).toBe(303)
      expect((await fetch(`${url}/sign-in`, form)).status).toBe(401)

      const logged = hearsay(['serve', '--port', '0', '--log', 'trace'], { cwd })
      await urlFrom(logged)
      expect(logged.output()).not.toContain('sign-in')
    },
  )

  test('prints tokens alone, and knows them at once', async () => {
    const cwd = emptyFolder()
    const url = await urlFrom(hearsay(['serve', '--port', '0', '--empty', '--private'], { cwd }))
    const asked = async (token: string) =>
      (await fetch(`${url}/graphql?query={__typename}`, { headers: { authorization: `Bearer ${token}` } }))
        .status
    await hearsay(['user', 'add', 'ana'], { cwd }).ended
    const made = spawnSync(process.execPath, [cli, 'token', 'create', 'ana'], { cwd, encoding: 'utf8' })
    expect(made.stdout).toMatch(/^hearsay_[\w-]{43}\n$/)
    expect(await asked(made.stdout.trim())).toBe(200)
    await hearsay(['user', 'remove', 'ana'], { cwd }).ended
    expect(await asked(made.stdout.trim())).toBe(401)
  })

  test('says that a port is taken', async () => {
    const cwd = emptyFolder()
    const { port } = new URL(await urlFrom(hearsay(['serve', '--port', '0', '--empty'], { cwd })))
    const second = hearsay(['serve', '--port', port, '--empty'], { cwd })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`Port ${port} on 127.0.0.1 is taken`)
  })

  // At SIGTERM, with a connection that is kept open: see the first start, above.
  test('stops at SIGINT, idle connections or not', async () => {
    const run = hearsay(['serve', '--port', '0', '--empty'], { cwd: emptyFolder() })
    const url = await urlFrom(run)
    await fetch(url, { headers: { connection: 'keep-alive' } }).then((it) => it.text())
    run.process.kill('SIGINT')
    expect(await run.ended).toBe(0)
  })

  test('gives open requests some seconds, and then cuts them off and stops cleanly', async () => {
    const run = hearsay(['serve', '--port', '0', '--empty'], { cwd: emptyFolder() })
    const socket = await halfRequest(await urlFrom(run))
    run.process.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(socket.destroyed || socket.readableEnded).toBe(true)
  })

  test('a second signal does not wait', async () => {
    const run = hearsay(['serve', '--port', '0', '--empty'], { cwd: emptyFolder() })
    await halfRequest(await urlFrom(run))
    run.process.kill('SIGTERM')
    await new Promise((done) => setTimeout(done, 200))
    run.process.kill('SIGTERM')
    expect(await run.ended).toBe(1)
  })
})

/** Ends a process by force when it has begun to fill a new file. */
async function killedWhileMaking(path: string) {
  const open = new URL('../../dist/sql/sqlite/connection.js', import.meta.url)
  const script = `import { openWriter } from '${open}'
    openWriter('${path}', { begin: () => process.kill(process.pid, 'SIGKILL') })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  expect(existsSync(path)).toBe(true)
}

/** A request whose body never ends. */
async function halfRequest(url: string) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => {})
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query"',
  )
  socket.resume()
  await new Promise((done) => setTimeout(done, 100))
  return socket
}

test('hearsay schema, schema/schema.graphql and introspection agree', async () => {
  const cwd = emptyFolder()
  const schema = hearsay(['schema'], { cwd })
  expect(await schema.ended).toBe(0)
  const kept = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')
  expect(schema.output(), 'npm run schema prints it anew').toBe(kept)
  const url = await urlFrom(hearsay(['serve', '--port', '0', '--empty'], { cwd }))
  const { data } = await ask(url, getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true }))
  const seen = printSchema(buildClientSchema(data as unknown as IntrospectionQuery))
  expect(seen).toBe(printSchema(buildSchema(kept)))
})

test('hearsay --version and --help', async () => {
  const version = hearsay(['--version'], { cwd: emptyFolder() })
  expect(await version.ended).toBe(0)
  expect(version.output()).toMatch(/^\d+\.\d+\.\d+\n$/)
  const help = hearsay(['--help'], { cwd: emptyFolder() })
  expect(await help.ended).toBe(0)
  expect(help.output()).toMatch(/serve[\s\S]*import[\s\S]*schema/)
})

test('hearsay import says what is wrong with a file of the graph', async () => {
  const run = hearsay(['import', 'x.yaml', '--db', '.'], { cwd: emptyFolder() })
  expect(await run.ended).toBe(1)
  expect(run.output()).toMatch(/is a folder/)
})
