import { ZoomTransform } from 'd3-zoom'
import { boundsOf, DRAWING_MARGIN } from './bounds.ts'
import type { Camera, Positions } from './drawing-state.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

const SMALLEST_SCALE = 0.05
const LARGEST_SCALE = 6
export const CAMERA_SCALES = [SMALLEST_SCALE, LARGEST_SCALE] as const
/** A small graph is not blown up. */
const LARGEST_FIT = 2.2

/** All of it, as large as there is room. */
export function fitted(positions: Positions, { width, height }: Size): Camera {
  const { left, right, top, bottom } = boundsOf(positions.values())
  const room = (size: number, margin: number) => Math.max(size - 2 * margin, size / 3)
  const scale = Math.min(
    room(width, DRAWING_MARGIN.x) / Math.max(right - left, 1),
    room(height, DRAWING_MARGIN.y) / Math.max(bottom - top, 1),
    LARGEST_FIT,
  )
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(scale, SMALLEST_SCALE) }
}

/** Where the drawing's origin is in the frame, and how large it is drawn. */
export const cameraTransform = ({ x, y, scale }: Camera, { width, height }: Size): ZoomTransform =>
  new ZoomTransform(scale, width / 2 - x * scale, height / 2 - y * scale)

export function cameraOf(transform: ZoomTransform, { width, height }: Size): Camera {
  const [x, y] = transform.invert([width / 2, height / 2])
  return { x, y, scale: transform.k }
}

export const zoomedCamera = (camera: Camera, factor: number): Camera => ({
  ...camera,
  scale: Math.min(Math.max(camera.scale * factor, SMALLEST_SCALE), LARGEST_SCALE),
})

export const isSameView = (a: Camera, b: Camera): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.scale - b.scale) < 0.005
