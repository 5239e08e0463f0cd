import type { Position } from './drawing-state.ts'
import type { GraphLink } from './graph-data.ts'

const APART = 15
const ARROW = 7

const number = (value: number): number => Math.round(value * 10) / 10
const point = ({ x, y }: Position): string => `${number(x)} ${number(y)}`

const pairOf = ({ from, to }: GraphLink): string => (from < to ? `${from} ${to}` : `${to} ${from}`)

/** How far from the straight line each link bows, so that those between the same two lie side by side. */
export function bowsOf(links: readonly GraphLink[]): number[] {
  const sizes = new Map<string, number>()
  const turns = links.map((link) => {
    const turn = sizes.get(pairOf(link)) ?? 0
    sizes.set(pairOf(link), turn + 1)
    return turn
  })
  return links.map((link, index) => {
    const bow = ((turns[index] ?? 0) - ((sizes.get(pairOf(link)) ?? 1) - 1) / 2) * APART
    // Seen from its own beginning, what goes the other way bows the other way.
    return link.from < link.to ? bow : -bow
  })
}

export interface End extends Position {
  readonly radius: number
}

export interface Curve {
  readonly path: string
  readonly arrow: string | null
}

/** A line from edge to edge, through a point beside the middle. */
export function curveOf(from: End, to: End, bow: number, hasArrow: boolean): Curve {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const bent = Math.sign(bow) * Math.min(Math.abs(bow), length * 0.3) * 2
  const control = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bent,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bent,
  }
  const begin = towards(from, control, from.radius + 2)
  const tip = towards(to, control, to.radius + 2)
  const end = hasArrow ? towards(tip, control, ARROW - 1) : tip
  return {
    path: `M${point(begin)}Q${point(control)} ${point(end)}`,
    arrow: hasArrow ? arrowAt(tip, control) : null,
  }
}

function towards(from: Position, to: Position, distance: number): Position {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const share = Math.min(distance / length, 0.9)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function arrowAt(tip: Position, control: Position): string {
  const length = Math.hypot(control.x - tip.x, control.y - tip.y) || 1
  const [ux, uy] = [(control.x - tip.x) / length, (control.y - tip.y) / length]
  const corner = (side: number) => ({
    x: tip.x + ux * ARROW - uy * side * ARROW * 0.42,
    y: tip.y + uy * ARROW + ux * side * ARROW * 0.42,
  })
  return `M${point(tip)}L${point(corner(1))}L${point(corner(-1))}Z`
}
