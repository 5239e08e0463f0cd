import type { Domain } from './domain.ts'
import type { Entry } from './entry.ts'

export interface Placed {
  readonly entry: Entry
  readonly lane: number
  readonly x: number
  readonly width: number
  /** Whether it goes on beyond the edge. */
  readonly openLeft: boolean
  readonly openRight: boolean
}

const LEAST = 8
const LETTER = 6.6
const GAP = 10

/** Puts what overlaps into lanes, the earliest first; what no lane has room for is counted. */
export function lanesOf(
  entries: readonly Entry[],
  [from, until]: Domain,
  width: number,
  most: number,
  labelOf: (entry: Entry) => string,
): { placed: Placed[]; hidden: number; lanes: number } {
  const x = (time: number) => ((time - from) / (until - from)) * width
  const ends: number[] = []
  const placed: Placed[] = []
  let hidden = 0
  const seen = entries
    .filter(({ start, end }) => (start ?? from) <= until && (end ?? until) >= from)
    .toSorted((a, b) => (a.start ?? from) - (b.start ?? from))
  for (const entry of seen) {
    const left = Math.max(x(entry.start ?? from), 0)
    const right = Math.min(x(entry.end ?? until), width)
    const size = Math.max(right - left, LEAST)
    const needed = Math.max(size, Math.min(labelOf(entry).length * LETTER + 24, 260))
    const free = ends.findIndex((end) => end + GAP <= left)
    const lane = free < 0 ? ends.length : free
    if (lane >= most) hidden++
    else {
      ends[lane] = left + needed
      placed.push({
        entry,
        lane,
        x: left,
        width: size,
        openLeft: (entry.start ?? Number.NEGATIVE_INFINITY) < from,
        openRight: (entry.end ?? Number.POSITIVE_INFINITY) > until,
      })
    }
  }
  return { placed, hidden, lanes: ends.length }
}
