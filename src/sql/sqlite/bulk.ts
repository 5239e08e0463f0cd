import type { Database } from 'better-sqlite3'
import { fullTextIndexes } from './migrations/009-search-forms.ts'

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
/** So many rows are put into a full-text index by one statement: between two of them whoever looks on may stop the load. */
const FILLED_AT_ONCE = 10_000

/**
 * Runs a large load without triggers and without the large tables' indexes; then makes the indexes, lets `derive` work out
 * what is derived, and makes the rest. To be called within a transaction, so that nobody sees the graph without them.
 *
 * @param watch Is told of each statement before it runs.
 */
export function withoutIndexes<T>(
  db: Database,
  load: () => T,
  derive: () => void,
  watch: (sql: string) => void,
): T {
  const run = (sql: string) => {
    watch(sql)
    db.exec(sql)
  }
  const parts = droppableParts(db)
  for (const { type, name } of parts) run(`drop ${type} ${name}`)
  const loaded = load()
  for (const { type, sql } of parts) if (type === 'index') run(sql)
  derive()
  fillFullText(db, run)
  for (const { type, sql } of parts) if (type === 'trigger') run(sql)
  return loaded
}

/** Makes the full-text indexes anew from their tables. */
function fillFullText(db: Database, run: (sql: string) => void): void {
  for (const { name, table, fill } of fullTextIndexes) {
    run(`insert into ${name} (${name}) values ('delete-all')`)
    const last = db.prepare<[], number>(`select coalesce(max(id), 0) from ${table}`).pluck().get() ?? 0
    for (let id = 0; id < last; id += FILLED_AT_ONCE) run(fill(`id > ${id} and id <= ${id + FILLED_AT_ONCE}`))
  }
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
