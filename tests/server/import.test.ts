import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { dossierOf } from '../../bench/measure/load.ts'
import { openWriter } from '../engine.ts'
import { everyRow } from '../graph.ts'
import { emptyFolder } from './fixture.ts'
import { cli, hearsay, type Run } from './hearsay.ts'

const everyField = new URL('../dossiers/every-field.yaml', import.meta.url).pathname

function rowsOf(db: string): Record<string, unknown[]> {
  const graph = openWriter(db)
  const { revision: _, ...rows } = everyRow(graph)
  graph.close()
  return rows
}

/** Waits until the command has opened a file: until it has begun, a signal ends it as it ends any process. */
async function hasOpened({ process: { pid } }: Run, name: RegExp): Promise<void> {
  const folder = `/proc/${pid}/fd`
  const isIt = (link: string) => {
    try {
      return name.test(readlinkSync(join(folder, link)))
    } catch {
      // It has been closed meanwhile.
      return false
    }
  }
  while (!readdirSync(folder).some(isIt)) await setTimeout(20)
}

test('hearsay import takes a packed file, and what comes through a pipe', async () => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'packed.yaml.gz'), gzipSync(readFileSync(everyField)))
  const plain = hearsay(['import', everyField, '--db', 'plain.db'], { cwd })
  expect(await plain.ended).toBe(0)
  const packed = hearsay(['import', 'packed.yaml.gz', '--db', 'packed.db'], { cwd })
  const piped = hearsay(
    ['-c', `cat packed.yaml.gz | "${process.execPath}" "${cli}" import - --db piped.db`],
    {
      cwd,
      program: 'sh',
    },
  )
  for (const run of [packed, piped]) {
    expect(await run.ended).toBe(0)
    // All but how far it was, and how long it took.
    const lines = (output: string) => output.split('\n').filter((line) => /created/.test(line))
    expect(lines(run.output())).toEqual(lines(plain.output()))
  }
  expect(rowsOf(join(cwd, 'packed.db'))).toEqual(rowsOf(join(cwd, 'plain.db')))
  expect(rowsOf(join(cwd, 'piped.db'))).toEqual(rowsOf(join(cwd, 'plain.db')))
})

test('hearsay import that is interrupted leaves the graph as it was, and says so', async () => {
  const cwd = emptyFolder()
  expect(await hearsay(['import', everyField, '--db', 'graph.db'], { cwd }).ended).toBe(0)
  const before = rowsOf(join(cwd, 'graph.db'))
  writeFileSync(join(cwd, 'large.json'), JSON.stringify(dossierOf(20_000)))
  const run = hearsay(['import', 'large.json', '--db', 'graph.db'], { cwd })
  await hasOpened(run, /graph\.db-wal$/)
  // Somewhere between its beginning and its end.
  await setTimeout(500)
  run.process.kill('SIGINT')
  expect(await run.ended).toBe(130)
  expect(run.output()).toContain('Stopped; nothing was imported, and the graph is as it was.')
  expect(rowsOf(join(cwd, 'graph.db'))).toEqual(before)
})

test('hearsay import that waits for standard input can be interrupted', async () => {
  const cwd = emptyFolder()
  const run = hearsay(['import', '-', '--db', 'graph.db'], { cwd })
  run.process.stdin?.write('{"hearsay": 1}\n')
  await hasOpened(run, /spool \(deleted\)$/)
  run.process.kill('SIGINT')
  expect(await run.ended).toBe(130)
  expect(run.output()).toContain('the graph is as it was')
})
