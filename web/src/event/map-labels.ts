import { type Box, overlap } from '../box.ts'

export interface Label {
  readonly name: string
  readonly x: number
  readonly y: number
}

const LETTER = 5.4
const LINE = 11
const MARGIN = 3

const boxOf = ({ name, x, y }: Label): Box => {
  const half = (name.length * LETTER) / 2
  return { left: x - half, right: x + half, top: y - LINE + 2, bottom: y + 2 }
}

/** Those names that can be read whole, the first ones first: none is cut by the frame, none covers another. */
export function legible(labels: readonly Label[], width: number, height: number, spot: Box): Label[] {
  const taken = [spot]
  return labels.filter((label) => {
    const box = boxOf(label)
    const isInside =
      box.left >= MARGIN && box.right <= width - MARGIN && box.top >= MARGIN && box.bottom <= height - MARGIN
    if (!isInside || taken.some((other) => overlap(box, other))) return false
    taken.push(box)
    return true
  })
}
