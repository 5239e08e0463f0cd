import Sqlite, { type Database, type Options, type Statement } from 'better-sqlite3'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/**
 * From Node 24.19 on, a statement or a database of better-sqlite3 12 that is garbage-collected aborts the process
 * (nodejs/node#65446; mended in better-sqlite3 13, which does not run on Node 20).
 */
const isCollectingFatal = major > 24 || (major === 24 && minor >= 19)

/** What is never to be collected: a hundred bytes each. What SQLite has for it is freed when the database is closed. */
const neverCollected = new Set<object>()

/** Opens a file, or a copy of one in memory. Where collecting would end the process, the database and all that it prepares are held for good. */
export function openDatabase(path: string | Buffer, options: Options = {}): Database {
  const db = new Sqlite(path, options)
  if (isCollectingFatal) holdAllOf(db)
  return db
}

function holdAllOf(db: Database): void {
  neverCollected.add(db)
  const prepare = db.prepare.bind(db) as (sql: string) => Statement
  const holding = (sql: string): Statement => {
    const statement = prepare(sql)
    neverCollected.add(statement)
    return statement
  }
  db.prepare = holding as Database['prepare']
  db.pragma = (source, { simple = false } = {}) => {
    const statement = holding(`pragma ${source}`)
    if (!statement.reader) return void statement.run()
    return simple ? statement.pluck().get() : statement.all()
  }
}
