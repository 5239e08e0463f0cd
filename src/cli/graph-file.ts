import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Connection, openWriter, type WriterOptions } from '../sql/sqlite/connection.ts'
import { GraphFileError, LaterFileError, UserError } from '../values/errors.ts'
import { otherKind } from '../values/file-kind.ts'

/** Opens a graph's file for writing, made or brought up to date where need be, or says what is wrong with the path. */
export function openGraphFile(path: string, options: WriterOptions = {}): Connection {
  try {
    refuseWhatIsNoFile(path)
    return openWriter(path, options)
  } catch (error) {
    throw openProblem(path, error)
  }
}

/** Does a command's work on a graph's file. Whatever SQLite or the disk refuses on the way is told as a UserError. */
export function withGraphFile<T>(
  path: string,
  options: WriterOptions,
  work: (connection: Connection) => T,
): T {
  const connection = openGraphFile(path, options)
  try {
    return work(connection)
  } catch (error) {
    throw fileProblem(path, error)
  } finally {
    connection.close()
  }
}

/** The same for work that waits, for other threads or for a network. */
export async function withOpenGraphFile<T>(
  path: string,
  options: WriterOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = openGraphFile(path, options)
  try {
    return await work(connection)
  } catch (error) {
    throw fileProblem(path, error)
  } finally {
    connection.close()
  }
}

export const isEmptyGraph = ({ db }: Connection): boolean =>
  db
    .prepare('select not exists (select 1 from entity) and not exists (select 1 from source)')
    .pluck()
    .get() === 1

function refuseWhatIsNoFile(path: string): void {
  if (path === ':memory:')
    throw new UserError(
      'A graph in memory would be gone at the end of the command. Name a file with --db, such as hearsay.db.',
    )
  const folder = statSync(dirname(resolve(path)), { throwIfNoEntry: false })
  if (!folder)
    throw new UserError(
      `The folder of ${path} does not exist. Make it first, or choose another file with --db.`,
    )
  if (!folder.isDirectory()) throw new UserError((refusals.ENOTDIR as Told)(path, ''))
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory())
    throw new UserError(
      `${path} is a folder. Name a file with --db, such as ${path.replace(/\/$/, '')}/hearsay.db.`,
    )
  const kind = stats ? otherKind(stats) : null
  if (kind) throw new UserError(`${path} is ${kind}, not a file. Choose a file with --db.`)
}

type Told = (path: string, message: string) => string

const busy: Told = (path) => `${path} is being written by another program. Try again when it is done.`
const full: Told = (path) => `The disk that holds ${path} is full. Make room and try again.`
const locked: Told = (path, message) =>
  `${path} cannot be written (${message}). See to its rights, or choose another with --db.`

/** What happened, to which file, and what to do: by what the codes of SQLite's and the system's errors begin with. */
const refusals: Readonly<Record<string, Told>> = {
  SQLITE_NOTADB: (path) => `${path} is not an SQLite database. Choose another file with --db.`,
  SQLITE_BUSY: busy,
  SQLITE_LOCKED: busy,
  SQLITE_CORRUPT: (path, message) =>
    `${path} is damaged: ${message}. Put a copy of it in its place, or import into a new file.`,
  SQLITE_FULL: full,
  ENOSPC: full,
  SQLITE_TOOBIG: (path) => `A text is too long for ${path}: SQLite holds up to a billion bytes of each.`,
  SQLITE_NOMEM: (path) => `There is not enough memory to work on ${path}.`,
  SQLITE_IOERR: (path, message) =>
    `${path} could not be read or written (${message}). See to the disk, and try again.`,
  SQLITE_PROTOCOL: (path) => `The locks of ${path} do not work: is it on a network's disk? Use a local one.`,
  SQLITE_READONLY: locked,
  SQLITE_CANTOPEN: locked,
  SQLITE_PERM: locked,
  EACCES: locked,
  EPERM: locked,
  EROFS: locked,
  ELOOP: (path) => `${path} is a link that leads back to itself. Choose another file with --db.`,
  ENAMETOOLONG: (path) => `The name of ${path} is too long. Choose another file with --db.`,
  ENOTDIR: (path) => `The folder of ${path} is a file. Choose another file with --db.`,
}

/** The UserError that says what an error means for the graph's file; the error itself where it is none of the file's. */
export function fileProblem(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const found = Object.keys(refusals).find((start) => code === start || code.startsWith(`${start}_`))
  return found === undefined ? error : new UserError((refusals[found] as Told)(path, error.message))
}

/** The same of what goes wrong as the file is opened, where another file may be what is wanted. */
export function openProblem(path: string, error: unknown): unknown {
  if (error instanceof LaterFileError)
    return new UserError(`${error.message} Update Hearsay, or choose another file with --db.`)
  if (error instanceof GraphFileError) return new UserError(`${error.message} Choose another file with --db.`)
  return fileProblem(path, error)
}
