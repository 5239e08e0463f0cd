import type { Connection } from '../../sql/sqlite/connection.ts'
import { fullTextFilled } from '../../sql/sqlite/migrations/009-search-forms.ts'
import { rebuild } from './rebuild.ts'

interface Made {
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
 * Runs a large load without triggers and without the large tables' indexes, and makes them and all that is derived
 * afterwards. To be called within a transaction, so that nobody sees the graph without them.
 */
export function bulk<T>(connection: Connection, load: () => T): T {
  const made = madeIn(connection)
  for (const { type, name } of made) connection.db.exec(`drop ${type} ${name}`)
  const loaded = load()
  for (const { type, sql } of made) if (type === 'index') connection.db.exec(sql)
  rebuild(connection)
  connection.db.exec(fullTextFilled)
  for (const { type, sql } of made) if (type === 'trigger') connection.db.exec(sql)
  return loaded
}

/** All triggers, and the indexes that no promise rests on: a unique one refuses what must not be written. */
function madeIn({ db }: Connection): Made[] {
  const all = db
    .prepare(
      `select type, name, tbl_name, sql from sqlite_master where type in ('trigger', 'index') and sql is not null`,
    )
    .all() as Made[]
  return all.filter(
    ({ type, name, tbl_name, sql }) =>
      type === 'trigger' ||
      (large.includes(tbl_name) && !needed.includes(name) && !/^create unique/i.test(sql)),
  )
}
