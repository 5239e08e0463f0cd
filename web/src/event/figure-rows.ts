import type { Figure } from '../claim/figure-text.ts'
import { placeOf } from '../kit/date.ts'
import { isolated } from '../kit/isolated.ts'
import { takenWords, verdictWord } from '../kit/words.ts'
import {
  assessmentCells,
  dateCells,
  figureCells,
  nodeCells,
  positionCells,
  sourceCells,
} from '../list/cells.ts'
import type { Row } from '../list/file.ts'
import type { GivenFigure, FigurePosition as Position } from './event-query.ts'

/**
 * One who speaks to a figure. Without a position it is a line for those of whom no more is shown, or, where there are no
 * others, for a figure to which nobody has spoken yet.
 */
export interface FigureRow {
  readonly claim: GivenFigure
  readonly figure: Figure
  readonly position: Position | null
  readonly others: number
}

/** The lines of one claim, of which so many positions are not among those given. Nothing is added up. */
export function figureRowsOf(claim: GivenFigure, positions: readonly Position[], others = 0): FigureRow[] {
  const { figure } = claim
  if (!figure) return []
  const rows = positions.map((position) => ({ claim, figure, position, others: 0 }))
  return rows.length > 0 && others === 0 ? rows : [...rows, { claim, figure, position: null, others }]
}

export const COLUMNS = ['speaker', 'figure', 'unit', 'stance', 'verdict', 'date'] as const
export type FigureColumn = (typeof COLUMNS)[number]

/** By what the lines are sorted; where two are alike in it, they stay as they came. */
const keys: Readonly<Record<FigureColumn, (row: FigureRow) => string | number | null>> = {
  speaker: ({ position }) => position?.actor.name ?? null,
  figure: ({ figure: { low, high } }) => low ?? high,
  unit: ({ figure }) => figure.unit,
  stance: ({ position }) => position && takenWords(position),
  verdict: ({ claim }) => verdictsOf(claim) || null,
  date: ({ position }) => position && placeInTime(position),
}

/** What has nothing to be sorted by comes last, either way. */
export function sortedFigures(
  rows: readonly FigureRow[],
  column: FigureColumn,
  isDown: boolean,
): FigureRow[] {
  const key = keys[column]
  const known = rows.filter((row) => key(row) !== null)
  const order = (a: FigureRow, b: FigureRow) => compared(key(a), key(b)) * (isDown ? -1 : 1)
  return [...known.toSorted(order), ...rows.filter((row) => key(row) === null)]
}

const compared = (a: string | number | null, b: string | number | null): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en')

/** When it was said, or else by when, as its source was published. */
function placeInTime({ statement: { saidAt, source } }: Position): number | null {
  const date = saidAt ?? source.publishedAt
  return date ? placeOf(date) : null
}

/** Not verified (BBC); refuted (Daily). */
export const verdictsOf = ({ assessments }: GivenFigure): string =>
  assessments
    .map(({ verdict, assessor }) => `${verdictWord(verdict)} (${isolated(assessor.name)})`)
    .join('; ')

/** The same as a line of a file. */
export const fileRow = ({ claim, figure, position }: FigureRow): Row => ({
  ...positionCells(position),
  ...figureCells(figure),
  ...nodeCells('claim', claim),
  ...assessmentCells(claim.assessments),
  ...nodeCells('statement', position?.statement),
  ...dateCells('saidAt', position?.statement.saidAt),
  ...sourceCells(position?.statement.source),
})
