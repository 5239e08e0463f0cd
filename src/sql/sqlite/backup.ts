import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Database, SqliteError } from 'better-sqlite3'
import { errorCode, GraphFileError } from '../../values/errors.ts'
import { openDatabase } from './handle.ts'
import { checkDatabase, checkFile, isBlank } from './migrate.ts'

/** Pages that are copied at once: 16 MiB, after which whoever watches is told. */
const PAGES_PER_STEP = 4096

export interface CopyWatcher {
  /** Done once nobody else can write to the target, and before anything is written to it; where it fails, nothing is. */
  readonly onceLocked?: () => Promise<void>
  /** Called with how much is copied, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/**
 * Copies a database, as it is at this moment, into a file, all of it or nothing. Others may read and write meanwhile.
 *
 * SQLite begins a copy anew whenever another process has written, so that beside one who writes all the time it would never
 * end. A read transaction around the whole copy keeps it to one state. (`vacuum into` does so too, but makes each row and
 * each index anew, for three times the processor's time, and cannot tell how far it is.)
 */
export async function copyDatabase(
  db: Database,
  target: string,
  { onceLocked = async () => {}, onProgress }: CopyWatcher = {},
): Promise<void> {
  const lock = new TargetLock(onceLocked)
  db.exec('begin')
  try {
    db.prepare('select 1 from sqlite_schema').get()
    await db.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        // No page is copied before, but the lock is held.
        if (!lock.isReady()) return 0
        onProgress?.(1 - remainingPages / totalPages)
        return PAGES_PER_STEP
      },
    })
  } finally {
    db.exec('rollback')
  }
  // Where somebody else writes to the target, the copy ends at once, without an error and without a page.
  if (!lock.isHeld) throw new SqliteError('database is locked', 'SQLITE_BUSY')
}

/** What is done while the target of a copy is locked and not yet written to. */
class TargetLock {
  readonly #work: () => Promise<void>
  #state: 'free' | 'held' | 'ready' = 'free'
  #failure: unknown = null

  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  get isHeld(): boolean {
    return this.#state !== 'free'
  }

  /** Asked again and again once the lock is held. Throws what the work threw. */
  isReady(): boolean {
    if (this.#state === 'free') {
      this.#state = 'held'
      this.#work().then(
        () => {
          this.#state = 'ready'
        },
        (error: unknown) => {
          this.#failure = error
        },
      )
    }
    if (this.#failure) throw this.#failure
    return this.#state === 'ready'
  }
}

/**
 * Copies the graph in a file, by whichever Hearsay up to this one, to a file of another name, which is there whole or not at
 * all.
 */
export async function copyGraph(
  path: string,
  file: string,
  onProgress?: CopyWatcher['onProgress'],
): Promise<void> {
  checkFile(path)
  const db = openDatabase(path, { readonly: true, fileMustExist: true })
  try {
    checkDatabase(db)
    if (isBlank(db)) throw new GraphFileError(`${path} holds no graph.`)
    await copyToNewFile(db, file, onProgress)
  } finally {
    db.close()
  }
}

/** The copy has a name of its own, with the number of the process that writes it, until it is whole. */
export async function copyToNewFile(
  db: Database,
  file: string,
  onProgress?: CopyWatcher['onProgress'],
): Promise<void> {
  removeLeftParts(file)
  const part = `${file}.part-${process.pid}`
  try {
    await copyDatabase(db, part, { onProgress })
    makePlain(part)
    putInPlace(part, file)
  } finally {
    removeDatabase(part)
  }
}

/** Removes what processes have left that were killed as they copied. */
function removeLeftParts(file: string): void {
  const beginning = `${basename(file)}.part-`
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(beginning) && !isRunning(Number.parseInt(name.slice(beginning.length), 10)))
      rmSync(join(dirname(file), name), { force: true })
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    // One that may not be asked is there.
    return errorCode(error) === 'EPERM'
  }
}

/** Without a log, the database is one file and nothing beside it, which can be read where nothing can be written. */
function makePlain(path: string): void {
  const db = openDatabase(path)
  try {
    db.pragma('journal_mode = delete')
  } finally {
    db.close()
  }
}

/** Gives a finished file its name, so that it is there after a power cut too. */
export function putInPlace(part: string, file: string): void {
  syncToDisk(part)
  renameSync(part, file)
  syncToDisk(dirname(file))
}

/** Has the disk write down a file, or the names in a folder. */
export function syncToDisk(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What a database's file may have beside it. */
export const besideFile = ['-wal', '-shm', '-journal'] as const

export function removeDatabase(path: string): void {
  for (const end of ['', ...besideFile]) rmSync(path + end, { force: true })
}

/** Renames a file with all that SQLite keeps beside it: the log of one file would be read into another of its name. */
export function moveDatabase(path: string, to: string): void {
  for (const end of [...besideFile, '']) if (existsSync(path + end)) renameSync(path + end, to + end)
}
