import type { Box } from '../../kit/box.ts'
import type { Position } from './drawing-state.ts'

/** Between the outermost nodes and the frame, for their names and for what stands in the frame's corners. */
export const DRAWING_MARGIN = { x: 52, y: 46 }

/** From edge to edge of what is to be seen. */
export function boundsOf(positions: Iterable<Position>): Box {
  const all = [...positions]
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)]
  if (all.length === 0) return { left: -100, right: 100, top: -100, bottom: 100 }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** How wide a name is is not measured but guessed. */
const SPARE_AROUND_NAMES = 8

/** How far names may reach: not quite as far as a frame does that holds all of it. */
export function roomAround(positions: Iterable<Position>, scale: number): Box {
  const { left, right, top, bottom } = boundsOf(positions)
  const [x, y] = [DRAWING_MARGIN.x - SPARE_AROUND_NAMES, DRAWING_MARGIN.y - SPARE_AROUND_NAMES]
  return {
    left: left * scale - x,
    right: right * scale + x,
    top: top * scale - y,
    bottom: bottom * scale + y,
  }
}
