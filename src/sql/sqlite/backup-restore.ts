import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { copyDatabase, copyToNewFile, moveDatabase, putInPlace, syncToDisk } from './backup.ts'
import { isBusy } from './busy.ts'
import { openDatabase } from './handle.ts'
import { isBlank } from './migrate.ts'
import { engineRefusalOf } from './refusals.ts'

/** How often it is tried where somebody writes to the graph that is to be replaced, with milliseconds in between. */
const ATTEMPTS = 1000
const BETWEEN_ATTEMPTS = 20

/**
 * Puts a graph in the place of another, which is kept under the name `before`, if there is any.
 *
 * A file that can be read is not replaced by another file: its content is, in one transaction, as by any writer. So a running
 * server, which has the file open and may be writing, goes on with what is restored; the log (`-wal`) stays that of the file;
 * and whoever reads sees the one graph or the other. Only a file that SQLite cannot read is moved away, with its log, which
 * would be read into the new one, and the new one is given its name.
 *
 * @param restored The path of a finished graph beside it, which may be used up.
 */
export async function replaceGraph(path: string, restored: string, before: string): Promise<void> {
  if (existsSync(path) && (await replaceContent(path, restored, before))) return
  moveDatabase(path, before)
  putInPlace(restored, path)
}

/** False where SQLite cannot read what is there. */
async function replaceContent(path: string, restored: string, before: string): Promise<boolean> {
  const source = openDatabase(restored)
  try {
    await withDatabase(path, (there) => overwrite(there, source, before))
    // What is restored is in the log, and so on the disk once the log is; where the log is gone, SQLite has seen to it.
    if (existsSync(`${path}-wal`)) syncToDisk(`${path}-wal`)
    syncToDisk(dirname(path))
    return true
  } catch (error) {
    const refusal = engineRefusalOf(error)
    if (refusal === 'damaged' || refusal === 'noDatabase') return false
    throw error
  } finally {
    source.close()
  }
}

async function withDatabase(path: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(path)
  try {
    await work(db)
  } finally {
    db.close()
  }
}

/**
 * Tries again where another process is writing. Once the graph is locked, nobody writes to it until all is done: what was
 * written before is kept in the copy, what is written after goes into what is restored.
 */
async function overwrite(there: Database, source: Database, before: string): Promise<void> {
  const keepBefore = async () => {
    if (!isBlank(there)) await copyToNewFile(there, before)
  }
  for (let attempt = 1; ; attempt++)
    try {
      return await copyDatabase(source, there.name, { onceLocked: keepBefore })
    } catch (error) {
      if (!isBusy(error) || attempt === ATTEMPTS) throw error
      await wait(BETWEEN_ATTEMPTS)
    }
}
