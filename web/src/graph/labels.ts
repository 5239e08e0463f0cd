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

/** Below the node or above it, or beside it where that is near by. */
function candidates({ x, y, radius, name }: Labelled, hasSides: boolean): Label[] {
  const lines = linesOf(name)
  const gap = radius + 5
  const middle = y + 4 - ((lines.length - 1) * LINE) / 2
  const below: Label = { lines, x, y: y + gap + 10, anchor: 'middle' }
  const above: Label = { lines, x, y: y - gap - (lines.length - 1) * LINE, anchor: 'middle' }
  const sides: Label[] = [
    { lines, x: x + gap, y: middle, anchor: 'start' },
    { lines, x: x - gap, y: middle, anchor: 'end' },
  ]
  return [below, ...(hasSides ? sides : []), above]
}

function boxOf({ lines, x, y, anchor }: Label): Box {
  const width = Math.max(...lines.map((line) => line.length)) * LETTER + 4
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - LINE + 2, bottom: y + (lines.length - 1) * LINE + 4 }
}

/**
 * Labels that cover neither each other nor a node: those who come first are served first, and `sure` get one even
 * where there is no room.
 */
export function labelsOf(
  nodes: readonly Labelled[],
  sure: (index: number) => boolean,
  hasSides: boolean,
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
    const options = candidates(node, hasSides)
    const free = options.find((option) => !taken.some((box) => overlap(box, boxOf(option))))
    const label = free ?? (sure(index) ? options[0] : null) ?? null
    if (label) taken.push(boxOf(label))
    return label
  })
}
