import { type Stats, statSync } from 'node:fs'
import { UserError } from '../values/errors.ts'
import { otherKind, readingFault } from '../values/file-refusal.ts'
import { statsAt } from '../values/stats.ts'

/**
 * What a path that was named leads to; undefined where nothing is there.
 *
 * @param advice What to do where the system does not let anybody look, such as `Name another file.`
 * @throws UserError with why it does not.
 */
export function statsOfNamed(path: string, advice: string): Stats | undefined {
  try {
    return statsAt(path)
  } catch (error) {
    const fault = readingFault(error)
    throw fault === null ? error : new UserError(`${path} ${fault}. ${advice}`)
  }
}

/** Refuses a path at which there is nothing to read. */
export function requireGraphFile(path: string, what: string): void {
  const advice = `Name a graph's file with ${what}.`
  const stats = statsOfNamed(path, advice)
  if (!stats) throw new UserError(`There is no ${path}. ${advice}`)
  const kind = otherKind(stats)
  if (kind) throw new UserError(`${path} is ${kind}, not a file. ${advice}`)
}

/** Whether two paths lead to one file; the first is that of one that is there. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statsAt(other)]
  return a.ino === b?.ino && a.dev === b.dev
}
