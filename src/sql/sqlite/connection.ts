import { performance } from 'node:perf_hooks'
import type { Database, Statement } from 'better-sqlite3'
import type { Expression, OperationNodeSource } from 'kysely'
import { TimeoutError } from '../../values/errors.ts'
import { Lru } from '../../values/lru.ts'
import { type CopiedTables, type ImmediateEngine, lookEvery } from '../engine.ts'
import type { WriterOptions } from '../engine-kind.ts'
import type { Finding } from '../finding.ts'
import { type Patience, whileBusy } from '../patience.ts'
import type { QueryLevel } from '../read-columns.ts'
import { withoutIndexes } from './bulk.ts'
import { isBusy } from './busy.ts'
import { defineDateFunctions } from './date-functions.ts'
import { differencesIn } from './differences.ts'
import { databaseFaults } from './faults.ts'
import { openDatabase } from './handle.ts'
import { Histogram } from './histogram.ts'
import { checkDatabase, checkFile, isBlank, migrate } from './migrate.ts'
import { staging } from './staging.ts'
import { type NarrowStatement, SqliteCommand, SqliteInsertion, SqlitePrepared } from './statement.ts'
import { addTextFunctions } from './text-functions.ts'
import { addValueCounts } from './value-counts.ts'

/** How many rows pass between two looks at the clock: a look costs more than a row. */
const ROWS_PER_LOOK = 512
/** So many changed rows may have changed what the planner should think of a table. */
const LARGE_CHANGE = 1000
/** The tables to which each change adds a little, however small it is. */
const GROWING = "'revision', 'creation', 'change', 'user', 'token'"
/** Rows of each index that an analysis looks at: enough for the planner, and milliseconds at any size. */
const ANALYZED_ROWS = 1000

/** So many statements that select less than others are kept: each takes some kilobytes of SQLite's memory. */
const NARROW_KEPT = 500

/**
 * One connection to the graph's file. Every statement passes through `watch`, which is where a deadline is kept and
 * where a test counts.
 */
export class Connection implements ImmediateEngine {
  readonly db: Database
  readonly #histogram: Histogram
  /** What `changes` was when the snapshot began that is under way; null where there is none. */
  #changesAtSnapshot: number | null = null
  /** How long a transaction waits for another process's, beyond SQLite's own `busy_timeout`. */
  patience: Patience | null = null
  /** Called with the SQL of each statement as it starts. */
  onStatement: ((sql: string) => void) | null = null
  level: QueryLevel | null = null
  readonly isImmediate = true
  readonly sortsMissingFirst = true
  readonly narrow = new Lru<string, NarrowStatement>(NARROW_KEPT)
  /** Whether transactions are parts of one that is under way, each of which may fail alone. */
  #isTogether = false
  /** When the statement that is running started. */
  #start = 0
  #deadline = Number.POSITIVE_INFINITY
  #rows = 0
  #dataVersion: Statement | null = null
  #changes: Statement | null = null
  #probe: Statement | null = null

  constructor(db: Database) {
    this.db = db
    this.#histogram = new Histogram(db)
    defineDateFunctions(db)
    addValueCounts(db, () => this.step())
    // In a `where` over many rows this is the only thing that can stop a statement that is running: better-sqlite3 has
    // no interrupt. It must not be declared deterministic, or SQLite would call it once.
    db.function('in_time', { varargs: true, deterministic: false }, (_column: unknown, share?: number) => {
      this.step(share)
      return 1
    })
  }

  prepare<Row>(query: Expression<Row>): SqlitePrepared<Row> {
    return new SqlitePrepared(this, query)
  }

  command(query: OperationNodeSource): SqliteCommand {
    return new SqliteCommand(this, query)
  }

  insertion(query: OperationNodeSource): SqliteInsertion {
    return new SqliteInsertion(this, query)
  }

