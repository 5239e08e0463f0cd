import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { fullTextFilled } from '../../src/sql/sqlite/migrations/009-search-forms.ts'
import { addTextFunctions } from '../../src/sql/sqlite/text-functions.ts'

interface SchemaPart {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string
}

/**
 * Copies the rows of a finished graph into a new file as a loader would that somebody writes for these tables alone: a prepared
 * statement for each table, one transaction, nothing checked and nothing looked up, indexes and full text made afterwards. What is
 * derived is copied like the rest.
 *
 * @returns How many rows there were.
 */
export function loadBare(from: string, to: string): number {
  const source = openDatabase(from, { readonly: true })
  const target = openDatabase(to)
  addTextFunctions(target)
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'cache_size = -65536',
    'temp_store = memory',
  ])
    target.pragma(pragma)
  try {
    return target.transaction(() => loadAll(source, target))()
  } finally {
    source.close()
    target.close()
  }
}

function loadAll(source: Database, target: Database): number {
  const parts = schemaOf(source)
  const of = (type: string) => parts.filter((part) => part.type === type)
  const isPlain = ({ sql }: SchemaPart) => !/^create virtual/i.test(sql)
  for (const { sql } of of('table')) target.exec(sql)
  const rows = of('table')
    .filter(isPlain)
    .reduce((sum, { name }) => sum + loadTable(source, target, name), 0)
  for (const type of ['index', 'view'] as const) for (const { sql } of of(type)) target.exec(sql)
  target.exec(fullTextFilled)
  for (const { sql } of of('trigger')) target.exec(sql)
  return rows
}

/** Without what SQLite makes by itself: its own tables, and those in which a full-text index is kept. */
function schemaOf(source: Database): SchemaPart[] {
  const parts = source
    .prepare<[], SchemaPart>('select type, name, tbl_name, sql from sqlite_master where sql is not null')
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'))
  const virtual = parts.filter(({ sql }) => /^create virtual/i.test(sql)).map(({ name }) => `${name}_`)
  return parts.filter(({ name }) => !virtual.some((beginning) => name.startsWith(beginning)))
}

function loadTable(source: Database, target: Database, table: string): number {
  const columns = source.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all()
  const list = columns.map((column) => `"${column}"`).join(', ')
  const insert = target.prepare(
    `insert into "${table}" (${list}) values (${columns.map(() => '?').join(', ')})`,
  )
  let rows = 0
  for (const row of source.prepare<[], unknown[]>(`select ${list} from "${table}"`).raw().iterate()) {
    insert.run(row)
    rows++
  }
  return rows
}
