import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { graphName, isInFile } from '../model/address.ts'
import { postgresAddress } from '../sql/postgres/servers/address.ts'
import { copyGraph } from '../sql/sqlite/backup.ts'
import { UserError } from '../values/errors.ts'
import { otherKind } from '../values/file-refusal.ts'
import { fileProblem, openProblem } from './graph-file-refusal.ts'
import { isSameFile, requireGraphFile, statsOfNamed } from './named-file.ts'
import type { Out } from './out.ts'
import type { Progress } from './read-run.ts'

export interface BackupOptions {
  readonly db: string
  /** Whether a file of that name may be replaced. */
  readonly force?: boolean | undefined
}

/** `hearsay backup FILE`: a copy of the graph as it is at this moment, whoever else reads and writes it. */
export async function backupCommand(
  file: string,
  { db, force = false }: BackupOptions,
  out: Out,
  progress: Progress = () => {},
): Promise<number> {
  if (!isInFile(db)) throw new UserError(dumpHint(file, db))
  requireGraphFile(db, '--db')
  requireFree(file, db, force)
  const started = performance.now()
  try {
    await copyGraph(db, file, (share) => progress(`${Math.floor(share * 100)} % of ${db} is copied`))
  } catch (error) {
    const problem = openProblem(db, error)
    throw problem === error ? fileProblem(file, error) : problem
  } finally {
    progress('')
  }
  const megabytes = (statSync(file).size / 1e6).toFixed(1)
  out.info(`Copied ${db} to ${file}: ${megabytes} MB in ${secondsSince(started)} s.`)
  return 0
}

/** What copies a graph in a database, whose server has programs of its own for that. */
const dumpHint = (file: string, db: string): string =>
  `${graphName(db)} is in a database, which PostgreSQL copies itself: ` +
  `pg_dump --format=custom --schema=${postgresAddress(db).schema} --file=${file} '${databaseName(db)}'. ` +
  'hearsay copy makes a file of the graph.'

/** The address of the database alone, as PostgreSQL's own programs take it, without a password. */
export function databaseName(db: string): string {
  return graphName(postgresAddress(db).url)
}

export const secondsSince = (started: number): string => ((performance.now() - started) / 1000).toFixed(1)

function requireFree(file: string, db: string, mayReplace: boolean): void {
  const folder = statsOfNamed(dirname(file), 'Name another file.')
  if (!folder)
    throw new UserError(`The folder of ${file} does not exist. Make it first, or name another file.`)
  if (!folder.isDirectory()) throw new UserError(`The folder of ${file} is a file. Name another file.`)
  const stats = statsOfNamed(file, 'Name another file.')
  if (!stats) return
  const kind = otherKind(stats)
  if (kind) throw new UserError(`${file} is ${kind}. Name a file that is to be made.`)
  if (isSameFile(file, db)) throw new UserError(`${file} is the graph itself. Name another file.`)
  if (!mayReplace)
    throw new UserError(`${file} is there already. Name another file, or replace it with --force.`)
}
