import { type Stats, statSync } from 'node:fs'
import { errorCode } from './errors.ts'

/**
 * What a path leads to; undefined where nothing is there.
 *
 * @throws What the system refuses otherwise, such as a path through a file (ENOTDIR), which some versions of Node take for
 * nothing where `statSync` is told not to throw.
 */
export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Null where nothing can be told of a path: opening it says why. */
export function statsOrNull(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}
