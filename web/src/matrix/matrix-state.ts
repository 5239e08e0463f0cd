import { asOfAsked, asOfIn } from '../kit/as-of.ts'
import { type StatementFilter, statementFilterIn } from '../statement/filter-in.ts'
import { GRID_ORDERS, type GridOrder } from './grid.ts'

/** What subjects may be, by the word in the address. */
export const SUBJECT_KINDS = ['all', 'actors', 'events', 'places'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
export const nodeTypes = { actors: 'ACTOR', events: 'EVENT', places: 'PLACE' } as const

export interface MatrixState {
  readonly order: GridOrder
  readonly kind: SubjectKind
  readonly min: number
  readonly filter: StatementFilter
  readonly cell: readonly [speaker: string, subject: string] | null
}

/** Everything that the matrix shows is in its address. */
export function matrixStateIn(params: URLSearchParams): MatrixState {
  const [speaker, subject] = params.get('cell')?.split('~') ?? []
  return {
    order: GRID_ORDERS.find((order) => order === params.get('order')) ?? 'count',
    kind: SUBJECT_KINDS.find((kind) => kind === params.get('subjects')) ?? 'all',
    min: Math.max(1, Math.trunc(Number(params.get('min'))) || 1),
    filter: { ...statementFilterIn(params, ['event', 'source']), ...asOfAsked(asOfIn(params)) },
    cell: speaker && subject ? [speaker, subject] : null,
  }
}
