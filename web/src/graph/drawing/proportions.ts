import { boundsOf, DRAWING_MARGIN } from './bounds.ts'
import type { Size } from './camera.ts'
import type { Position, Positions } from './drawing-state.ts'

/** How much wider and higher a graph is drawn than it was laid out. */
export type Proportions = Position

/** Drawn out further, what stands together would look apart. */
const MOST_STRETCH = { x: 2, y: 5 }

/** A frame that stands upright is filled as well as one that lies: the side that has room to spare is drawn out. */
export function proportionsIn(laid: Positions, { width, height }: Size): Proportions {
  const { left, right, top, bottom } = boundsOf(laid.values())
  const [across, down] = [Math.max(right - left, 1), Math.max(bottom - top, 1)]
  const [wide, high] = [width - 2 * DRAWING_MARGIN.x, height - 2 * DRAWING_MARGIN.y]
  const taller = high / down / (wide / across)
  return { x: stretchWithin(1 / taller, MOST_STRETCH.x), y: stretchWithin(taller, MOST_STRETCH.y) }
}

const stretchWithin = (value: number, most: number): number => Math.min(Math.max(value, 1), most)

/** The address and saved files have what was laid out: they are the same for every frame. */
export const laidOutBy = ({ x, y }: Proportions): Proportions => ({ x: 1 / x, y: 1 / y })

export const drawnOut = <At extends Position>(at: At, { x, y }: Proportions): At => ({
  ...at,
  x: at.x * x,
  y: at.y * y,
})

export const allDrawnOut = (positions: Positions, by: Proportions): Positions =>
  new Map([...positions].map(([slug, at]) => [slug, drawnOut(at, by)]))
