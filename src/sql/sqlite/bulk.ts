import type { Database } from 'better-sqlite3'
import { fullTextFilled } from './migrations/009-search-forms.ts'

interface SchemaPart {
  readonly type: 'trigger' | 'index'
  readonly name: string
  readonly tbl_name: string
  readonly sql: string
}

/** Tables with many rows, whose indexes are made faster afterwards than kept in step meanwhile. */
const large = ['statement', 'statement_about', 'position', 'agreement', 'tally', 'speaks_about', 'claim']
/** What the writers look rows up by. */
const needed = ['statement_by_source']

/**
 * Runs a large load without triggers and without the large tables' indexes; then makes the indexes, lets `derive` work out
 * what is derived, and makes the rest. To be called within a transaction, so that nobody sees the graph without them.
 */
export function withoutIndexes<T>(db: Database, load: () => T, derive: () => void): T {
  const parts = droppableParts(db)
  for (const { type, name } of parts) db.exec(`drop ${type} ${name}`)
  const loaded = load()
  for (const { type, sql } of parts) if (type === 'index') db.exec(sql)
  derive()
  db.exec(fullTextFilled)
  for (const { type, sql } of parts) if (type === 'trigger') db.exec(sql)
  return loaded
}

/** All triggers, and the indexes that no promise rests on: a unique one refuses what must not be written. */
function droppableParts(db: Database): SchemaPart[] {
  return db
    .prepare<[], SchemaPart>(
      `select type, name, tbl_name, sql from sqlite_master where type in ('trigger', 'index') and sql is not null`,
    )
    .all()
    .filter(
      ({ type, name, tbl_name, sql }) =>
        type === 'trigger' ||
        (large.includes(tbl_name) && !needed.includes(name) && !/^create unique/i.test(sql)),
    )
}
