import type { Values } from '../../sql/build.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** The kinds of node of which several can be made one. */
export const mergedTypes = ['ACTOR', 'PLACE', 'EVENT', 'CLAIM'] as const satisfies NodeType[]
export type MergedType = (typeof mergedTypes)[number]

export const isMergedType = (type: NodeType): type is MergedType => mergedTypes.some((one) => one === type)

/** Two nodes that become one. */
export interface MergedPair {
  readonly type: MergedType
  readonly from: number
  readonly into: number
}

/** A row that ties two nodes: as it was, and as it is; null where it was taken away. */
export interface LinkStep {
  readonly before: Values
  readonly after: Values | null
}

/** One thing that a merge did, with all that it takes to undo it. */
export type MergeStep =
  /** Rows that named the one node name the other. */
  | {
      readonly kind: 'MOVED'
      readonly table: string
      readonly column: string
      readonly rows: readonly number[]
    }
  | { readonly kind: 'LINKS'; readonly table: LinkTable; readonly rows: readonly LinkStep[] }
  /** Statements that were about the one node: those that are about the other now, and those that were anyway. */
  | { readonly kind: 'ABOUT'; readonly moved: readonly number[]; readonly dropped: readonly number[] }
  /** Statements that one of the two made for the other: each with its speaker and whom it spoke for. */
  | {
      readonly kind: 'SPOKEN_FOR'
      readonly rows: readonly (readonly [id: number, speaker: number, principal: number])[]
    }
  /** Statements that one of the two addressed to the other: each with its addressee. */
  | { readonly kind: 'ADDRESSED'; readonly rows: readonly (readonly [id: number, addressee: number])[] }
  /** A node that would have been a part of itself. */
  | { readonly kind: 'PART'; readonly table: string; readonly column: string; readonly row: number }
  /** The node's own rows, as they were. */
  | { readonly kind: 'NODE'; readonly rows: readonly OwnedRow[] }

/** What changed other rows than the merged node's own. */
export type OtherStep = Exclude<MergeStep, { kind: 'NODE' }>

export interface OwnedRow {
  readonly table: OwnTable
  readonly row: Values
}

export type OwnTable = 'entity' | 'actor' | 'place' | 'event' | 'claim' | 'label' | 'external_id'
export type LinkTable = 'affiliation' | 'participation' | 'claim_relation'