  transaction<T>(work: () => T): T {
    const { db } = this
    if (db.inTransaction && !this.#isTogether)
      throw new Error('A transaction is under way on this connection already.')
    const before = this.changes()
    const analyzed = () => {
      const done = work()
      if (this.changes() - before >= LARGE_CHANGE) this.#analyze()
      return done
    }
    // Immediate: the lock is taken before any work is done, so that nothing is done twice where another process has it.
    return whileBusy(this.patience, isBusy, () => db.transaction(analyzed).immediate())
  }

  /** A file has one lock. */
  aside<T>(work: () => T): T {
    return this.transaction(work)
  }

  together<T>(work: () => T): T {
    const gathered = () => {
      this.#isTogether = true
      try {
        return work()
      } finally {
        this.#isTogether = false
      }
    }
    return whileBusy(this.patience, isBusy, () => this.db.transaction(gathered).immediate())
  }

  load<T>(work: () => T, derive: () => void): T {
    return this.transaction(() => withoutIndexes(this.db, work, derive, (sql) => this.watch(sql)))
  }

  spareMemory(): void {
    this.db.pragma('mmap_size = 0')
    this.db.pragma('cache_size = -8192')
  }

  lastId(table: string): number {
    const seq = this.db.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table)
    return Number(seq ?? 0)
  }

