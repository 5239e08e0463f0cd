import type { Position } from './drawing-state.ts'
import { toTenths } from './tenths.ts'

const ARROW = 7
/** Between a node's edge and its links. */
const SPARE_AT_EDGE = 2
/** How much of a corner is rounded off, to either side of it. */
const ROUND = 9
/** How many straight pieces stand for a bent line where distances are measured. */
const PIECES = 24

export interface LinkEnd extends Position {
  readonly radius: number
}

/** A link as it is drawn. */
export interface Curve {
  readonly path: string
  readonly arrow: string | null
  /** Halfway along it. */
  readonly middle: Position
}

const point = ({ x, y }: Position): string => `${toTenths(x)} ${toTenths(y)}`

/** What a line that bows aside is drawn towards: its middle is `bow` away from the straight line. */
export function controlOf(from: Position, to: Position, bow: number): Position {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bow * 2,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bow * 2,
  }
}

/** The bent line from edge to edge, in straight pieces. */
export function piecesOf(from: LinkEnd, to: LinkEnd, control: Position): Position[] {
  const [begin, tip] = [edgeOf(from, control), edgeOf(to, control)]
  return Array.from({ length: PIECES + 1 }, (_, index) => along(begin, control, tip, index / PIECES))
}

function along(begin: Position, control: Position, tip: Position, share: number): Position {
  const rest = 1 - share
  const at = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * share * b + share * share * c
  return { x: at(begin.x, control.x, tip.x), y: at(begin.y, control.y, tip.y) }
}

/** A line from edge to edge, bent towards a point beside its middle. */
export function bentCurve(from: LinkEnd, to: LinkEnd, control: Position, hasArrow: boolean): Curve {
  const [begin, tip] = [edgeOf(from, control), edgeOf(to, control)]
  const end = hasArrow ? towards(tip, control, ARROW - 1) : tip
  return {
    path: `M${point(begin)}Q${point(control)} ${point(end)}`,
    arrow: hasArrow ? arrowAt(tip, control) : null,
    middle: along(begin, control, tip, 0.5),
  }
}

/** A line from edge to edge that goes by these points, its corners rounded off. */
export function corneredCurve(
  from: LinkEnd,
  to: LinkEnd,
  corners: readonly Position[],
  hasArrow: boolean,
): Curve {
  const [first, last] = [corners[0] ?? to, corners.at(-1) ?? from]
  const [begin, tip] = [edgeOf(from, first), edgeOf(to, last)]
  const end = hasArrow ? towards(tip, last, ARROW - 1) : tip
  const turns = corners.map((corner, index) => {
    const [before, after] = [corners[index - 1] ?? begin, corners[index + 1] ?? end]
    return `L${point(towards(corner, before, ROUND, 0.5))}Q${point(corner)} ${point(towards(corner, after, ROUND, 0.5))}`
  })
  return {
    path: `M${point(begin)}${turns.join('')}L${point(end)}`,
    arrow: hasArrow ? arrowAt(tip, last) : null,
    middle: halfway(begin, [...corners, tip]),
  }
}

const edgeOf = (end: LinkEnd, other: Position): Position => towards(end, other, end.radius + SPARE_AT_EDGE)

function towards(from: Position, to: Position, distance: number, most = 0.9): Position {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const share = Math.min(distance / length, most)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function halfway(begin: Position, stops: readonly Position[]): Position {
  const pieces = stops.map((to, index) => {
    const from = stops[index - 1] ?? begin
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }
  })
  let left = pieces.reduce((sum, { length }) => sum + length, 0) / 2
  for (const { from, to, length } of pieces) {
    left -= length
    if (left <= 0) return towards(to, from, -left, 1)
  }
  return begin
}

function arrowAt(tip: Position, behind: Position): string {
  const length = Math.hypot(behind.x - tip.x, behind.y - tip.y) || 1
  const [ux, uy] = [(behind.x - tip.x) / length, (behind.y - tip.y) / length]
  const corner = (side: number) => ({
    x: tip.x + ux * ARROW - uy * side * ARROW * 0.42,
    y: tip.y + uy * ARROW + ux * side * ARROW * 0.42,
  })
  return `M${point(tip)}L${point(corner(1))}L${point(corner(-1))}Z`
}
