import type { Attribution } from '../attribution.ts'
import { dayNamedIn } from './said-at.ts'

/** How far into a text the words before the first turn go. */
const LONGEST_HEAD = 800
const tellsWhen = /\b(?:interview(?:ed)?|transcript|recorded|broadcast|aired|spoke|reached|conducted)\b/i

/**
 * The day of a transcript, as a sentence before its first turn tells when it was recorded or broadcast; undefined where
 * none does. A line with a place and a day, as above the minutes of a hearing, is a dateline and tells no more than one.
 */
export function dayOfTranscript(
  text: string,
  attributions: readonly Attribution[],
  isTurn: (attribution: Attribution) => boolean,
  published: string | undefined,
): string | undefined {
  const first = attributions.find(isTurn)?.source[0]?.[0]
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0]
  if (!first || !day) return undefined
  const lines = text.slice(0, Math.min(first, LONGEST_HEAD)).split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u)
  for (const line of lines) {
    const found = tellsWhen.test(line) ? dayNamedIn(line, day) : undefined
    if (found?.length === 10) return found
  }
  return undefined
}

/** Whether a label tells that a recording is played back, so that the words were said before. */
export const isPlayedBack = (label: string): boolean =>
  /\((?:recording|recorded|clip|tape|archive|audio|video)\b/i.test(label)
