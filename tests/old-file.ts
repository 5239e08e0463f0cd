import Sqlite, { type Database } from 'better-sqlite3'
import { migrate } from '../src/db/migrate.ts'

interface Made {
  readonly type: string
  readonly name: string
  readonly sql: string
}

const fullText = ['label_text', 'claim_text', 'statement_text', 'source_text']

/** A file as an earlier Hearsay left it: of its version, with the rows of a file of today as far as it has places for them. */
export function oldFile(path: string, version: number, today: string): void {
  const db = new Sqlite(path)
  migrate(db, version)
  const made = db.prepare('select type, name, sql from sqlite_schema where sql is not null').all() as Made[]
  const triggers = made.filter(({ type }) => type === 'trigger')
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  db.pragma('foreign_keys = off')
  db.exec(`attach '${today}' as today`)
  for (const { type, name } of made)
    if (type === 'table' && !name.startsWith('sqlite_') && !fullText.some((index) => name.startsWith(index)))
      copy(db, name)
  db.exec('detach today')
  for (const index of fullText) db.exec(`insert into ${index} (${index}) values ('rebuild')`)
  for (const { sql } of triggers) db.exec(sql)
  db.close()
}

function copy(db: Database, table: string): void {
  const columns = (db.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name)
    .join(', ')
  db.exec(
    `delete from main.${table}; insert into main.${table} (${columns}) select ${columns} from today.${table}`,
  )
}
