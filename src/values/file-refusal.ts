import type { Stats } from 'node:fs'
import { errorCode } from './errors.ts'

/** Why the operating system refuses a file. */
export type FileRefusal = 'missing' | 'forbidden' | 'circular' | 'longName' | 'belowFile' | 'fullDisk'

const systemRefusals: Readonly<Record<string, FileRefusal>> = {
  ENOENT: 'missing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ELOOP: 'circular',
  ENAMETOOLONG: 'longName',
  ENOTDIR: 'belowFile',
  ENOSPC: 'fullDisk',
}

/** Undefined where the error is none of the file system's, or one that has no name here. */
export const fileRefusalOf = (error: unknown): FileRefusal | undefined => systemRefusals[errorCode(error)]

type ReadingWords = Readonly<Partial<Record<FileRefusal, string>>>

const usualReadingWords: ReadingWords = {
  missing: 'does not exist',
  forbidden: 'may not be read: see to its rights',
  circular: 'is a link that leads back to itself',
  longName: 'has a name that is too long for a file',
  belowFile: 'leads through a file as if that were a folder',
}

/**
 * Why a file that was named to be read cannot be, as the end of a sentence that begins with its name; null where the error
 * is none of the file system's.
 *
 * @param words What to say of some refusals in other words than the usual ones.
 */
export function readingFault(error: unknown, words: ReadingWords = {}): string | null {
  const refusal = fileRefusalOf(error)
  const said = refusal && (words[refusal] ?? usualReadingWords[refusal])
  if (said) return said
  return error instanceof Error && 'syscall' in error ? `cannot be read: ${error.message}` : null
}

/** The same of a path that leads to something else than a file; null where it leads to what can be read to its end. */
export function inputFault(path: string, stats: Stats): string | null {
  const kind = fromShell.test(path) && !stats.isDirectory() ? null : otherKind(stats)
  if (kind === null) return null
  return stats.isDirectory() ? 'is a folder: name the files in it' : `is ${kind}, and no file`
}

/**
 * Paths that a shell gives a command to read: standard input, or the output of another command. Any other pipe might be waited
 * for without end, since perhaps nobody writes to it, and a device has no end.
 */
const fromShell = /^\/(dev\/(stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/

/** The kind of thing that a path leads to, with its article; null where it is a file. */
export function otherKind(stats: Stats): string | null {
  if (stats.isFile()) return null
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a named pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}
