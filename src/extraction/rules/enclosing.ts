import { itemAt } from '../../values/item-at.ts'
import type { TokenRange } from '../grammar/phrase.ts'

/** An attribution in which another one stands is of the same sentence or the next, so those near it are enough. */
const NEAREST_DRAFTS = 12

interface Ranges {
  readonly cue: TokenRange
  readonly content: readonly TokenRange[]
}

/** The attribution within whose content another one's cue stands, by its place in the list: the one with the shortest content. */
export function enclosing(drafts: readonly Ranges[], index: number): number | undefined {
  const [begin, end] = itemAt(drafts, index).cue
  let best: number | undefined
  let size = Number.POSITIVE_INFINITY
  const from = Math.max(0, index - NEAREST_DRAFTS)
  for (const [i, { content }] of drafts.slice(from, index + NEAREST_DRAFTS + 1).entries()) {
    if (from + i === index) continue
    for (const [first, last] of content)
      if (first <= begin && end <= last && last - first < size) [best, size] = [from + i, last - first]
  }
  return best
}

export const overlaps = (a: TokenRange, b: TokenRange): boolean => a[0] < b[1] && b[0] < a[1]
