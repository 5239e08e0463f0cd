import { graphName, isInFile } from '../model/open.ts'
import { type PostgresRefusal, postgresRefusalOf } from '../sql/postgres/refusals.ts'
import { engineRefusalOf, type FileEngineRefusal } from '../sql/sqlite/refusals.ts'
import { DatabaseLostError, errorCode, GraphFileError, LaterFileError, UserError } from '../values/errors.ts'
import { type FileRefusal, fileRefusalOf } from '../values/file-refusal.ts'

/** Why the engine or the system refuses a graph's file. What is missing is another file: a graph's is made. */
type GraphFileRefusal = FileEngineRefusal | Exclude<FileRefusal, 'missing'>

/** The texts for people: what happened, to which file, and what to do about it. */
const refusalWords: Readonly<Record<GraphFileRefusal, (path: string, message: string) => string>> = {
  noDatabase: (path) => `${path} is not an SQLite database. Choose another file with --db.`,
  busy: (path) => `${path} is being written by another program. Try again when it is done.`,
  damaged: (path, message) =>
    `${path} is damaged: ${message}. Put a copy of it in its place, or import into a new file.`,
  fullDisk: (path) => `The disk that holds ${path} is full. Make room and try again.`,
  longText: (path) => `A text is too long for ${path}: SQLite holds up to a billion bytes of each.`,
  outOfMemory: (path) => `There is not enough memory to work on ${path}.`,
  brokenDisk: (path, message) =>
    `${path} could not be read or written (${message}). See to the disk, and try again.`,
  brokenLocks: (path) => `The locks of ${path} do not work: is it on a network's disk? Use a local one.`,
  forbidden: (path, message) =>
    `${path} cannot be written (${message}). See to its rights, or choose another with --db.`,
  circular: (path) => `${path} is a link that leads back to itself. Choose another file with --db.`,
  longName: (path) => `The name of ${path} is too long. Choose another file with --db.`,
  belowFile: (path) => `The folder of ${path} is a file. Choose another file with --db.`,
}

/** The same of a graph in a database: which, and what the server says. */
const databaseWords: Readonly<Record<PostgresRefusal, (name: string, message: string) => string>> = {
  unreachable: (name, message) =>
    `${name} cannot be reached (${message}). Is the server running, and are host and port right?`,
  notLetIn: (name, message) =>
    `${name} does not let you in (${message}). See to the user and the password in the address, or set PGPASSWORD.`,
  missingDatabase: (name) =>
    `The database of ${name} does not exist. Make it first (createdb), or choose another with --db.`,
  noRight: (name, message) =>
    `The user of ${name} may not do that (${message}). Whoever owns the database can make the schema for it: ` +
    'create schema NAME authorization USER.',
  busy: (name) => `${name} is being written by another program. Try again when it is done.`,
  tooMany: (name) =>
    `${name} has no connection left. Try again later, or raise max_connections of the server.`,
  readOnly: (name) => `${name} only reads: it is a replica, or is set so. Name the primary with --db.`,
  lost: (name, message) =>
    `The connection to ${name} was lost (${message}). What was not finished has not happened; try again.`,
  unknownOutcome: (name, message) =>
    `The connection to ${name} was lost while it kept what was written (${message}), which may be there or not. See whether it is before you try again.`,
  fullDisk: (name) => `The server of ${name} has no room left. Make room and try again.`,
  outOfMemory: (name) => `The server of ${name} has not enough memory for this.`,
  noEncryption: (name) => `${name} speaks without encryption only: leave sslmode out of the address.`,
}

export const graphFileError = (refusal: GraphFileRefusal, path: string, message = ''): UserError =>
  new UserError(refusalWords[refusal](path, message))

/** The UserError that says what an error means for the graph; the error itself where the graph is not to blame for it. */
export function fileProblem(path: string, error: unknown): unknown {
  if (!isInFile(path)) return databaseProblem(path, error)
  const refusal = engineRefusalOf(error) ?? fileRefusalOf(error)
  if (!(error instanceof Error) || refusal === undefined || refusal === 'missing') return error
  return graphFileError(refusal, path, error.message)
}

function databaseProblem(address: string, error: unknown): unknown {
  const refusal = postgresRefusalOf(error)
  if (!(error instanceof Error) || refusal === undefined) return error
  const message = error instanceof DatabaseLostError ? error.reason : error.message
  return new UserError(databaseWords[refusal](graphName(address), message || errorCode(error)))
}

/** The same of what goes wrong as the graph is opened, where another file may be what is wanted. */
export function openProblem(path: string, error: unknown): unknown {
  if (!(error instanceof GraphFileError)) return fileProblem(path, error)
  const update = error instanceof LaterFileError ? 'Update Hearsay, or choose' : 'Choose'
  return new UserError(`${error.message} ${update} another ${isInFile(path) ? 'file' : 'schema'} with --db.`)
}
