import { performance } from 'node:perf_hooks'
import Sqlite, { type Database } from 'better-sqlite3'
import { TimeoutError } from '../errors.ts'
import { addTextFunctions } from '../text/sql.ts'
import { defineDateFunctions } from './date-functions.ts'
import { Histogram } from './histogram.ts'
import { checkDatabase, checkFile, isBlank, migrate } from './migrate.ts'

/** How many rows pass between two looks at the clock: a look costs more than a row. */
const ROWS_PER_LOOK = 512

/**
 * One connection to the graph's file. Every statement passes through `watch`, which is where a deadline is kept and
 * where a test counts.
 */
export class Connection {
  readonly db: Database
  readonly histogram: Histogram
  /** Called with the SQL of each statement as it starts. */
  onStatement: ((sql: string) => void) | null = null
  /** Whether the file is being made, all of which is one transaction. */
  isBeingMade = false
  #deadline = Number.POSITIVE_INFINITY
  #rows = 0

  constructor(db: Database) {
    this.db = db
    this.histogram = new Histogram(db)
    defineDateFunctions(db)
    // In a `where` over many rows this is the only thing that can stop a statement that is running: better-sqlite3 has
    // no interrupt. It must not be declared deterministic, or SQLite would call it once.
    db.function('in_time', { varargs: true, deterministic: false }, () => {
      this.step()
      return 1
    })
  }

  /** A row that has passed, or as much work in a loop of our own: past the deadline, one of the next will throw. */
  step(): void {
    if (++this.#rows % ROWS_PER_LOOK === 0) this.#look()
  }

  /** Notes a statement, and refuses it past the deadline. */
  watch(sql: string): void {
    if (this.#deadline !== Number.POSITIVE_INFINITY) this.#look()
    this.onStatement?.(sql)
  }

  /** Runs `work`, which must be synchronous, and throws a TimeoutError from within it after so many milliseconds. */
  within<T>(milliseconds: number, work: () => T): T {
    const outer = this.#deadline
    this.#deadline = Math.min(outer, performance.now() + milliseconds)
    try {
      return work()
    } finally {
      this.#deadline = outer
    }
  }

  close(): void {
    this.db.close()
  }

  #look(): void {
    if (performance.now() > this.#deadline) throw new TimeoutError('The query took too long and was stopped.')
  }
}

const tune = (db: Database): void => {
  addTextFunctions(db)
  // Foreign keys are off by default, for the sake of files from before 2009.
  db.pragma('foreign_keys = on')
  // Another process may be writing (an import beside a running server): wait for it rather than fail.
  db.pragma('busy_timeout = 5000')
  // Pages are read in place instead of being copied into the cache; 4 GiB of address space costs nothing until used.
  db.pragma('mmap_size = 4294967296')
  // 64 MiB of pages, for indexes that are walked again and again.
  db.pragma('cache_size = -65536')
  // What sorting spills stays in memory: a query's own limits keep it small.
  db.pragma('temp_store = memory')
}

/**
 * The one connection that writes. It makes the file where there is none and brings an old one up to date. Another
 * program's file, or a later Hearsay's, is refused with a UserError before anything is written to it.
 *
 * @param begin Puts the first things into a file that holds nothing yet. Whoever is interrupted there begins again.
 */
export function openWriter(path: string, begin?: (connection: Connection) => void): Connection {
  checkFile(path)
  const db = new Sqlite(path)
  try {
    tune(db)
    checkDatabase(db)
    // Readers go on while a writer writes, and a reader's snapshot is never half a transaction.
    db.pragma('journal_mode = wal')
    // In WAL mode this loses nothing when the process dies, and no committed state is ever torn when the power does.
    db.pragma('synchronous = normal')
    const connection = new Connection(db)
    if (begin && isBlank(db)) make(connection, begin)
    else migrate(db)
    return connection
  } catch (error) {
    db.close()
    throw error
  }
}

/** Makes the tables and what stands in them first, both or neither. */
function make(connection: Connection, begin: (connection: Connection) => void): void {
  const { db } = connection
  connection.isBeingMade = true
  db.transaction(() => {
    migrate(db)
    begin(connection)
  }).immediate()
  connection.isBeingMade = false
}

/** A connection that cannot write. The file must exist and be up to date. */
export function openReader(path: string): Connection {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true })
  tune(db)
  db.pragma('query_only = on')
  return new Connection(db)
}
