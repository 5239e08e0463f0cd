import type { Position } from './drawing-state.ts'
import { type Circle, isBlocked } from './obstacles.ts'

/** Corners around each circle; between two next to each other a straight line stays clear of it. */
const CORNERS = 8
/** So that rounding a corner off does not cut into the circle. */
const SPARE_AT_CORNER = 3
/** What a corner costs, in length: a line with few of them is followed more easily. */
const TURN = 12

interface Stop extends Position {
  /** How long the shortest way to it is that is known, and by which stop. */
  length: number
  before: Stop | null
  isDone: boolean
}

/**
 * The shortest way around circles from one point to another, by its corners: A* over the points around the circles of
 * which one can be seen from the other. Null where there is none.
 */
export function detour(from: Position, to: Position, circles: readonly Circle[]): Position[] | null {
  const goal = stopAt(to)
  const stops = [goal, ...cornersAround(circles).map(stopAt)]
  let current: Stop | null = { ...stopAt(from), length: 0 }
  while (current && current !== goal) {
    current.isDone = true
    for (const stop of stops) reach(stop, current, circles)
    current = nearest(stops, goal)
  }
  if (!current) return null
  const corners: Position[] = []
  for (let stop = current.before; stop?.before; stop = stop.before) corners.unshift({ x: stop.x, y: stop.y })
  return corners
}

const stopAt = ({ x, y }: Position): Stop => ({
  ...{ x, y },
  ...{ length: Number.POSITIVE_INFINITY, before: null, isDone: false },
})

const between = (a: Position, b: Position): number => Math.hypot(a.x - b.x, a.y - b.y)

function reach(stop: Stop, from: Stop, circles: readonly Circle[]): void {
  if (stop.isDone) return
  const length = from.length + between(from, stop) + TURN
  if (length >= stop.length || isBlocked(from, stop, circles)) return
  stop.length = length
  stop.before = from
}

/** Of the stops that are reached and not done with, the one by which the whole way may be shortest. */
function nearest(stops: readonly Stop[], goal: Stop): Stop | null {
  let best: Stop | null = null
  let shortest = Number.POSITIVE_INFINITY
  for (const stop of stops) {
    if (stop.isDone || stop.before === null) continue
    const whole = stop.length + between(stop, goal)
    if (whole < shortest) [best, shortest] = [stop, whole]
  }
  return best
}

function cornersAround(circles: readonly Circle[]): Position[] {
  const corners = circles.flatMap(({ x, y, radius }) => {
    const reach = radius / Math.cos(Math.PI / CORNERS) + SPARE_AT_CORNER
    return Array.from({ length: CORNERS }, (_, index) => {
      const angle = (2 * Math.PI * index) / CORNERS
      return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) }
    })
  })
  return corners.filter((corner) => !isBlocked(corner, corner, circles))
}
