import { type Database, SqliteError } from 'better-sqlite3'
import { type ForeignDatabase, ForeignDatabaseError, type ForeignRow } from '../foreign-database.ts'
import { openDatabase } from './handle.ts'
import { engineRefusalOf } from './refusals.ts'

const MAGIC = 'SQLite format 3\0'

/** Whether bytes begin as an SQLite file does. */
export const isDatabaseFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC

/**
 * Opens another program's database, whoever made it and with whatever intent: a copy in memory, so that nothing beside the
 * file or in it is touched. What its schema would have SQLite do (views, virtual tables, checks, computed columns,
 * extensions) is not done.
 */
export function openForeignDatabase(given: Uint8Array): ForeignDatabase {
  const bytes = Buffer.from(given)
  checkLength(bytes)
  // A file that is written by way of a log says so there, and SQLite would look for the log.
  bytes.set([1, 1], 18)
  return guarded(() => {
    const db = openDatabase(bytes)
    try {
      for (const pragma of ['trusted_schema = off', 'ignore_check_constraints = on', 'query_only = on'])
        db.pragma(pragma)
      const check = db.pragma('quick_check(1)', { simple: true })
      if (check !== 'ok') throw new ForeignDatabaseError('is damaged: its database is not whole.')
      return new ForeignFile(db)
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** See https://sqlite.org/fileformat2.html: how long a page is, and how many there are. */
function checkLength(bytes: Buffer): void {
  if (bytes.length < 100) throw new ForeignDatabaseError('is cut short: not even its head is whole.')
  const page = bytes.readUInt16BE(16)
  const due = (page === 1 ? 65_536 : page) * bytes.readUInt32BE(28)
  // The number of pages is only right where it was written by the last that changed the file.
  const isSaid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92)
  if (isSaid && bytes.length < due)
    throw new ForeignDatabaseError(`is cut short: it has ${bytes.length} of ${due} bytes.`)
}

class ForeignFile implements ForeignDatabase {
  readonly #db: Database
  readonly #columns: ReadonlyMap<string, readonly string[]>

  constructor(db: Database) {
    this.#db = db
    this.#columns = plainTables(db)
  }

  columnsOf(table: string): readonly string[] | undefined {
    return this.#columns.get(table)
  }

  countOf(table: string): number {
    return guarded(() =>
      Number(
        this.#db
          .prepare(`select count(*) from ${quoted(table)}`)
          .pluck()
          .get(),
      ),
    )
  }

  *rows(table: string, columns: readonly string[]): Generator<ForeignRow> {
    const text = `select ${columns.map(quoted).join(', ')} from ${quoted(table)} order by rowid`
    const rows = guarded(() => this.#db.prepare<[], ForeignRow>(text).iterate())
    try {
      for (;;) {
        const { done, value } = guarded(() => rows.next())
        if (done) return
        yield value
      }
    } finally {
      rows.return?.()
    }
  }

  close(): void {
    this.#db.close()
  }
}

/** Tables without computed columns. */
function plainTables(db: Database): ReadonlyMap<string, readonly string[]> {
  const names = db
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite\\_%' escape '\\'`,
    )
    .pluck()
    .all()
  const columns = db.prepare<[string], { name: string; hidden: number }>(
    'select name, hidden from pragma_table_xinfo(?)',
  )
  return new Map(
    names.flatMap((name) => {
      const found = columns.all(name)
      return found.every(({ hidden }) => hidden === 0) ? [[name, found.map((one) => one.name)] as const] : []
    }),
  )
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Runs what asks the engine; an error of its own tells that the file cannot be read. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const refusal = engineRefusalOf(error)
    if (refusal === undefined && !(error instanceof SqliteError)) throw error
    if (refusal === 'outOfMemory' || refusal === 'longText')
      throw new ForeignDatabaseError('has a value that is too long to be read.')
    throw new ForeignDatabaseError('is damaged: its database cannot be read.')
  }
}
