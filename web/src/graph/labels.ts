import { type Box, overlap } from '../box.ts'
import type { End } from './curve.ts'

export interface Label {
  readonly lines: readonly string[]
  readonly x: number
  /** The base of the first line. */
  readonly y: number
  readonly anchor: 'middle' | 'start' | 'end'
}

export interface Labelled extends End {
  readonly name: string
}

export const LINE = 14
const LETTER = 6.3
const LONGEST = 20

/** A name in at most two lines. */
export function linesOf(name: string): string[] {
  if (name.length <= LONGEST) return [name]
  const words = name.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && first.length + words[0].length < LONGEST) first += ` ${words.shift()}`
  const rest = words.join(' ')
  const second = rest.length > LONGEST + 4 ? `${rest.slice(0, LONGEST + 2).trimEnd()}…` : rest
  return second ? [first, second] : [first.length > LONGEST + 8 ? `${first.slice(0, LONGEST + 6)}…` : first]
}

/** Below the node or above it, moved aside as far as the room asks, or beside it. */
function candidates({ x, y, radius, name }: Labelled, room: Box): Label[] {
  const lines = linesOf(name)
  const gap = radius + 5
  const middle = y + 4 - ((lines.length - 1) * LINE) / 2
  const inside = middleWithin(room, widthOf(lines), x)
  const below: Label = { lines, x: inside, y: y + gap + 10, anchor: 'middle' }
  const above: Label = { ...below, y: y - gap - (lines.length - 1) * LINE }
  const sides: Label[] = [
    { lines, x: x + gap, y: middle, anchor: 'start' },
    { lines, x: x - gap, y: middle, anchor: 'end' },
  ]
  return [below, ...sides, above]
}

const widthOf = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => line.length)) * LETTER + 4

function middleWithin({ left, right }: Box, width: number, x: number): number {
  if (right - left < width) return (left + right) / 2
  return Math.min(Math.max(x, left + width / 2), right - width / 2)
}

const contains = (room: Box, { left, right, top, bottom }: Box): boolean =>
  left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom

function boxOf({ lines, x, y, anchor }: Label): Box {
  const width = widthOf(lines)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - LINE + 2, bottom: y + (lines.length - 1) * LINE + 4 }
}

/**
 * Labels that cover neither each other nor a node: those who come first are served first, and `sure` get one even
 * where there is no room. None reaches beyond `room`, where the frame would cut it.
 */
export function labelsOf(
  nodes: readonly Labelled[],
  sure: (index: number) => boolean,
  room: Box,
): (Label | null)[] {
  const taken = nodes.map(
    ({ x, y, radius }): Box => ({
      left: x - radius,
      right: x + radius,
      top: y - radius,
      bottom: y + radius,
    }),
  )
  return nodes.map((node, index) => {
    const options = candidates(node, room)
    const inside = options.filter((option) => contains(room, boxOf(option)))
    const free = inside.find((option) => !taken.some((box) => overlap(box, boxOf(option))))
    const label = free ?? (sure(index) ? (inside[0] ?? options[0]) : null) ?? null
    if (label) taken.push(boxOf(label))
    return label
  })
}
