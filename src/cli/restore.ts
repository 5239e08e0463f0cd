import { existsSync } from 'node:fs'
import { graphName, isInFile } from '../model/address.ts'
import { copyGraph, removeDatabase } from '../sql/sqlite/backup.ts'
import { replaceGraph } from '../sql/sqlite/backup-restore.ts'
import { checkFile } from '../sql/sqlite/migrate.ts'
import { UserError } from '../values/errors.ts'
import { databaseName, secondsSince } from './backup.ts'
import { findingLines, findingsIn } from './check.ts'
import { openGraphFile, refuseWhatIsNoFile } from './graph-file.ts'
import { fileProblem, openProblem } from './graph-file-refusal.ts'
import { isSameFile, requireGraphFile } from './named-file.ts'
import type { Out } from './out.ts'
import type { Progress } from './read-run.ts'

export interface RestoreOptions {
  readonly db: string
  /** Whether a backup in which something is wrong is restored all the same. */
  readonly force?: boolean | undefined
}

/**
 * `hearsay restore FILE`: puts the graph of a backup in the place of the one that is there, which is kept beside it. The backup
 * is copied, brought up to date and checked before anything is touched.
 */
export async function restoreCommand(
  file: string,
  { db, force = false }: RestoreOptions,
  out: Out,
  progress: Progress = () => {},
): Promise<number> {
  if (!isInFile(db)) throw new UserError(restoreHint(file, db))
  requireGraphFile(file, 'hearsay restore')
  if (existsSync(db) && isSameFile(file, db))
    throw new UserError(`${file} is the graph itself. Name a backup.`)
  requireReplaceable(db)
  const started = performance.now()
  const copy = `${db}.restoring`
  removeDatabase(copy)
  try {
    await copyUpToDate(file, copy, (share) => progress(`${Math.floor(share * 100)} % of ${file} is read`))
    progress(`checking ${file}`)
    if (!isSound(copy, file, force, out)) return 1
    progress(`restoring ${db}`)
    const before = await replaced(db, copy)
    out.info(`Restored ${db} from ${file} in ${secondsSince(started)} s.`)
    if (before) out.info(`What was there before is in ${before}.`)
    return 0
  } finally {
    progress('')
    removeDatabase(copy)
  }
}

const restoreHint = (file: string, db: string): string =>
  `${graphName(db)} is in a database, which PostgreSQL restores itself, from what pg_dump has written: ` +
  `pg_restore --clean --if-exists --single-transaction --dbname='${databaseName(db)}' ${file}. ` +
  'hearsay copy puts the graph of a file into a schema that holds none.'

/** Another program's file, a later Hearsay's and what is no file stay as they are. */
function requireReplaceable(db: string): void {
  refuseWhatIsNoFile(db)
  if (!existsSync(db)) return
  try {
    checkFile(db)
  } catch (error) {
    throw openProblem(db, error)
  }
}

async function copyUpToDate(file: string, copy: string, onProgress: (share: number) => void): Promise<void> {
  try {
    await copyGraph(file, copy, onProgress)
  } catch (error) {
    throw openProblem(file, error)
  }
  openGraphFile(copy).close()
}

function isSound(copy: string, file: string, force: boolean, out: Out): boolean {
  const findings = findingsIn(copy)
  for (const line of findings.flatMap(findingLines)) out.error(line)
  if (findings.length === 0 || force) return true
  out.error(`This is wrong with ${file}; nothing was restored. --force restores it all the same.`)
  return false
}

/** The name under which the graph that was there is kept; null where there was none. */
async function replaced(db: string, copy: string): Promise<string | null> {
  const before = `${db}.before-${new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}`
  try {
    await replaceGraph(db, copy, before)
  } catch (error) {
    throw fileProblem(db, error)
  }
  return existsSync(before) ? before : null
}
