import type { Database } from 'better-sqlite3'
import { defineDateFunctions } from '../src/sql/sqlite/date-functions.ts'
import { openDatabase } from '../src/sql/sqlite/handle.ts'
import { migrations } from '../src/sql/sqlite/migrate.ts'
import { fullTextFilled } from '../src/sql/sqlite/migrations/009-search-forms.ts'
import { addTextFunctions } from '../src/sql/sqlite/text-functions.ts'

/**
 * Writes the graph in `from` into a file as an earlier Hearsay had it, which knew so many migrations: all that its tables
 * have in common with those of today, and its full text as it made that.
 */
export function writeOldFile(file: string, version: number, from: string): void {
  const db = openDatabase(file)
  db.pragma('synchronous = off')
  addTextFunctions(db)
  defineDateFunctions(db)
  for (const migration of migrations.slice(0, version))
    typeof migration === 'string' ? db.exec(migration) : migration(db)
  const triggers = db.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all() as Named[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  db.pragma('foreign_keys = off')
  db.exec(`attach '${from}' as now`)
  for (const table of tables(db)) copy(db, table)
  db.exec('detach now')
  const indexes = db
    .prepare(`select name, sql from sqlite_schema where sql like '%using fts5 (%'`)
    .all() as Named[]
  const old = indexes.filter(({ sql }) => !sql.includes("content = ''"))
  for (const { name } of old) db.exec(`insert into ${name} (${name}) values ('rebuild')`)
  if (old.length === 0) db.exec(fullTextFilled)
  for (const { sql } of triggers) db.exec(sql)
  db.pragma(`user_version = ${version}`)
  db.close()
}

interface Named {
  readonly name: string
  readonly sql: string
}

/** Not those that SQLite makes for itself or for its full text. */
const tables = (db: Database): string[] =>
  db
    .prepare(
      `select a.name from pragma_table_list a join pragma_table_list b using (name)
        where a.schema = 'main' and b.schema = 'now' and a.type = 'table' and a.name not like 'sqlite_%'`,
    )
    .pluck()
    .all() as string[]

function copy(db: Database, table: string): void {
  const columns = db
    .prepare(
      `select name from pragma_table_xinfo(?, 'main') where hidden = 0
        and name in (select name from pragma_table_xinfo(?, 'now') where hidden = 0)`,
    )
    .pluck()
    .all(table, table)
    .join(', ')
  db.exec(
    `delete from main.${table}; insert into main.${table} (${columns}) select ${columns} from now.${table}`,
  )
}
