import { closest, distance } from 'fastest-levenshtein'

/** The length of the longest word that somebody may have mistyped. */
const LONGEST_MISTYPED = 100
/** So many letters may be wrong. */
const MOST_WRONG = 3

/** The word of these that somebody has most likely meant; undefined where none is near. */
export function nearWord(given: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const clipped = given.slice(0, LONGEST_MISTYPED)
  const near = closest(clipped, [...words])
  return distance(clipped, near) <= MOST_WRONG ? near : undefined
}
