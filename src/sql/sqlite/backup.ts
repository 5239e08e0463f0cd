import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Database, SqliteError } from 'better-sqlite3'
import { GraphFileError } from '../../values/errors.ts'
import { openDatabase } from './handle.ts'
import { checkDatabase, checkFile, isBlank } from './migrate.ts'
import { isBusy } from './patience.ts'

/** Pages that are copied at once: 16 MiB, after which whoever watches is told. */
const PAGES_PER_STEP = 4096

export interface CopyWatcher {
  /** Called once the target is locked for writing, and before anything is written to it; may throw, and nothing is. */
  readonly onLocked?: () => void
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
export async function copyDatabase(db: Database, target: string, watcher: CopyWatcher = {}): Promise<void> {
  let isLocked = false
  db.exec('begin')
  try {
    db.prepare('select 1 from sqlite_schema').get()
    await db.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        if (!isLocked) watcher.onLocked?.()
        isLocked = true
        watcher.onProgress?.(1 - remainingPages / totalPages)
        return PAGES_PER_STEP
      },
    })
  } finally {
    db.exec('rollback')
  }
  // Where somebody else writes to the target, the copy ends at once, without an error and without a page.
  if (!isLocked) throw new SqliteError('database is locked', 'SQLITE_BUSY')
}

/**
 * Copies the graph in a file, by whichever Hearsay up to this one, to a file of another name, which is there whole or not at
 * all: it is written under a name of its own (`FILE.part`) first. One that a killed copy has left there is written over.
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

export async function copyToNewFile(
  db: Database,
  file: string,
  onProgress?: CopyWatcher['onProgress'],
): Promise<void> {
  const part = `${file}.part`
  try {
    await copyDatabase(db, part, { onProgress })
    makePlain(part)
    putInPlace(part, file)
  } catch (error) {
    // Where it is locked, another copy is being written there.
    if (!isBusy(error)) removeDatabase(part)
    throw error
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
