import { mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { backupCommand } from '../src/cli/backup.ts'
import { checkCommand } from '../src/cli/check.ts'
import { copyCommand } from '../src/cli/copy.ts'
import { withGraphFile } from '../src/cli/graph-file.ts'
import { restoreCommand } from '../src/cli/restore.ts'

const out = { info: () => {}, error: () => {} }
const long = 'n'.repeat(300)

/** Each with a graph `g.db`, and a file that was named. */
const commands = {
  backup: (graph: string, named: string) => backupCommand(named, { db: graph }, out),
  'backup --db': (graph: string, named: string) => backupCommand(`${graph}.copy`, { db: named }, out),
  restore: (graph: string, named: string) => restoreCommand(named, { db: graph }, out),
  'restore --db': (graph: string, named: string) => restoreCommand(graph, { db: named }, out),
  'copy from': async (graph: string, named: string) => copyCommand(named, `${graph}.copy`, out),
  'copy to': async (graph: string, named: string) => copyCommand(graph, named, out),
  check: async (_graph: string, named: string) => {
    const told: string[] = []
    expect(checkCommand({ db: named }, { ...out, error: (line) => told.push(line) })).toBe(2)
    throw new Error(told.join('\n'))
  },
}

describe.each(Object.entries(commands))('hearsay %s', (name, command) => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-named-'))
    withGraphFile(join(folder, 'g.db'), {}, () => {})
    writeFileSync(join(folder, 'file'), 'mine')
    symlinkSync('circle', join(folder, 'circle'))
  })

  it.each([
    ['file/x.db', / is a file\. | leads through a file as if that were a folder\. /],
    ['file/below/x.db', / is a file\. | leads through a file as if that were a folder\. /],
    ['circle', / is a link that leads back to itself\. /],
    ['circle/x.db', / is a link that leads back to itself\. /],
    [long, / too long/],
    ['nowhere/x.db', / does not exist\. |There is no /],
  ])('says why %s is none that it can use, and leaves all as it is', async (named, message) => {
    const before = readdirSync(folder)
    const refused = await command(join(folder, 'g.db'), join(folder, named)).catch((error: unknown) => error)
    expect(refused, name).toMatchObject({ message: expect.stringMatching(message) })
    expect(refused).not.toHaveProperty('syscall')
    expect(readdirSync(folder)).toEqual(before)
  })
})
