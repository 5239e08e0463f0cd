import type { Camera, Position, Positions } from './drawing-state.ts'
import { boundsOf } from './scene.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

const MARGIN = { x: 76, y: 46 }
const SMALLEST = 0.05
const LARGEST = 6
/** A small graph is not blown up. */
const LARGEST_FIT = 1.4

/** All of it, as large as there is room. */
export function fitted(positions: Positions, { width, height }: Size): Camera {
  const { left, right, top, bottom } = boundsOf(positions.values())
  const room = (size: number, margin: number) => Math.max(size - 2 * margin, size / 3)
  const scale = Math.min(
    room(width, MARGIN.x) / Math.max(right - left, 1),
    room(height, MARGIN.y) / Math.max(bottom - top, 1),
    LARGEST_FIT,
  )
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(scale, SMALLEST) }
}

/** Where the drawing's origin is in the frame. */
export const originOf = ({ x, y, scale }: Camera, { width, height }: Size): Position => ({
  x: width / 2 - x * scale,
  y: height / 2 - y * scale,
})

export const panned = (camera: Camera, byX: number, byY: number): Camera => ({
  ...camera,
  x: camera.x - byX / camera.scale,
  y: camera.y - byY / camera.scale,
})

/** The point under the hand stays under it. */
export function zoomedAt(camera: Camera, factor: number, at: Position, size: Size): Camera {
  const scale = Math.min(Math.max(camera.scale * factor, SMALLEST), LARGEST)
  const [dx, dy] = [at.x - size.width / 2, at.y - size.height / 2]
  return {
    x: camera.x + dx / camera.scale - dx / scale,
    y: camera.y + dy / camera.scale - dy / scale,
    scale,
  }
}

export const isSameView = (a: Camera, b: Camera): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.scale - b.scale) < 0.005
