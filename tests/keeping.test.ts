import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findingsIn } from '../src/cli/check.ts'
import { openGraphFile } from '../src/cli/graph-file.ts'
import { openWriter } from '../src/sql/sqlite/connection.ts'
import { openDatabase } from '../src/sql/sqlite/handle.ts'
import { connectionOf } from './engine.ts'
import { folder } from './graph.ts'
import { dispute, seed } from './graph-fixture.ts'
import { writeGraph } from './made-graph.ts'
import { ask } from './server/fixture.ts'
import { hearsay, urlFrom } from './server/hearsay.ts'

const path = folder()
let folders = 0

/** A folder with a graph in it, `hearsay.db`, and commands that are run there. */
function place() {
  const cwd = join(path, `${++folders}`)
  mkdirSync(cwd)
  const at = (name: string) => join(cwd, name)
  writeGraph(at('hearsay.db'), [seed])
  const run = async (...args: string[]) => {
    const command = hearsay(args, { cwd })
    const code = await command.ended
    return { code, output: command.output() }
  }
  return { cwd, at, run, files: () => readdirSync(cwd).sort() }
}

/** A place with a backup of its graph in it, `copy.db`: as all begin with the same graph, it is made once. */
async function backedUp() {
  const made = place()
  if (!backup) {
    expect((await made.run('backup', 'copy.db')).code).toBe(0)
    backup = readFileSync(made.at('copy.db'))
  }
  writeFileSync(made.at('copy.db'), backup)
  return made
}
let backup: Buffer | undefined

const slugsIn = (file: string, table = 'claim'): string[] => {
  const db = openDatabase(file)
  try {
    return db.prepare<[], string>(`select slug from ${table} order by id`).pluck().all()
  } finally {
    db.close()
  }
}

const built = (module: string) => fileURLToPath(new URL(`../dist/${module}`, import.meta.url))

