import type { Stats } from 'node:fs'

/** What a path leads to that is no file, with its article; null where it is one. */
export function otherKind(stats: Stats): string | null {
  if (stats.isFile()) return null
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a named pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

/** What a shell gives a command to read: standard input, or the output of another command. */
const fromShell = /^\/(dev\/(stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/

/** The same of what is to be read to its end. A pipe that nobody writes to would be waited for, and a device has no end. */
export const otherThanInput = (path: string, stats: Stats): string | null =>
  fromShell.test(path) && !stats.isDirectory() ? null : otherKind(stats)
