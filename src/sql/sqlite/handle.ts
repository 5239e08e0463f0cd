import Sqlite, { type Database, type Options, type Statement } from 'better-sqlite3'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/**
 * From Node 24.19 on, an object that better-sqlite3 12 has made in C++ aborts the process when it is garbage-collected
 * (nodejs/node#65446; mended in better-sqlite3 13, which does not run on Node 20).
 */
const isCollectingFatal = major > 24 || (major === 24 && minor >= 19)

/** What is never to be collected: a hundred bytes each. What SQLite has for it is freed when the database is closed. */
const neverCollected = new Set<object>()

function held<T extends object>(made: T): T {
  neverCollected.add(made)
  return made
}

/**
 * Opens a file, or a copy of one in memory. Where collecting would end the process, the database is held for good, with all that
 * is made for it.
 */
export function openDatabase(path: string | Buffer, options: Options = {}): Database {
  const db = new Sqlite(path, options)
  if (isCollectingFatal) holdAllOf(db)
  return db
}

/** The database in C++. What is made for it, also for pragmas and transactions, is made by these two. */
interface Native {
  prepare: (...values: unknown[]) => Statement
  backup: (...values: unknown[]) => object
}

function holdAllOf(db: Database): void {
  const native = held(nativeOf(db))
  const { prepare, backup } = native
  native.prepare = (...values) => withHeldIterators(held(prepare.apply(native, values)))
  native.backup = (...values) => held(backup.apply(native, values))
}

/** The only property of a database that has a symbol for its name. */
function nativeOf(db: Database): Native {
  const [symbol] = Object.getOwnPropertySymbols(db)
  return (db as unknown as Record<symbol, Native>)[symbol as symbol] as Native
}

function withHeldIterators(statement: Statement): Statement {
  const iterate = statement.iterate
  statement.iterate = (...values) => held(iterate.apply(statement, values))
  return statement
}
