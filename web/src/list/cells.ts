import {
  type DateColumn,
  LIST_COLUMNS,
  type ListColumn,
  NODE_COLUMNS,
  type NodeColumn,
} from '../../../src/values/columns.ts'
import { daysOf } from '../../../src/values/days.ts'
import type { Row } from './file.ts'

/** Something with an id or a slug, and a name or whatever else it is called by. */
interface Called {
  readonly id?: string
  readonly slug?: string
  readonly name?: string
  readonly title?: string
  readonly text?: string
}

type Missing = null | undefined

/** A node by its slug, and beside it what it is called. */
export const nodeCells = (column: NodeColumn, node: Called | Missing): Row => ({
  [column]: node?.slug ?? node?.id ?? null,
  [NODE_COLUMNS[column]]: node && recordedName(node),
})

const recordedName = ({ name, title, text }: Called): string | null => name ?? title ?? text ?? null

/** A node of a list, and what it is to the row's own node. */
type Listed = readonly [node: Called, as?: string]

/** Several nodes in one cell, and in the next one what they are called. */
export const listCells = (column: ListColumn, nodes: readonly Listed[]): Row => ({
  [column]: joined(nodes, ({ slug, id }) => slug ?? id ?? ''),
  [LIST_COLUMNS[column]]: joined(nodes, (node) => recordedName(node) ?? ''),
})

const joined = (nodes: readonly Listed[], textOf: (node: Called) => string): string =>
  nodes.map(([node, as]) => (as ? `${textOf(node)}: ${as}` : textOf(node))).join('; ')

/** A date as it is known, and the first and the last day that it allows: days are what a spreadsheet reads. */
export function dateCells(column: DateColumn, edtf: string | Missing): Row {
  const [earliest, latest] = daysOf(edtf)
  return { [column]: edtf ?? null, [`${column}Earliest`]: earliest, [`${column}Latest`]: latest }
}

interface FigureInCells {
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
}

/** The figure that a claim gives; its unit is not part of the numbers, so that they can be sorted. */
export const figureCells = (figure: FigureInCells | Missing): Row => ({
  low: figure?.low ?? null,
  high: figure?.high ?? null,
  unit: figure?.unit ?? null,
})

interface AssessmentInCells {
  readonly verdict: string
  readonly method?: string | null
  readonly assessor: Called
}

/** All verdicts on a claim. */
export const assessmentCells = (assessments: readonly AssessmentInCells[]): Row =>
  listCells(
    'assessments',
    assessments.map(({ assessor, verdict, method }) => [
      assessor,
      method ? `${verdict} (${method})` : verdict,
    ]),
  )

interface PositionInCells {
  readonly actor: Called
  readonly side?: string | null
  readonly stance: string
  readonly certainty: string | null
}

/** Whose position it is, and which. */
export const positionCells = (position: PositionInCells | Missing): Row => ({
  ...nodeCells('actor', position?.actor),
  side: position?.side ?? null,
  stance: position?.stance ?? null,
  certainty: position?.certainty ?? null,
})

interface Source extends Called {
  readonly publishedAt: string | null
}

/** Where something stands, and when that appeared. */
export const sourceCells = (source: Source | Missing): Row => ({
  ...nodeCells('source', source),
  ...dateCells('publishedAt', source?.publishedAt),
})
