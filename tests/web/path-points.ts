export interface Point {
  readonly x: number
  readonly y: number
}

const STEPS = 60

/** A drawn path as many points: straight lines, and curves of the second degree. */
export function pointsOf(path: string): Point[] {
  const points: Point[] = []
  for (const [, command, text = ''] of path.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = text
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const from = points.at(-1)
    if (command === 'M' || !from) points.push({ x: x1, y: y1 })
    else if (command === 'L')
      for (let step = 1; step <= STEPS; step++) points.push(between(from, { x: x1, y: y1 }, step / STEPS))
    else
      for (let step = 1; step <= STEPS; step++) {
        const share = step / STEPS
        const control = { x: x1, y: y1 }
        points.push(between(between(from, control, share), between(control, { x: x2, y: y2 }, share), share))
      }
  }
  return points
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

export const nearestTo = ({ x, y }: Point, points: readonly Point[]): number =>
  Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)))
