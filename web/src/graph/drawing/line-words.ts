import { type Box, overlap } from '../../kit/box.ts'
import type { Curve } from './curve.ts'
import type { Position } from './drawing-state.ts'
import { type GraphLink, lineWord } from './link.ts'
import type { Obstacle } from './obstacles.ts'

/** A word on a line, in the middle of it. */
export interface LineWord extends Position {
  readonly text: string
}

const LINE_LETTER = 5.4
const HALF = 7

const lineWordBox = ({ text, x, y }: LineWord): Box => {
  const half = (text.length * LINE_LETTER) / 2 + 2
  return { left: x - half, right: x + half, top: y - HALF, bottom: y + HALF }
}

/**
 * What is written on lines, as far as it covers no node, no name and no other word. That two both agree and conflict is
 * written in any case.
 */
export function lineWords(
  links: readonly GraphLink[],
  curves: readonly (Curve | null)[],
  obstacles: readonly Obstacle[],
): (LineWord | null)[] {
  const taken: Box[] = obstacles.flatMap(({ x, y, radius, label }) => [
    { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    ...(label ? [label] : []),
  ])
  return links.map((link, index) => {
    const [text, curve] = [lineWord(link), curves[index]]
    if (!text || !curve) return null
    const word = { text, ...curve.middle }
    const box = lineWordBox(word)
    if (link.type !== 'MIXED_SIDES' && taken.some((other) => overlap(other, box))) return null
    taken.push(box)
    return word
  })
}
