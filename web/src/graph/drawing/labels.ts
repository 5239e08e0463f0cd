import { type Box, overlap } from '../../kit/box.ts'
import type { LinkEnd } from './curve.ts'

export interface Label {
  readonly lines: readonly string[]
  readonly x: number
  /** The base of the first line. */
  readonly y: number
  readonly anchor: 'middle' | 'start' | 'end'
}

export interface Labelled extends LinkEnd {
  readonly name: string
  /** Has a label even where there is no room. */
  readonly isSure: boolean
}

export const LINE = 14
const LABEL_LETTER = 6.3
const LONGEST_LABEL_LINE = 20
const NARROW = 13

/** A name in at most two lines. */
export function linesOf(name: string): string[] {
  if (name.length <= LONGEST_LABEL_LINE) return [name]
  const words = name.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && first.length + words[0].length < LONGEST_LABEL_LINE)
    first += ` ${words.shift()}`
  const rest = words.join(' ')
  const second =
    rest.length > LONGEST_LABEL_LINE + 4 ? `${rest.slice(0, LONGEST_LABEL_LINE + 2).trimEnd()}…` : rest
  return second
    ? [first, second]
    : [first.length > LONGEST_LABEL_LINE + 8 ? `${first.slice(0, LONGEST_LABEL_LINE + 6)}…` : first]
}

/** A longer name in short lines, for where there is no room for long ones: in three of them, or in two and cut off. */
function narrowed(name: string): string[][] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < NARROW) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const [first, second] = lines
  if (first === undefined || second === undefined) return []
  if (lines.length === 2) return [lines]
  return [...(lines.length === 3 ? [lines] : []), [first, `${second}…`]]
}

/** Below the node or above it, moved aside as far as the room asks, or beside it; then askew, below or above to one side. */
function candidates(node: Labelled, room: Box): Label[] {
  return [linesOf(node.name), ...narrowed(node.name)].flatMap((lines) => labelsAround(node, lines, room))
}

function labelsAround({ x, y, radius }: Labelled, lines: readonly string[], room: Box): Label[] {
  const gap = radius + 5
  const middle = y + 4 - ((lines.length - 1) * LINE) / 2
  const inside = middleWithin(room, labelWidth(lines), x)
  const below: Label = { lines, x: inside, y: y + gap + 10, anchor: 'middle' }
  const above: Label = { ...below, y: y - gap - (lines.length - 1) * LINE }
  const sides: Label[] = [
    { lines, x: x + gap, y: middle, anchor: 'start' },
    { lines, x: x - gap, y: middle, anchor: 'end' },
  ]
  const askew = [below, above].flatMap((label): Label[] => [
    { ...label, x: x - radius, anchor: 'start' },
    { ...label, x: x + radius, anchor: 'end' },
  ])
  return [below, ...sides, above, ...askew]
}

const labelWidth = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => line.length)) * LABEL_LETTER + 4

function middleWithin({ left, right }: Box, width: number, x: number): number {
  if (right - left < width) return (left + right) / 2
  return Math.min(Math.max(x, left + width / 2), right - width / 2)
}

const contains = (room: Box, { left, right, top, bottom }: Box): boolean =>
  left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom

export function labelBox({ lines, x, y, anchor }: Label): Box {
  const width = labelWidth(lines)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - LINE + 2, bottom: y + (lines.length - 1) * LINE + 4 }
}

/**
 * Labels that cover neither each other nor a node: those who come first are served first. None reaches
 * beyond `room`, where the frame would cut it, but of nodes that are sure of one.
 */
export function labelsOf(nodes: readonly Labelled[], room: Box): (Label | null)[] {
  const options = nodes.map((node) => candidates(node, room))
  const inside = options.map((all) => all.filter((option) => contains(room, labelBox(option))))
  const places = new Places(nodes, inside)
  for (const [index, { isSure }] of nodes.entries()) {
    const label = places.free(index) ?? places.madeFree(index)
    places.labels[index] = label ?? (isSure ? (inside[index]?.[0] ?? options[index]?.[0] ?? null) : null)
  }
  return places.labels
}

/** Where labels are, and where others might be. */
class Places {
  readonly labels: (Label | null)[]
  readonly #nodes: readonly Box[]
  readonly #options: readonly (readonly Label[])[]

  constructor(nodes: readonly Labelled[], options: readonly (readonly Label[])[]) {
    this.#options = options
    this.labels = nodes.map(() => null)
    this.#nodes = nodes.map(({ x, y, radius }) => ({
      ...{ left: x - radius, right: x + radius },
      ...{ top: y - radius, bottom: y + radius },
    }))
  }

  /** The first place that nothing is in the way of, `besides` neither. */
  free(index: number, besides?: Label): Label | undefined {
    return this.#options[index]?.find(
      (option) =>
        this.#isClear(option) &&
        this.#under(option).every((other) => other === index) &&
        !(besides && overlap(labelBox(besides), labelBox(option))),
    )
  }

  /** A place in the way of which is one other label alone, which then goes elsewhere. */
  madeFree(index: number): Label | undefined {
    return this.#options[index]?.find((option) => {
      const [other, ...more] = this.#under(option)
      if (other === undefined || more.length > 0 || !this.#isClear(option)) return false
      const elsewhere = this.free(other, option)
      if (elsewhere) this.labels[other] = elsewhere
      return elsewhere !== undefined
    })
  }

  #isClear(option: Label): boolean {
    return !this.#nodes.some((box) => overlap(box, labelBox(option)))
  }

  #under(option: Label): number[] {
    return [...this.labels.keys()].filter((index) => {
      const label = this.labels[index]
      return label && overlap(labelBox(label), labelBox(option))
    })
  }
}
