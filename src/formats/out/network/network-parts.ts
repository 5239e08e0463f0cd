import type { Cell } from '../../../values/csv-line.ts'

/** What an actor, or a tie of two, is described by in a file. */
export interface NetworkAttribute {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean'
}

export const nodeAttributes = [
  { name: 'type', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'country', type: 'string' },
  { name: 'unnamed', type: 'boolean' },
  { name: 'statements', type: 'integer' },
  { name: 'statementsForOthers', type: 'integer' },
  { name: 'statementsOnItsBehalf', type: 'integer' },
] as const satisfies readonly NetworkAttribute[]

export const edgeAttributes = [
  { name: 'kind', type: 'string' },
  { name: 'mutual', type: 'boolean' },
  { name: 'role', type: 'string' },
  { name: 'title', type: 'string' },
  { name: 'affirms', type: 'integer' },
  { name: 'denies', type: 'integer' },
  { name: 'uncommitted', type: 'integer' },
  { name: 'withoutStance', type: 'integer' },
  { name: 'firstDay', type: 'string' },
  { name: 'lastDay', type: 'string' },
] as const satisfies readonly NetworkAttribute[]

type Values<Attributes extends readonly NetworkAttribute[]> = {
  readonly [Name in Attributes[number]['name']]?: Cell
}

/** An actor. */
export interface NetworkNode {
  /** Its slug. */
  readonly id: string
  readonly label: string
  readonly values: Values<typeof nodeAttributes>
}

/**
 * Two actors can be tied in several ways, and each is an edge of its own. All are directed, as several programs refuse a
 * network in which some are and some are not; what reads the same from either end is marked as `mutual`.
 */
export interface NetworkEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  /** On how many statements or claims it rests. */
  readonly weight: number
  readonly values: Values<typeof edgeAttributes> & { readonly kind: EdgeKind; readonly mutual: boolean }
}

/** In the words that the API has for links of two. */
export type EdgeKind = 'SPEAKS_ABOUT' | 'AFFILIATED' | 'SAME_SIDE' | 'OPPOSITE_SIDE'
