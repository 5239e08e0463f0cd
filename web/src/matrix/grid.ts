import type { GridAnswer } from './matrix-query.ts'

export interface Head {
  readonly slug: string
  readonly name: string
  readonly typename: string
}

export interface Grid {
  readonly speakers: readonly Head[]
  readonly subjects: readonly Head[]
  /** For each speaker, how often each subject is spoken about. */
  readonly rows: readonly (readonly number[])[]
  readonly most: number
  /** Whether a side is full, so that there may be others. */
  readonly isFull: boolean
}

export const GRID_ORDERS = ['count', 'name', 'likeness'] as const
export type GridOrder = (typeof GRID_ORDERS)[number]

/** The most on either side. */
const SIDE = 50

/** A speaker or a subject, and its counts along the other side. */
interface GridLine {
  readonly head: Head
  readonly counts: readonly number[]
  readonly at: number
}

/** What is left of the table where rare pairs are left out, in an order. */
export function gridOf({ speakers, subjects, counts }: GridAnswer, order: GridOrder, least: number): Grid {
  const cells = counts.map((row) => row.map((count) => (count >= least ? count : 0)))
  const across = subjects.map((_, column) => cells.map((row) => row[column] ?? 0))
  const down = arranged(
    speakers.map((actor) => headOf({ ...actor, __typename: 'Actor' })),
    cells,
    order,
  )
  const right = arranged(subjects.map(headOf), across, order)
  return {
    speakers: down.map(({ head }) => head),
    subjects: right.map(({ head }) => head),
    rows: down.map(({ counts: row }) => right.map(({ at }) => row[at] ?? 0)),
    most: Math.max(...cells.flat(), 1),
    isFull: Math.max(speakers.length, subjects.length) >= SIDE,
  }
}

const headOf = ({ slug, name, __typename }: { slug: string; name: string; __typename: string }): Head => ({
  slug,
  name,
  typename: __typename,
})

/** Those with anything in them. They come with the busiest first. */
function arranged(
  heads: readonly Head[],
  lines: readonly (readonly number[])[],
  order: GridOrder,
): GridLine[] {
  const kept = heads
    .map((head, at): GridLine => ({ head, at, counts: lines[at] ?? [] }))
    .filter(({ counts }) => counts.some((count) => count > 0))
  if (order === 'name') return kept.toSorted((a, b) => a.head.name.localeCompare(b.head.name))
  return order === 'likeness' ? byLikeness(kept) : kept
}

/** Begins with the busiest; next always comes the one most like the last. */
function byLikeness(lines: readonly GridLine[]): GridLine[] {
  const left = lines.map((line) => ({ line, unit: unitOf(line.counts) }))
  const row = left.splice(0, 1)
  while (left.length > 0) {
    const last = row.at(-1)?.unit ?? []
    const likes = left.map(({ unit }) => dot(last, unit))
    row.push(...left.splice(likes.indexOf(Math.max(...likes)), 1))
  }
  return row.map(({ line }) => line)
}

const unitOf = (counts: readonly number[]): number[] => {
  const length = Math.sqrt(dot(counts, counts)) || 1
  return counts.map((count) => count / length)
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