  beginIdsAfter(table: string, id: number): void {
    const known = this.db.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table)
    if (known === undefined)
      this.db.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, id)
    else this.db.prepare('update sqlite_sequence set seq = max(seq, ?) where name = ?').run(id, table)
  }

  faults(): Finding[] {
    return this.#beside(({ db }) => databaseFaults(db))
  }

  differences(tables: CopiedTables, work: (copies: Connection) => void): Finding[] {
    return this.#beside((copies) => differencesIn(copies.db, tables, () => work(copies)))
  }

  snapshot<T>(work: () => T): T {
    if (this.db.inTransaction) return work()
    this.#changesAtSnapshot = this.changes()
    try {
      return this.db.transaction(work)()
    } finally {
      this.#changesAtSnapshot = null
    }
  }

  overEdges<T>(edges: readonly number[], work: () => T): T {
    return this.#histogram.over(edges, work)
  }

  state(): string {
    return `${this.dataVersion()} ${this.changes()}`
  }

  committedState(): string | null {
    const isUndoable = this.db.inTransaction && this.changes() !== this.#changesAtSnapshot
    return isUndoable ? null : this.state()
  }

  onWritten(heed: () => void, milliseconds: number): () => void {
    return lookEvery(milliseconds, heed)
  }

  fromReplica<T>(_: number, work: () => T): T {
    return work()
  }

  fromLastReplica<T>(work: () => T): T {
    return work()
  }

  orFromReplica<T>(work: () => T): T {
    return work()
  }

  probe(): void {
    this.#probe ??= this.db.prepare('select 1 from entity limit 1')
    this.#probe.get()
  }

  /** Changes when another connection, of this process or another, has committed; its own commits leave it as it is. */
  dataVersion(): number {
    this.#dataVersion ??= this.db.prepare('pragma data_version').pluck()
    return this.#dataVersion.get() as number
  }

  /** How many rows this connection has inserted, updated and deleted since it was opened. */
  changes(): number {
    this.#changes ??= this.db.prepare('select total_changes()').pluck()
    return this.#changes.get() as number
  }

  /**
   * A row that has passed, or as much work in a loop of our own: past the deadline, one of the next will throw.
   *
   * @param share By when it must have passed, as a share of the time that there was when its statement started.
   */
  step(share = 1): void {
    if (++this.#rows % ROWS_PER_LOOK === 0) this.look(share)
  }

  rowsPassed(): number {
    return this.#rows
  }

  /** Notes a statement, and refuses it past the deadline. */
  watch(sql: string): void {
    if (this.#deadline !== Number.POSITIVE_INFINITY) {
      this.#start = performance.now()
      if (this.#start > this.#deadline) throw new TimeoutError()
    }
    this.onStatement?.(sql)
  }

  /** Runs `work`, which must be synchronous, and throws a TimeoutError from within it after so many milliseconds. */
  within<T>(milliseconds: number, work: () => T): T {
    const outer = this.#deadline
    this.#start = performance.now()
    this.#deadline = Math.min(outer, this.#start + milliseconds)
    try {
      return work()
    } finally {
      this.#deadline = outer
    }
  }

  close(): void {
    this.db.close()
  }

  /** Runs `work` on another connection to the file, in which temporary tables may be made. */
  #beside<T>(work: (connection: Connection) => T): T {
    // Not one that only reads: SQLite forgets the constraints of its tables, and finds no row that breaks one.
    const db = openDatabase(this.db.name, { fileMustExist: true })
    try {
      tune(db)
      return work(new Connection(db))
    } finally {
      db.close()
    }
  }

  #analyze(): void {
    this.db.pragma(`analysis_limit = ${ANALYZED_ROWS}`)
    // Figures of what grows by a row or two at a time would soon be wrong, and stay so: without any, tables count as large.
    this.db.exec(`analyze; delete from sqlite_stat1 where tbl in (${GROWING}); analyze sqlite_schema`)
  }

  /** Throws past the deadline, or past a share of the time from the start of the statement until then. */
  look(share = 1): void {
    const passed = performance.now() - this.#start
    if (passed > (this.#deadline - this.#start) * share) throw new TimeoutError()
  }
}

/** Milliseconds that SQLite itself waits for another process's lock. */
const BUSY_TIMEOUT = 5_000
/** The same where somebody with patience of their own tries again, and wants to know soon that there is a wait. */
const BUSY_ATTEMPT = 1_000

const tune = (db: Database): void => {
  addTextFunctions(db)
  // Foreign keys are off by default, for the sake of files from before 2009.
  db.pragma('foreign_keys = on')
  // Another process may be writing (an import beside a running server): wait for it rather than fail.
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
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
 */
export function openWriter(
  path: string,
  { patience, begin, durable, atOnce }: WriterOptions = {},
): Connection {
  checkFile(path)
  const db = openDatabase(path)
  try {
    tune(db)
    if (patience) db.pragma(`busy_timeout = ${BUSY_ATTEMPT}`)
    const connection = new Connection(db)
    connection.patience = patience ?? null
    whileBusy(connection.patience, isBusy, () => prepareToWrite(connection, begin, durable))
    if (atOnce) db.pragma('busy_timeout = 0')
    return connection
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareToWrite(connection: Connection, begin: WriterOptions['begin'], durable = false): void {
  const { db } = connection
  checkDatabase(db)
  // Readers go on while a writer writes, and a reader's snapshot is never half a transaction.
  db.pragma('journal_mode = wal')
  // In WAL mode neither loses anything when the process dies, and no committed state is ever torn when the power does;
  // but the last commits are kept through a power cut by `full` alone, which has the disk write down each of them.
  db.pragma(`synchronous = ${durable ? 'full' : 'normal'}`)
  // Of macOS, whose disks otherwise say that they have written what is in their own memory.
  db.pragma(`fullfsync = ${durable ? 'on' : 'off'}`)
  if (begin && isBlank(db)) makeTables(connection, begin)
  migrate(db)
  db.exec(staging)
}

/** Makes the tables and what stands in them first, both or neither, unless another process has just done so. */
function makeTables(connection: Connection, begin: (engine: ImmediateEngine) => void): void {
  connection.together(() => {
    if (!isBlank(connection.db)) return
    migrate(connection.db)
    connection.db.exec(staging)
    begin(connection)
  })
}

/** A connection that cannot write. The file must exist and be up to date. */
export function openReadConnection(path: string): Connection {
  const db = openDatabase(path, { readonly: true, fileMustExist: true })
  tune(db)
  db.pragma('query_only = on')
  return new Connection(db)
}
