import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const handle = new URL('../../dist/sql/sqlite/handle.js', import.meta.url).href

/**
 * Makes all that a database can make, forgets it, and makes so much else that V8 collects it by itself: what a program has
 * collected by gc() is another matter to Node, and never ended one.
 */
const program = (folder: string) => `
import { openDatabase } from '${handle}'
const use = async () => {
  const db = openDatabase(${JSON.stringify(join(folder, 'one.db'))})
  db.pragma('journal_mode = wal')
  db.transaction(() => db.exec('create table if not exists t (a); insert into t values (1), (2)')).immediate()
  for (const row of db.prepare('select a from t').iterate()) if (row.a === 1) break
  for (const row of db.prepare('select a from t').raw().iterate()) db.prepare('select 1').get()
  await db.backup(${JSON.stringify(join(folder, 'two.db'))})
  openDatabase(db.serialize())
  db.close()
}
await use()
for (let turn = 0; turn < 10; turn++) {
  Array.from({ length: 300_000 }, (_, nth) => ({ nth }))
  await new Promise((resolve) => setTimeout(resolve, 5))
}
console.log('goes on')
`

it('goes on when all that a database has made is collected', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-collected-'))
  const args = ['--input-type=module', '--eval', program(folder)]
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('goes on\n')
})
