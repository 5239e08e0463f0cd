import { isInFile, shownAddress, whyRefused } from '../model/open.ts'
import type { EngineRefusal } from '../sql/refusal.ts'
import { DatabaseLostError, GraphFileError, LaterFileError, UserError } from '../values/errors.ts'
import { type FileRefusal, fileRefusalOf } from '../values/file-refusal.ts'

/** Why the engine or the system refuses a graph's file. What is missing is another file: a graph's is made. */
type GraphFileRefusal = EngineRefusal | Exclude<FileRefusal, 'missing'>

/** The texts for people: what happened, to which file, and what to do about it. */
const refusalWords: Readonly<Record<GraphFileRefusal, (path: string, message: string) => string>> = {
  noDatabase: (path) =>
    isInFile(path)
      ? `${path} is not an SQLite database. Choose another file with --db.`
      : `There is no database at ${path}. Make it first (createdb), or name another with --db.`,
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
  lost: (path, message) =>
    `The database at ${path} does not answer (${message}). See whether it runs, and whether the address is right.`,
  notLetIn: (path, message) =>
    `The database at ${path} does not let you in (${message}). See to the user and the password.`,
  circular: (path) => `${path} is a link that leads back to itself. Choose another file with --db.`,
  longName: (path) => `The name of ${path} is too long. Choose another file with --db.`,
  belowFile: (path) => `The folder of ${path} is a file. Choose another file with --db.`,
}

export const graphFileError = (refusal: GraphFileRefusal, path: string, message = ''): UserError =>
  new UserError(refusalWords[refusal](shownAddress(path), message))

/** The UserError that says what an error means for the graph's file; the error itself where it is none of the file's. */
export function fileProblem(path: string, error: unknown): unknown {
  const refusal = whyRefused(error) ?? fileRefusalOf(error)
  if (!(error instanceof Error) || refusal === undefined || refusal === 'missing') return error
  return graphFileError(refusal, path, error instanceof DatabaseLostError ? error.reason : error.message)
}

/** The same of what goes wrong as the file is opened, where another file may be what is wanted. */
export function openProblem(path: string, error: unknown): unknown {
  if (!(error instanceof GraphFileError)) return fileProblem(path, error)
  const update = error instanceof LaterFileError ? 'Update Hearsay, or choose' : 'Choose'
  return new UserError(`${error.message} ${update} another ${isInFile(path) ? 'file' : 'schema'} with --db.`)
}
