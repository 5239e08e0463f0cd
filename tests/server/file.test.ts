import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { openSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { extractCommand } from '../../src/cli/extract.ts'
import { openGraphFile, withGraphFile } from '../../src/cli/graph-file.ts'
import { importCommand } from '../../src/cli/import.ts'
import { readCommand } from '../../src/cli/read.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { openWriter } from '../../src/sql/sqlite/connection.ts'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { UserError } from '../../src/values/errors.ts'
import { connectionOf, dbOf } from '../engine.ts'
import { everyRow } from '../graph.ts'
import { dispute } from '../graph-fixture.ts'
import { emptyFolder } from './fixture.ts'
import { cli, hearsay } from './hearsay.ts'

const seed = fileURLToPath(new URL('../../seed/belgorod.yaml', import.meta.url))

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** What a UserError says; anything else that is thrown fails the test. */
function failure(work: () => unknown): string {
  const error = thrownBy(work)
  expect(error).toBeInstanceOf(UserError)
  return (error as UserError).message
}

describe('a path that is no file for a graph', () => {
  const cwd = emptyFolder()
  const at = (name: string) => join(cwd, name)
  writeFileSync(at('letter.txt'), 'Dear reader')
  symlinkSync(at('loop.db'), at('loop.db'))
  symlinkSync(at('there.db'), at('back.db'))
  symlinkSync(at('back.db'), at('there.db'))
  execFileSync('mkfifo', [at('pipe.db')])

  test.each([
    [':memory:', /in memory would be gone/],
    [at('loop.db'), /is a link that leads back to itself/],
    [at('there.db'), /is a link that leads back to itself/],
    [at('pipe.db'), /is a named pipe, not a file/],
    ['/dev/null', /is a device, not a file/],
    ['/dev/full', /is a device, not a file/],
    [at('letter.txt/graph.db'), /The folder of .* is a file/],
    [at(`${'n'.repeat(300)}.db`), /The name of .* is too long/],
    [at('nowhere/graph.db'), /The folder of .* does not exist/],
    [cwd, /is a folder/],
    [at('letter.txt'), /is not an SQLite database/],
  ])('is refused with what it is: %s', (path, message) => {
    expect(failure(() => openGraphFile(path))).toMatch(message)
  })
})

describe('what is to be read, and is no file', () => {
  const cwd = emptyFolder()
  const at = (name: string) => join(cwd, name)
  symlinkSync(at('loop'), at('loop'))
  execFileSync('mkfifo', [at('pipe')])

  test.each([
    [cwd, 'is a folder: name the files in it'],
    [at('loop'), 'is a link that leads back to itself'],
    [at('pipe'), 'is a named pipe, and no file'],
    ['/dev/zero', 'is a device, and no file'],
    [at('n'.repeat(300)), 'has a name that is too long for a file'],
  ])('is told in a line by import, read and extract: %s', async (path, message) => {
    const db = at('graph.db')
    for (const command of [importCommand, readCommand]) {
      const errors: string[] = []
      const out = { info: () => {}, error: (line: string) => errors.push(line) }
      expect(await command([path], { db }, out)).toBe(1)
      // A folder is read with what is in it; here that is no report.
      const isFolder = command === readCommand && path === cwd
      expect(errors[0]).toContain(isFolder ? 'is a folder without a report' : message)
      expect(errors).toHaveLength(2)
    }
    const errors: string[] = []
    const code = extractCommand(path, {}, { info: () => {}, error: (line) => errors.push(line) })
    expect(code).toBe(1)
    expect(errors).toEqual([expect.stringContaining(message)])
  })

  test('may be what a shell hands over', async () => {
    writeFileSync(at('ok.txt'), 'The mayor said that the bridge was closed.')
    const read = `node "$0" read <(cat ok.txt) --db shell.db; cat ok.txt | node "$0" read /dev/stdin --db shell.db`
    const said = execFileSync('bash', ['-c', read, cli], { cwd, encoding: 'utf8' })
    expect(said).toMatch(/1 statement proposed/)
    expect(said).toMatch(/read before/)
  })
})

test('what is said on a full disk ends the command with a line', () => {
  const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "$0" schema > /dev/full`, cli], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^error: The output could not be written: ENOSPC[^\n]*\n$/)
})

describe('a file that cannot be written to', () => {
  test('because another program writes, is told so', () => {
    const path = join(emptyFolder(), 'graph.db')
    openWriter(path).close()
    const other = openDatabase(path)
    other.exec('begin immediate')
    const waits: string[] = []
    const impatient = { limit: 0, onWait: () => waits.push('waits'), onReady: () => waits.push('ready') }
    const refused = failure(() =>
      withGraphFile(path, { patience: impatient }, (it) => importDossiers(it, [dispute])),
    )
    expect(refused).toBe(`${path} is being written by another program. Try again when it is done.`)
    expect(waits).toEqual([])
    other.close()
  })

  test('for a while, is waited for, and the wait is said', async () => {
    const cwd = emptyFolder()
    const path = join(cwd, 'graph.db')
    openWriter(path).close()
    const other = openDatabase(path)
    other.exec('begin immediate')
    const run = hearsay(['import', dispute, '--db', path], { cwd })
    while (!run.output().includes('waiting for it')) await new Promise((done) => setTimeout(done, 50))
    other.exec('commit')
    expect(await run.ended).toBe(0)
    expect(run.output()).toMatch(/is being written by another program; waiting for it, up to 60 s\./)
    expect(run.output()).toMatch(/Waited \d+ s for .*graph\.db\.\n/)
    other.close()
  })

  test('because its disk is full, is told so, and keeps what it had', () => {
    const path = join(emptyFolder(), 'graph.db')
    const before = withGraphFile(path, {}, (it) => everyRow(it))
    const refused = failure(() =>
      withGraphFile(path, {}, (it) => {
        const { db } = connectionOf(it)
        db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
        return importDossiers(it, [seed])
      }),
    )
    expect(refused).toBe(`The disk that holds ${path} is full. Make room and try again.`)
    expect(withGraphFile(path, {}, (it) => everyRow(it))).toEqual(before)
  })

  test('because it is damaged, is told so', () => {
    const path = join(emptyFolder(), 'graph.db')
    withGraphFile(path, {}, (it) => importDossiers(it, [dispute]))
    const file = openSync(path, 'r+')
    const zeros = Buffer.alloc(4096)
    for (let at = 4096; at < statSync(path).size; at += 4096) writeSync(file, zeros, 0, zeros.length, at)
    expect(failure(() => withGraphFile(path, {}, (it) => importDossiers(it, [dispute])))).toMatch(
      /is damaged: .*\. Put a copy of it in its place/,
    )
  })

  test('any more, ends a reading with how far it came', async () => {
    const cwd = emptyFolder()
    const reports = Array.from({ length: 400 }, (_, id) =>
      JSON.stringify({
        id,
        text: `The mayor said that bridge ${id} was closed. ${'It rained. '.repeat(400)}`,
      }),
    )
    writeFileSync(join(cwd, 'reports.jsonl'), reports.join('\n'))
    // A file may grow to 2 MiB here: what the system refuses beyond that, SQLite tells as a failed write.
    const limited = `trap '' XFSZ; ulimit -f 2048; exec "$0" "$1" read reports.jsonl --db graph.db`
    const child = spawn('bash', ['-c', limited, process.execPath, cli], { cwd })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    const [, kept] = /Stopped after (\d+) reports; what they say is kept\./.exec(output) ?? []
    expect(output).toMatch(
      /error: (The disk that holds graph\.db is full|graph\.db could not be read or written)/,
    )
    expect(output).not.toMatch(/\n\s+at /)
    expect(Number(kept)).toBeGreaterThan(0)
    const sources = withGraphFile(join(cwd, 'graph.db'), {}, (it) =>
      dbOf(it).prepare('select count(*) from source').pluck().get(),
    )
    expect(sources).toBe(Number(kept))
  })
})

describe('several processes at once', () => {
  test('make or migrate one file, and each does its work', async () => {
    const cwd = emptyFolder()
    for (let round = 0; round < 3; round++) {
      const names = ['a', 'b', 'c', 'd']
      for (const name of names)
        writeFileSync(
          join(cwd, `${name}.yaml`),
          `hearsay: 1\nactors:\n  - { slug: ${name}, type: STATE, name: ${name.toUpperCase()} }\n`,
        )
      const db = join(cwd, `graph-${round}.db`)
      const runs = names.map((name) => hearsay(['import', `${name}.yaml`, '--db', db], { cwd }))
      expect(
        await Promise.all(runs.map(({ ended }) => ended)),
        runs.map((it) => it.output()).join('\n'),
      ).toEqual(names.map(() => 0))
      const found = withGraphFile(db, {}, (it) => dbOf(it).prepare('select slug from entity').pluck().all())
      expect(found.sort()).toEqual(names)
    }
  })

  test('give one slug to things of two kinds, and the second is told all that is wrong', async () => {
    const cwd = emptyFolder()
    const path = join(cwd, 'graph.db')
    openWriter(path).close()
    writeFileSync(
      join(cwd, 'place.yaml'),
      'hearsay: 1\nplaces:\n  - { slug: kyiv, precision: EXACT, name: Kyiv }\n',
    )
    const other = openWriter(path)
    other.db.exec('begin immediate')
    const run = hearsay(['import', 'place.yaml', '--db', path], { cwd })
    while (!run.output().includes('waiting for it')) await new Promise((done) => setTimeout(done, 50))
    other.db.exec("insert into entity (kind, slug, name) values ('ACTOR', 'kyiv', 'Kyiv')")
    other.db.exec("insert into actor (id, type) select id, 'STATE' from entity")
    other.db.exec('commit')
    other.close()
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch(/place\.yaml:3:\d+ places\[0\]\.slug "kyiv": .*actor/)
    expect(run.output()).toMatch(/1 problem; nothing was imported\./)
  })
})
