import { readFileSync, statSync } from 'node:fs'
import type { Statement } from 'better-sqlite3'
import { GraphFileError } from '../../values/errors.ts'
import type { Fate, ServedEngine } from '../served-engine.ts'
import { type Connection, openReadConnection } from './connection.ts'
import { fileHeader } from './file-header.ts'
import { checkDatabase, checkFile, isUpToDate } from './migrate.ts'

const HEADER = 100
/** Of a log: before all frames, and before each page in it. See https://sqlite.org/fileformat2.html#walformat */
const LOG_HEADER = 32
const FRAME_HEADER = 24

/** What tells one state of a file from another. */
interface Look {
  readonly identity: string
  /** When it was written to. */
  readonly modified: number
  readonly header: Buffer
  /** Of SQLite: moves on with each commit of another connection. */
  readonly version: number
  /** What SQLite reads: changes with a commit, and never without one. */
  readonly content: string
}

/**
 * Tells whether the file at a path is still the one that a connection has open. To move another file there leaves the
 * connection with one that has no name; to copy over it changes pages under the connection, which SQLite does not notice.
 */
export class ServedFile implements ServedEngine {
  readonly engine: Connection
  readonly holdsThread = true
  readonly hasReplicas = false
  readonly faults = {
    gone: 'The graph’s file is not there any more. Put it back, or start the server with another.',
    unreadable: 'The graph’s file cannot be read. The server’s log says why.',
    overwritten:
      'The graph’s file was copied over while its log (-wal) held changes to what was there before. Stop the server, ' +
      'delete the files that end in -wal and -shm, copy the file again, and start the server.',
  }
  readonly #path: string
  readonly #content: Statement
  readonly #rows: readonly Statement[]
  #last: Look

  /** Refuses a file that a connection which only reads cannot serve. */
  constructor(path: string, connection: Connection) {
    const { db } = connection
    checkDatabase(db)
    if (!isUpToDate(db))
      throw new GraphFileError(`${path} was written by an earlier Hearsay: start the server anew.`)
    this.#path = path
    this.engine = connection
    this.#content = db.prepare(content)
    this.#rows = probedTables.map((table) => db.prepare(`select * from ${table} order by rowid desc limit 1`))
    const { identity, modified, header } = headerAt(path)
    this.#last = { identity, modified, header, ...this.#read() }
    this.requireRows()
  }

  /** A file has no replicas. */
  async replicaFaults(): Promise<readonly string[]> {
    return []
  }

  /** Throws where the last rows of the graph cannot be read, which is where a file is cut off or mixed up first. */
  requireRows(): void {
    for (const row of this.#rows) row.get()
  }

  fate(): Fate {
    if (!statSync(this.#path, { throwIfNoEntry: false })) return 'gone'
    const { identity, modified, header } = headerAt(this.#path)
    if (identity !== this.#last.identity) return 'replaced'
    const isUntouched = modified === this.#last.modified
    if (isUntouched && this.engine.dataVersion() === this.#last.version) return 'same'
    const now = { identity, modified, header, ...this.#read() }
    if (!isUntouched && now.version === this.#last.version) {
      // SQLite writes without a commit when it brings what is in the log into the file, and nothing else.
      const headers = headersInLog(`${this.#path}-wal`)
      if (headers === null && now.content !== this.#last.content) return 'replaced'
      if (headers && ![this.#last.header, ...headers].some((one) => one.equals(header))) return 'overwritten'
    }
    this.#last = now
    return 'same'
  }

  #read(): Pick<Look, 'version' | 'content'> {
    return { version: this.engine.dataVersion(), content: this.#contentNow() }
  }

  #contentNow(): string {
    try {
      return JSON.stringify(this.#content.get())
    } catch (error) {
      return String(error)
    }
  }
}

const content = `select p.page_count, f.freelist_count, s.schema_version, (select max(id) from entity) as entity,
  (select max(id) from source) as source, (select max(id) from statement) as statement
  from pragma_page_count p, pragma_freelist_count f, pragma_schema_version s`

const probedTables = ['entity', 'label', 'actor', 'place', 'event', 'source', 'claim', 'statement']

/** Opens a file to be served. Another program's file, and one that is not all there, is refused before it is opened. */
export function openServedFile(path: string): ServedFile {
  requireWhole(path)
  const connection = openReadConnection(path)
  try {
    return new ServedFile(path, connection)
  } catch (error) {
    connection.close()
    throw error
  }
}

function requireWhole(path: string): void {
  const { header, size } = headerAt(path)
  const pageSize = header.length < HEADER ? 0 : header.readUInt16BE(16) || 1
  if (pageSize === 0 || size < (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28))
    throw new GraphFileError(`${path} is not whole: it may be being copied.`)
  checkFile(path)
}

function headerAt(path: string): Pick<Look, 'identity' | 'modified' | 'header'> & { size: number } {
  const { bytes, stats } = fileHeader(path, HEADER)
  return { identity: `${stats.dev} ${stats.ino}`, modified: stats.mtimeMs, header: bytes, size: stats.size }
}

/** The file's headers in its log, which has the first page as often as it was changed; null where the log is empty. */
function headersInLog(path: string): Buffer[] | null {
  if (!statSync(path, { throwIfNoEntry: false })?.size) return null
  const log = readFileSync(path)
  const headers: Buffer[] = []
  const frame = FRAME_HEADER + log.readUInt32BE(8)
  for (let at = LOG_HEADER; at + frame <= log.length; at += frame)
    if (log.readUInt32BE(at) === 1) headers.push(log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + HEADER))
  return headers
}
