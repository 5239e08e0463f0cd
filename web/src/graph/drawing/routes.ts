import { bentCurve, type Curve, controlOf, corneredCurve, type LinkEnd, piecesOf } from './curve.ts'
import { detour } from './detour.ts'
import type { Position } from './drawing-state.ts'
import { type GraphLink, hasDirection } from './link.ts'
import { type Circle, circlesFor, isBlocked, isInBox, type Obstacle } from './obstacles.ts'

/** Between two links that join the same two nodes. */
const LINES_APART = 15
/** How far a line bows at most to pass what is in its way, in its own length; beyond that it is led around by corners. */
const FURTHEST = 0.35
/** What crossing a name costs, in how far a line would rather bow. */
const NAME = 30
/** In a larger graph than this a line with no way past by bowing stays as it is: to look for a way would take too long. */
const MOST_OBSTACLES = 250

/**
 * How each link is drawn: past all nodes that are not its own, past their names where that costs little, and beside the
 * other links between the same two. Null where one of its ends has no place.
 */
export function routesOf(
  links: readonly GraphLink[],
  ends: ReadonlyMap<string, LinkEnd>,
  obstacles: readonly Obstacle[],
): (Curve | null)[] {
  const curves: (Curve | null)[] = links.map(() => null)
  for (const group of groupsOf(links)) {
    const { first, second } = group
    const [from, to] = [ends.get(first), ends.get(second)]
    if (!from || !to || from === to) continue
    const others = obstacles.filter(({ slug }) => slug !== first && slug !== second)
    const lines = linesBetween(from, to, group.members.length, others)
    for (const [place, { link, index }] of group.members.entries()) {
      const line = lines[place]
      if (line) curves[index] = drawnLine(line, from, to, link.from === first, hasDirection(link.type))
    }
  }
  return curves
}

/** The links between the same two nodes, whichever way each leads, with their places among all links. */
interface LinkGroup {
  readonly first: string
  readonly second: string
  readonly members: { readonly link: GraphLink; readonly index: number }[]
}

function groupsOf(links: readonly GraphLink[]): LinkGroup[] {
  const groups = new Map<string, LinkGroup>()
  for (const [index, link] of links.entries()) {
    const [first, second] = link.from < link.to ? [link.from, link.to] : [link.to, link.from]
    const key = `${first} ${second}`
    const group = groups.get(key) ?? { first, second, members: [] }
    group.members.push({ link, index })
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** A line before it is drawn: bent towards a point, or by corners. */
type RoutedLine = { readonly control: Position } | { readonly corners: readonly Position[] }

function drawnLine(
  line: RoutedLine,
  from: LinkEnd,
  to: LinkEnd,
  isForward: boolean,
  hasArrow: boolean,
): Curve {
  const [start, end] = isForward ? [from, to] : [to, from]
  if ('control' in line) return bentCurve(start, end, line.control, hasArrow)
  return corneredCurve(start, end, isForward ? line.corners : line.corners.toReversed(), hasArrow)
}

/** So many lines between two nodes, from one side to the other. */
function linesBetween(from: LinkEnd, to: LinkEnd, count: number, others: readonly Obstacle[]): RoutedLine[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  // Two nodes may stand on each other.
  const apart = Math.max(Math.min(LINES_APART, (length * 0.6) / count), 1)
  const near = obstaclesNear(from, to, length * FURTHEST + apart * count, others)
  const bows = bowsPast(from, to, { count, apart, length }, near)
  const lines: RoutedLine[] = bows.map((bow) => ({ control: controlOf(from, to, bow) }))
  for (let missing = 0; lines.length < count; missing++) lines.push(lineAround(from, to, missing, others))
  return lines
}

interface Wanted {
  readonly count: number
  readonly apart: number
  readonly length: number
}

/**
 * How far lines bow that pass all nodes: those that cost least, from one side to the other. They are taken out of a comb
 * that is even to both sides of the straight line, so that no two lie on each other.
 */
function bowsPast(
  from: LinkEnd,
  to: LinkEnd,
  { count, apart, length }: Wanted,
  near: readonly Obstacle[],
): number[] {
  const circles = circlesFor([from, to], near)
  const names = near.flatMap(({ label }) => label ?? [])
  const found: { bow: number; cost: number }[] = []
  const furthest = Math.max(length * FURTHEST, apart * count)
  for (let turn = 0; ; turn++) {
    const bow = apart * combAt(turn, count)
    const cost = found.toSorted((a, b) => a.cost - b.cost)[count - 1]?.cost
    if (Math.abs(bow) > furthest || (cost !== undefined && cost <= Math.abs(bow))) break
    const pieces = piecesOf(from, to, controlOf(from, to, bow))
    if (isPast(pieces, circles))
      found.push({
        bow,
        cost: Math.abs(bow) + NAME * names.filter((box) => pieces.some((at) => isInBox(at, box))).length,
      })
  }
  const best = found.toSorted((a, b) => a.cost - b.cost).slice(0, count)
  return best.map(({ bow }) => bow).sort((a, b) => a - b)
}

/** 0, 1, -1, 2, -2 and so on for an odd number of lines; a half, minus a half and so on for an even one. */
function combAt(turn: number, count: number): number {
  const step = Math.ceil(turn / 2)
  if (count % 2 === 1) return turn % 2 === 1 ? step : -step
  return (Math.floor(turn / 2) + 0.5) * (turn % 2 === 0 ? 1 : -1)
}

const isPast = (pieces: readonly Position[], circles: readonly Circle[]): boolean =>
  pieces.every((at, index) => {
    const before = pieces[index - 1]
    return !before || !isBlocked(before, at, circles)
  })

/** A line led around by corners. Each further one keeps clear of where the first would go straight on. */
function lineAround(from: LinkEnd, to: LinkEnd, missing: number, others: readonly Obstacle[]): RoutedLine {
  if (others.length > MOST_OBSTACLES) return { control: controlOf(from, to, missing * LINES_APART) }
  const circles = circlesFor([from, to], others)
  const wider =
    missing > 0 ? [...circlesFor([from, to], others, missing * 5), middleOf(from, to, missing)] : []
  const corners = (missing > 0 && detour(from, to, wider)) || detour(from, to, circles)
  return corners ? { corners } : { control: controlOf(from, to, missing * LINES_APART) }
}

const middleOf = (from: LinkEnd, to: LinkEnd, missing: number): Circle => ({
  x: (from.x + to.x) / 2,
  y: (from.y + to.y) / 2,
  radius: Math.min(missing * 8, Math.hypot(to.x - from.x, to.y - from.y) / 4),
})

/** What stands near enough to a line for it to be met. */
function obstaclesNear(from: LinkEnd, to: LinkEnd, reach: number, others: readonly Obstacle[]): Obstacle[] {
  const [left, right] = [Math.min(from.x, to.x) - reach, Math.max(from.x, to.x) + reach]
  const [top, bottom] = [Math.min(from.y, to.y) - reach, Math.max(from.y, to.y) + reach]
  const isNear = (low: number, high: number, a: number, b: number) => a < high && b > low
  return others.filter(
    ({ x, y, radius, label }) =>
      isNear(left, right, Math.min(x - radius, label?.left ?? x), Math.max(x + radius, label?.right ?? x)) &&
      isNear(top, bottom, Math.min(y - radius, label?.top ?? y), Math.max(y + radius, label?.bottom ?? y)),
  )
}