/** Another process that writes a claim in each transaction, and says its slug once it is written. */
async function writing(file: string): Promise<{ process: ChildProcess; said: () => string[] }> {
  const script = `
    import { openWriter } from '${built('sql/sqlite/connection.js')}'
    import { transact } from '${built('model/transact.js')}'
    const writer = openWriter(process.argv[1], { durable: true })
    for (let n = 0; ; n++) {
      transact(writer, { by: null, action: 'RECORD' }, ({ claims }) =>
        claims.put({ slug: 'written-' + n, text: 'Claim ' + n + '.', kind: 'OTHER' }))
      console.log('written-' + n)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  await once(child.stdout, 'data')
  return { process: child, said: () => output.split('\n').slice(0, -1) }
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'close')
}

describe('hearsay backup', () => {
  test('copies a graph to which another process writes all the time, whole and as it was at one moment', async () => {
    const { at, run } = place()
    const writer = await writing(at('hearsay.db'))
    const before = writer.said()
    const { code, output } = await run('backup', 'copy.db')
    const after = writer.said()
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^Copied .*hearsay\.db to copy\.db: \d+\.\d MB in/),
    ])
    expect(findingsIn(at('copy.db'))).toEqual([])
    const copied = slugsIn(at('copy.db')).filter((slug) => slug.startsWith('written-'))
    expect(copied).toEqual(copied.map((_, n) => `written-${n}`))
    expect(copied.length).toBeGreaterThanOrEqual(before.length)
    expect(copied.length).toBeLessThanOrEqual(after.length + 1)
    // The writer was not held up for good.
    await expect.poll(() => writer.said().length).toBeGreaterThan(after.length)
  })

  test('leaves no half file where it is killed, and makes a whole one when it is run again', async () => {
    const { cwd, at, run, files } = place()
    for (let moment = 1; moment <= 6; moment++) {
      const command = hearsay(['backup', 'copy.db'], { cwd })
      await wait(moment * 60)
      command.process.kill('SIGKILL')
      await command.ended
      if (existsSync(at('copy.db'))) expect(findingsIn(at('copy.db'))).toEqual([])
      rmSync(at('copy.db'), { force: true })
    }
    // The number of no process.
    writeFileSync(at('copy.db.part-99999999'), readFileSync(at('hearsay.db')).subarray(0, 100_000))
    expect((await run('backup', 'copy.db')).code).toBe(0)
    expect(findingsIn(at('copy.db'))).toEqual([])
    expect(files().filter((name) => name.includes('.part'))).toEqual([])
  })

  test('makes one plain file, which is read without anything beside it', async () => {
    const { at, run, files } = place()
    await run('backup', 'copy.db')
    expect((await run('check', '--db', 'copy.db')).code).toBe(0)
    expect(files().filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    expect(slugsIn(at('copy.db'))).toEqual(slugsIn(at('hearsay.db')))
  })

  test('replaces a file only with --force, and never the graph itself or what is no graph', async () => {
    const { at, run } = place()
    writeFileSync(at('there.db'), 'mine')
    writeFileSync(at('notes.txt'), 'Not a database, but long enough to be looked at: '.repeat(10))
    const refused = async (told: RegExp, ...args: string[]) => {
      const { code, output } = await run('backup', ...args)
      expect([code, output]).toEqual([1, expect.stringMatching(told)])
    }
    await refused(/there\.db is there already/, 'there.db')
    expect(readFileSync(at('there.db'), 'utf8')).toBe('mine')
    await refused(/is the graph itself/, 'hearsay.db', '--force')
    await refused(/folder of none\/copy\.db does not exist/, 'none/copy.db')
    await refused(/There is no none\.db/, 'copy.db', '--db', 'none.db')
    await refused(/notes\.txt is not an SQLite database/, 'copy.db', '--db', 'notes.txt')
    expect((await run('backup', 'there.db', '--force')).code).toBe(0)
    expect(findingsIn(at('there.db'))).toEqual([])
  })
})

describe('hearsay restore', () => {
  test('puts a backup in the place of a graph, which is kept, and is served', async () => {
    const { cwd, at, run, files } = await backedUp()
    await run('import', dispute)
    const later = slugsIn(at('hearsay.db'))
    const { code, output } = await run('restore', 'copy.db')
    expect([code, output]).toEqual([0, expect.stringMatching(/What was there before is in/)])
    const [kept = ''] = files().filter((name) => name.includes('.before-'))
    expect(slugsIn(at('hearsay.db'))).toEqual(slugsIn(at('copy.db')))
    expect(slugsIn(at(kept))).toEqual(later)
    for (const name of ['hearsay.db', kept]) expect(findingsIn(at(name)), name).toEqual([])
    const url = await urlFrom(hearsay(['serve', '--port', '0'], { cwd }))
    expect((await ask(url, '{ stats { claims } }')).data).toEqual({
      stats: { claims: slugsIn(at('copy.db')).length },
    })
  })

  test('works under a running server, which answers from it at once, and from what is written after', async () => {
    const { cwd, at, run } = await backedUp()
    await run('import', dispute)
    const url = await urlFrom(hearsay(['serve', '--port', '0'], { cwd }))
    const claims = async () => {
      const { data } = await ask(url, '{ stats { claims } }')
      return (data as { stats: { claims: number } }).stats.claims
    }
    const counts = [await claims()]
    await fetch(`${url}/health`)
    expect((await run('restore', 'copy.db')).code).toBe(0)
    counts.push(await claims())
    await run('import', dispute)
    counts.push(await claims())
    const seeded = slugsIn(at('copy.db')).length
    expect(counts).toEqual([expect.any(Number), seeded, counts[0]])
    expect(counts[0]).toBeGreaterThan(seeded)
    expect(findingsIn(at('hearsay.db'))).toEqual([])
  })

  test('loses nothing that another process has written: it is in the graph, or in that which is kept', async () => {
    const { at, run, files } = await backedUp()
    const writer = await writing(at('hearsay.db'))
    expect((await run('restore', 'copy.db')).code).toBe(0)
    const restored = writer.said().length
    await expect.poll(() => writer.said().length).toBeGreaterThan(restored + 5)
    await stopped(writer.process)
    const [kept = ''] = files().filter((name) => name.includes('.before-'))
    const found = new Set([...slugsIn(at('hearsay.db')), ...slugsIn(at(kept))])
    expect(writer.said().filter((slug) => !found.has(slug))).toEqual([])
    for (const name of ['hearsay.db', kept]) expect(findingsIn(at(name)), name).toEqual([])
  })

  test('puts a backup in the place of a file that cannot be read, and reads no log of another into it', async () => {
    const { at, run, files } = await backedUp()
    await run('import', dispute)
    const writer = openWriter(at('hearsay.db'))
    writer.db.exec(`update entity set description = 'in the log'`)
    const log = readFileSync(at('hearsay.db-wal'))
    writer.close()
    for (const breakFile of [
      () => truncateSync(at('hearsay.db'), 5000),
      () => writeFileSync(at('hearsay.db'), 'nothing that is a database'),
      () => rmSync(at('hearsay.db')),
    ]) {
      breakFile()
      writeFileSync(at('hearsay.db-wal'), log)
      const { code, output } = await run('restore', 'copy.db')
      expect([code, output]).toEqual([0, expect.stringMatching(/^Restored/)])
      expect(findingsIn(at('hearsay.db'))).toEqual([])
      expect(slugsIn(at('hearsay.db'))).toEqual(slugsIn(at('copy.db')))
      for (const name of files().filter((one) => one.includes('.before-'))) rmSync(at(name))
    }
  })

  test('refuses a backup in which something is wrong, and touches nothing', async () => {
    const { at, run, files } = await backedUp()
    const copy = openWriter(at('copy.db'))
    copy.db.exec(`update size set nodes = 99 where type = 'CLAIM'`)
    copy.close()
    writeFileSync(at('half.db'), readFileSync(at('copy.db')).subarray(0, 200_000))
    const kept = () => [
      files().filter((name) => /before|restoring/.test(name)),
      readFileSync(at('hearsay.db')),
    ]
    const before = kept()
    const refused = async (file: string, told: RegExp) => {
      const { code, output } = await run('restore', file)
      expect([code, output]).toEqual([1, expect.stringMatching(told)])
    }
    await refused('copy.db', /size has another nodes than[\s\S]*nodes is 99[\s\S]*nothing was restored/)
    await refused('half.db', /half\.db is damaged/)
    await refused('none.db', /There is no none\.db/)
    await refused('hearsay.db', /is the graph itself/)
    expect(kept()).toEqual(before)
    expect((await run('restore', 'copy.db', '--force')).code).toBe(0)
  })
})

describe('hearsay check', () => {
  test('ends with 0 where all is well, 1 where something is wrong, and 2 where there is nothing to look at', async () => {
    const { at, run } = place()
    expect(await run('check')).toEqual({
      code: 0,
      output: expect.stringMatching(/^All is well with .*hearsay\.db; checked in/),
    })
    const writer = openWriter(at('hearsay.db'))
    writer.db.exec(`update size set nodes = 99 where type = 'CLAIM'; update claim set statement_count = 7`)
    writer.close()
    const { code, output } = await run('check')
    expect(code).toBe(1)
    expect(output).toMatch(
      /^size has another nodes than follows from the graph:\n {2}type "CLAIM": nodes is 99 and should be \d+$/m,
    )
    expect(output).toMatch(/^claim has another statement_count than follows from the graph: \d+, such as$/m)
    expect(output).toMatch(/^2 kinds of fault in .*hearsay\.db; checked in/m)
    expect((await run('check', '--db', 'none.db')).code).toBe(2)
    writeFileSync(at('empty.db'), '')
    expect(await run('check', '--db', 'empty.db')).toEqual({
      code: 2,
      output: expect.stringMatching(/holds no graph/),
    })
  })

  test('keeps no writer waiting', async () => {
    const { at, run } = place()
    const writer = await writing(at('hearsay.db'))
    expect((await run('check')).code).toBe(0)
    const checked = writer.said().length
    await expect.poll(() => writer.said().length).toBeGreaterThan(checked)
  })
})

describe('what is acknowledged', () => {
  const modes = ({ db }: ReturnType<typeof openWriter>) => [
    db.pragma('journal_mode', { simple: true }),
    db.pragma('synchronous', { simple: true }),
  ]
  const [NORMAL, FULL] = [1, 2]

  test('is on the disk where a writer is durable, as that of every command is', () => {
    const { at } = place()
    const writers = [
      openWriter(at('hearsay.db'), { durable: true }),
      connectionOf(openGraphFile(at('hearsay.db'))),
      openWriter(at('hearsay.db')),
    ]
    expect(writers.map(modes)).toEqual([
      ['wal', FULL],
      ['wal', FULL],
      ['wal', NORMAL],
    ])
    for (const writer of writers) writer.close()
  })

  test('stays in the log that a server has open: no other program takes it away', async () => {
    const { cwd, at } = place()
    const url = await urlFrom(hearsay(['serve', '--port', '0'], { cwd }))
    for (let looks = 0; looks < 3; looks++) await fetch(`${url}/health`)
    const other = openDatabase(at('hearsay.db'))
    // Leaving the log is allowed to the last one alone.
    other.pragma('busy_timeout = 100')
    expect(() => other.pragma('journal_mode = delete')).toThrow(/locked/)
    other.close()
  })
})
