import { type Domain, overlaps } from './domain.ts'
import { drawnTitle, type Entry } from './entry.ts'

export interface Placed {
  readonly entry: Entry
  readonly lane: number
  readonly x: number
  readonly width: number
  /** As much of the title as there is room for, and where it stands. */
  readonly label: string
  readonly labelX: number
  readonly anchor: 'start' | 'end'
  /** Whether it goes on beyond the edge. */
  readonly openLeft: boolean
  readonly openRight: boolean
}

/** As much can be clicked of what is narrower. */
export const LEAST_BAR = 8
const LANE_LETTER = 6.6
/** Where the edge would cut a letter off. */
const WIDE_LETTER = 7.2
const LANE_GAP = 10
/** How far what was said by a day is drawn back from there: how long before it was said is not known. */
const TAIL = 28
export const EDGE = 3
const INSET = 9
const LONGEST_TITLE = 38
const SHORTEST_TITLE = 12

type Stretch = readonly [left: number, right: number]

/** Puts what overlaps, labels included, into lanes, the earliest first; what no lane has room for is counted. */
export function lanesOf(
  entries: readonly Entry[],
  domain: Domain,
  width: number,
  most: number,
): { placed: Placed[]; hidden: number; lanes: number } {
  const lanes: Stretch[][] = []
  const placed: Placed[] = []
  let hidden = 0
  const [from] = domain
  const seen = entries
    .filter((entry) => overlaps(entry, domain))
    .toSorted((a, b) => entryPlace(a, from) - entryPlace(b, from))
  for (const entry of seen) {
    const bar = entryBar(entry, domain, width)
    const needed = stretchOf(bar)
    const free = lanes.findIndex((taken) => taken.every((stretch) => !touch(stretch, needed)))
    const lane = free < 0 ? lanes.length : free
    if (lane >= most) hidden++
    else {
      lanes[lane] = [...(lanes[lane] ?? []), needed]
      placed.push({ ...bar, lane })
    }
  }
  return { placed, hidden, lanes: lanes.length }
}

const entryPlace = ({ start, end, isSaidBy }: Entry, from: number): number => (isSaidBy ? end : start) ?? from

const touch = ([a, b]: Stretch, [c, d]: Stretch): boolean => a < d + LANE_GAP && c < b + LANE_GAP

function entryBar(entry: Entry, [from, until]: Domain, width: number): Omit<Placed, 'lane'> {
  const x = (time: number) => ((time - from) / (until - from)) * width
  const right = Math.min(x(entry.end ?? until), width)
  const begin = entry.isSaidBy ? right - TAIL : x(entry.start ?? from)
  const left = Math.min(Math.max(begin, 0), width)
  return {
    entry,
    x: left,
    width: Math.max(right - left, 0),
    ...labelOf(drawnTitle(entry.node), { left, right, start: entry.isSaidBy ? right - EDGE : left }, width),
    openLeft: (entry.start ?? Number.NEGATIVE_INFINITY) < from,
    openRight: (entry.end ?? Number.POSITIVE_INFINITY) > until,
  }
}

/** Behind its edge, `start`, or, where that of the chart is too near, to the left of the bar; a long bar has room for more. */
function labelOf(
  title: string,
  { left, right, start }: { readonly left: number; readonly right: number; readonly start: number },
  width: number,
): Pick<Placed, 'label' | 'labelX' | 'anchor'> {
  const rooms = { start: width - start - INSET, end: left - INSET }
  const longest = Math.max(LONGEST_TITLE, (right - left - INSET) / WIDE_LETTER)
  const wanted = Math.min(title.length, longest) * LANE_LETTER
  const anchor = rooms.start >= wanted || rooms.start >= rooms.end ? 'start' : 'end'
  const letters = Math.max(Math.floor(Math.min(rooms[anchor] / WIDE_LETTER, longest)), SHORTEST_TITLE)
  return {
    label: title.length > letters ? `${title.slice(0, letters - 1).trimEnd()}…` : title,
    labelX: anchor === 'start' ? start + INSET : left - INSET / 2,
    anchor,
  }
}

function stretchOf({ x, width, label, labelX, anchor }: Omit<Placed, 'lane'>): Stretch {
  const size = label.length * LANE_LETTER
  return anchor === 'start'
    ? [x, Math.max(x + width, labelX + size)]
    : [Math.min(x, labelX - size), x + Math.max(width, LEAST_BAR)]
}
