import type { Box } from '../../kit/box.ts'
import type { LinkEnd } from './curve.ts'
import type { Position } from './drawing-state.ts'
import { type Label, labelBox } from './labels.ts'

/** A node as what stands in the way of links that are not its own. */
export interface Obstacle extends LinkEnd {
  readonly slug: string
  readonly label: Box | null
}

export const obstacleOf = (slug: string, end: LinkEnd, label: Label | null): Obstacle => ({
  ...{ slug, x: end.x, y: end.y, radius: end.radius },
  label: label && labelBox(label),
})

/** Where no line may come: nearer to the middle than the radius. */
export interface Circle extends Position {
  readonly radius: number
}

/** Between a node's edge and a line that passes it. */
const OBSTACLE_GAP = 4

/**
 * What a link between two ends has to keep clear of. A node that stands so near to an end that there is no room for the
 * whole gap is given what room there is: the reader may have put it there.
 */
export function circlesFor(ends: readonly LinkEnd[], obstacles: readonly Obstacle[], more = 0): Circle[] {
  return obstacles.flatMap(({ x, y, radius }) => {
    const rooms = ends.map((end) => Math.hypot(end.x - x, end.y - y) - end.radius - 3)
    const clear = Math.min(radius + OBSTACLE_GAP + more, ...rooms)
    return clear > 0 ? [{ x, y, radius: clear }] : []
  })
}

/** Whether a straight piece comes into any of the circles. */
export const isBlocked = (a: Position, b: Position, circles: readonly Circle[]): boolean =>
  circles.some((circle) => cuts(a, b, circle))

function cuts(a: Position, b: Position, { x, y, radius }: Circle): boolean {
  if (Math.min(a.x, b.x) > x + radius || Math.max(a.x, b.x) < x - radius) return false
  if (Math.min(a.y, b.y) > y + radius || Math.max(a.y, b.y) < y - radius) return false
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const share = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)
  const nearest = Math.min(Math.max(share, 0), 1)
  return Math.hypot(a.x + dx * nearest - x, a.y + dy * nearest - y) < radius
}

export const isInBox = ({ x, y }: Position, { left, right, top, bottom }: Box): boolean =>
  x > left && x < right && y > top && y < bottom
