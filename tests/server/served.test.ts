import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { openWriter } from '../engine.ts'
import { writeGraph } from '../made-graph.ts'
import { ask, emptyFolder } from './fixture.ts'
import { hearsay, urlFrom } from './hearsay.ts'

/** Files with graphs in them, each with actors of its own, and one that is served. */
async function serving() {
  const cwd = emptyFolder()
  const at = (name: string) => join(cwd, name)
  const dossier = (name: string, count: number) => {
    const actors = Array.from({ length: count }, (_, i) => ({ slug: `${name}-${i}`, name, type: 'PERSON' }))
    writeFileSync(at(`${name}.json`), JSON.stringify({ hearsay: 1, actors }))
    return at(`${name}.json`)
  }
  const add = (name: string, file: string, count = 1) => {
    const writer = openWriter(at(file))
    importDossiers(writer, [dossier(name, count)])
    writer.close()
  }
  writeGraph(at('served.db'), [dossier('first', 1)])
  writeGraph(at('other.db'), [dossier('other', 1500)])
  const run = hearsay(['serve', '--port', '0', '--db', 'served.db'], { cwd })
  const url = await urlFrom(run)
  const health = async () => {
    const response = await fetch(`${url}/health`)
    return { status: response.status, body: (await response.json()) as { status: string; reason?: string } }
  }
  /** The name of the actor that is served, or why none is. */
  const served = async () => {
    const { status, reason } = (await health()).body
    if (status !== 'ok') return reason
    const { data, errors } = await ask(url, '{ actors(first: 1) { nodes { name } } }')
    return errors?.[0]?.message ?? (data as { actors: { nodes: { name: string }[] } }).actors.nodes[0]?.name
  }
  expect(await served()).toBe('first')
  return { at, add, run, url, health, served }
}

const spoilt: readonly (readonly [how: string, spoil: (path: string) => void])[] = [
  ['cut off', (path: string) => truncateSync(path, 5000)],
  ['emptied', (path: string) => truncateSync(path, 0)],
  [
    'another program’s',
    (path: string) => {
      rmSync(path)
      openDatabase(path).exec('create table t (x)').close()
    },
  ],
  [
    'no database',
    (path: string) => {
      rmSync(path)
      writeFileSync(path, 'Dear reader')
    },
  ],
  [
    'half copied',
    (path: string) => {
      const bytes = readFileSync(path)
      rmSync(path)
      writeFileSync(path, bytes.subarray(0, 8192))
    },
  ],
]

describe('a graph’s file under a running server', () => {
  test('may be replaced by another, which is served at once, and by the first again', async () => {
    const { at, served, run } = await serving()
    renameSync(at('served.db'), at('kept.db'))
    renameSync(at('other.db'), at('served.db'))
    expect(await served()).toBe('other')
    renameSync(at('kept.db'), at('served.db'))
    expect(await served()).toBe('first')
    await expect.poll(run.output).toMatch(/Another file is in the place/)
  })

  test('is missed while it is away, by /health and by queries, and answers when it is back', async () => {
    const { at, url, health, served, run } = await serving()
    renameSync(at('served.db'), at('away.db'))
    expect(await health()).toEqual({
      status: 503,
      body: { status: 'unavailable', reason: expect.stringMatching(/is not there any more/) },
    })
    const answer = await fetch(`${url}/graphql?query={__typename}`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] })
    renameSync(at('away.db'), at('served.db'))
    expect(await served()).toBe('first')
    // What is logged comes by another way than the answer, and may come after it.
    await expect.poll(run.output).toMatch(/The graph is there again/)
    run.process.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })

  test('may be copied over while nothing is in its log', async () => {
    const { at, served } = await serving()
    copyFileSync(at('other.db'), at('served.db'))
    expect(await served()).toBe('other')
  })

  test('is told to be mixed up where its log is not empty when it is copied over', async () => {
    const { at, add, served } = await serving()
    add('second', 'served.db')
    expect(await served()).toBe('first')
    copyFileSync(at('other.db'), at('served.db'))
    expect(await served()).toMatch(/was copied over while its log/)
  })

  test('is the same after imports and after its log is brought into it', async () => {
    const { at, add, served, run } = await serving()
    for (const name of ['a', 'b', 'c']) {
      add(name, 'served.db', 300)
      expect(await served()).toBe('a')
      const db = openDatabase(at('served.db'))
      db.pragma(`wal_checkpoint(${name === 'b' ? 'truncate' : 'passive'})`)
      db.close()
      expect(await served()).toBe('a')
    }
    expect(run.output()).not.toMatch(/Another file|copied over/)
  })

  // One server for all of them: after each, the graph is served again.
  test('is not served where it is spoilt, until it is a graph again', async () => {
    const { at, served, run } = await serving()
    for (const [how, spoil] of spoilt) {
      copyFileSync(at('served.db'), at('copy.db'))
      spoil(at('served.db'))
      expect(await served(), how).toMatch(/cannot be read|is not there/)
      const bytes = readFileSync(at('served.db'))
      expect(await served(), how).toMatch(/cannot be read|is not there/)
      expect(readFileSync(at('served.db')).equals(bytes), how).toBe(true)
      renameSync(at('copy.db'), at('served.db'))
      expect(await served(), how).toBe('first')
    }
    expect(run.output()).not.toMatch(/\n\s+at /)
  })
})
