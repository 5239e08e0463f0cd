import { asOfAsked, asOfIn } from '../kit/as-of.ts'
import { filterIn, type StatementFilter } from '../statement/filter-in.ts'
import { ORDERS, type Order } from './grid.ts'

/** What subjects may be, by the word in the address. */
export const KINDS = ['all', 'actors', 'events', 'places'] as const
export type Kind = (typeof KINDS)[number]
export const nodeTypes = { actors: 'ACTOR', events: 'EVENT', places: 'PLACE' } as const

export interface MatrixState {
  readonly order: Order
  readonly kind: Kind
  readonly min: number
  readonly filter: StatementFilter
  readonly cell: readonly [speaker: string, subject: string] | null
}

/** Everything that the matrix shows is in its address. */
export function stateIn(params: URLSearchParams): MatrixState {
  const [speaker, subject] = params.get('cell')?.split('~') ?? []
  return {
    order: ORDERS.find((order) => order === params.get('order')) ?? 'count',
    kind: KINDS.find((kind) => kind === params.get('subjects')) ?? 'all',
    min: Math.max(1, Math.trunc(Number(params.get('min'))) || 1),
    filter: { ...filterIn(params, ['event', 'source']), ...asOfAsked(asOfIn(params)) },
    cell: speaker && subject ? [speaker, subject] : null,
  }
}
