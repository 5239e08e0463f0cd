import type { NodeKind } from './graph-data.ts'
import { toTenths } from './tenths.ts'

const polygon = (points: readonly (readonly [number, number])[], radius: number): string =>
  `M${points.map(([x, y]) => `${toTenths(x * radius)} ${toTenths(y * radius)}`).join('L')}Z`

const circle = (radius: number): string => {
  const r = toTenths(radius)
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`
}

type Outline = (radius: number) => string

const shapes: Readonly<Record<string, Outline>> = {
  State: circle,
  Organization: (radius) =>
    polygon(
      [
        [-0.88, -0.88],
        [0.88, -0.88],
        [0.88, 0.88],
        [-0.88, 0.88],
      ],
      radius,
    ),
  ArmedGroup: (radius) =>
    polygon(
      [
        [0, -1.2],
        [1.14, 0.8],
        [-1.14, 0.8],
      ],
      radius,
    ),
  MediaOutlet: (radius) =>
    polygon(
      [
        [-1.1, 0],
        [-0.55, -0.95],
        [0.55, -0.95],
        [1.1, 0],
        [0.55, 0.95],
        [-0.55, 0.95],
      ],
      radius,
    ),
  Person: (radius) => circle(radius) + circle(radius * 0.5),
  Event: (radius) =>
    polygon(
      [
        [0, -1.25],
        [1.25, 0],
        [0, 1.25],
        [-1.25, 0],
      ],
      radius,
    ),
  Place: (radius) =>
    polygon(
      [
        [-1.14, -0.8],
        [1.14, -0.8],
        [0, 1.2],
      ],
      radius,
    ),
} satisfies Record<NodeKind, Outline>

/** The outline of a node: each kind has a shape of its own, so that no colour has to be told from another. */
export const glyph = (kind: string, radius: number): string => (shapes[kind] ?? circle)(radius)
