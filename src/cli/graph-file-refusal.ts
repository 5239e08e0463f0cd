import { graphName, isInFile } from '../model/address.ts'
import { whyRefused } from '../model/open.ts'
import type { EngineRefusal } from '../sql/refusal.ts'
import { DatabaseLostError, errorCode, GraphFileError, LaterFileError, UserError } from '../values/errors.ts'
import { type FileRefusal, fileRefusalOf } from '../values/file-refusal.ts'

/** Why the engine or the system refuses a graph. What is missing is another file: a graph's is made. */
type GraphRefusal = EngineRefusal | Exclude<FileRefusal, 'missing'>

type Words<Refusal extends string> = Readonly<Record<Refusal, (name: string, message: string) => string>>

const fileWords = {
  noDatabase: (path) => `${path} is not an SQLite database. Choose another file with --db.`,
  brokenLocks: (path) => `The locks of ${path} do not work: is it on a network's disk? Use a local one.`,
  forbidden: (path, message) =>
    `${path} cannot be written (${message}). See to its rights, or choose another with --db.`,
  circular: (path) => `${path} is a link that leads back to itself. Choose another file with --db.`,
  longName: (path) => `The name of ${path} is too long. Choose another file with --db.`,
  belowFile: (path) => `The folder of ${path} is a file. Choose another file with --db.`,
} satisfies Partial<Words<GraphRefusal>>

const databaseWords = {
  unreachable: (name, message) =>
    `${name} cannot be reached (${message}). Is the server running, and are host and port right?`,
  notLetIn: (name, message) =>
    `${name} does not let you in (${message}). See to the user and the password in the address, in PGPASSWORD or in ~/.pgpass.`,
  noPassword: (name) =>
    `${name} wants a password. Give it in ~/.pgpass, which nobody else may read, in PGPASSWORD or in the address.`,
  missingDatabase: (name, message) =>
    `The database of ${name} does not exist (${message}). Make it first (createdb), or choose another with --db.`,
  noRight: (name, message) => `The user of ${name} may not do that (${message}). ${rightHint(message)}`,
  tooManyConnections: (name, message) =>
    `${name} has no connection left (${message}). Have servers of Hearsay take fewer (--db-connections), ` +
    'or raise max_connections of the database server, or the limit of the user (alter role NAME connection limit -1).',
  readOnly: (name) =>
    `${name} only reads: it is a replica, or default_transaction_read_only is on for it or for its user. Name the primary with --db.`,
  lost: (name, message) =>
    `The connection to ${name} was lost (${message}). What was not finished has not happened; try again.`,
  unknownOutcome: (name, message) =>
    `The connection to ${name} was lost while it kept what was written (${message}), which may be there or not. See whether it is before you try again.`,
  noEncryption: (name) =>
    `${name} speaks without encryption only: leave sslmode out of the address, and PGSSLMODE unset.`,
  untrusted: (name, message) =>
    `${name} shows a certificate that is not trusted (${message}). Give the one by which it is signed as ` +
    'sslrootcert=FILE in the address, or encrypt without looking at it, by sslmode=no-verify.',
} satisfies Partial<Words<GraphRefusal>>

/** What gives a user the right that is missing, by what the server says. */
function rightHint(message: string): string {
  if (/\btemporary tables\b/.test(message))
    return 'Whoever writes to a graph or checks it works in such: grant temporary on database NAME to USER.'
  if (/ for (?:schema|table|view|sequence) |must be owner/.test(message))
    return (
      'It reads a graph after: grant usage on schema NAME to USER; grant select on all tables in schema NAME to USER. ' +
      'Whoever writes to one must own the schema and its tables.'
    )
  return 'Whoever owns the database can make the schema for it: create schema NAME authorization USER.'
}

/** The texts for people: what happened, to which graph, and what to do about it. */
const refusalWords: Words<GraphRefusal> = {
  busy: (name) => `${name} is being written by another program. Try again when it is done.`,
  damaged: (name, message) =>
    `${name} is damaged: ${message}. Put a copy of it in its place, or import into a new one.`,
  fullDisk: (name) => `The disk that holds ${name} is full. Make room and try again.`,
  longText: (name, message) => `A text is too long for ${name} (${message}).`,
  outOfMemory: (name) => `There is not enough memory to work on ${name}.`,
  brokenDisk: (name, message) =>
    `${name} could not be read or written (${message}). See to the disk, and try again.`,
  ...fileWords,
  ...databaseWords,
}

export const graphFileError = (refusal: GraphRefusal, path: string, message = ''): UserError =>
  new UserError(refusalWords[refusal](graphName(path), message))

/** The UserError that says what an error means for the graph; the error itself where the graph is not to blame for it. */
export function fileProblem(path: string, error: unknown): unknown {
  if (error instanceof UserError) return error
  const refusal = whyRefused(error) ?? (isInFile(path) ? fileRefusalOf(error) : undefined)
  if (!(error instanceof Error) || refusal === undefined || refusal === 'missing') return error
  const message = error instanceof DatabaseLostError ? error.reason : error.message
  return graphFileError(refusal, path, message || errorCode(error))
}

/** The same of what goes wrong as the graph is opened, where another file may be what is wanted. */
export function openProblem(path: string, error: unknown): unknown {
  if (!(error instanceof GraphFileError)) return fileProblem(path, error)
  const update = error instanceof LaterFileError ? 'Update Hearsay, or choose' : 'Choose'
  return new UserError(`${error.message} ${update} another ${isInFile(path) ? 'file' : 'schema'} with --db.`)
}
