import type { Facet, NodeType } from '../../values/vocabulary.ts'
import type { StatementFilter } from '../statement/filter.ts'

/** All that is known of a facet but its name and its meaning, which stand with those of the other vocabularies. */
export interface FacetDefinition {
  /** The column with the value: of the statement, or of the rows that belong to it. */
  readonly column: string
  /** The table of the rows that belong to a statement, where it does not have the value itself. */
  readonly within?: FacetTable
  /** What the values are: nodes of any of these kinds, the words of a vocabulary, or months such as 2023-05. */
  readonly values: readonly NodeType[] | 'WORDS' | 'MONTHS'
  /** The field of a filter that keeps the statements with a value. */
  readonly filter: keyof StatementFilter
  /** Whether the values may be unnamed actors, which are left out unless they are asked for. */
  readonly hasUnnamed?: true
}

/** Rows belong to a statement whose column `of` has their `key`: `claim.id` is `statement.claim_id`. */
interface FacetTable {
  readonly name: string
  readonly key: string
  readonly of: string
  /** Whether each row has a copy of its statement's review, so that the statement need not be looked at. */
  readonly hasReview?: true
}

export type FacetDefinitions<Name extends string = string> = Readonly<Record<Name, FacetDefinition>>

const ofClaim: FacetTable = { name: 'claim', key: 'id', of: 'claim_id' }
const ofSource: FacetTable = { name: 'source', key: 'id', of: 'source_id' }
const about: FacetTable = { name: 'statement_about', key: 'statement_id', of: 'id', hasReview: true }

/**
 * What statements are counted by. The counts over a filter, those of the whole graph, what keeps these right and what the API
 * says of them are all made from this.
 */
export const facetDefinitions = {
  SPEAKER: { column: 'speaker_id', values: ['ACTOR'], filter: 'by', hasUnnamed: true },
  ABOUT: { column: 'entity_id', within: about, values: ['ACTOR', 'PLACE', 'EVENT'], filter: 'about' },
  EVENT: { column: 'event_id', within: ofClaim, values: ['EVENT'], filter: 'event' },
  CLAIM: { column: 'claim_id', values: ['CLAIM'], filter: 'claim' },
  SOURCE: { column: 'source_id', values: ['SOURCE'], filter: 'source' },
  PUBLISHER: { column: 'publisher_id', within: ofSource, values: ['ACTOR'], filter: 'publisher' },
  ACT: { column: 'act', values: 'WORDS', filter: 'act' },
  STANCE: { column: 'stance', values: 'WORDS', filter: 'stance' },
  MONTH: { column: 'said_month', values: 'MONTHS', filter: 'said' },
} as const satisfies FacetDefinitions<Facet>
