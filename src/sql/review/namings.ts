/** Tables of nodes that have an origin: `entity` is that of actors, places and events. */
export type NodeTable = 'entity' | 'claim'
export const nodeTables: readonly NodeTable[] = ['entity', 'claim']

/** A column in which one node names another that has an origin. */
export interface Naming {
  readonly table: string
  readonly column: string
  readonly names: NodeTable
  /** The node that names the other, where it has an origin itself: its table, and the column with its key. */
  readonly owner: { readonly table: NodeTable; readonly column: string } | null
  /** Whether the row counts only while its own column `review` is ACCEPTED. */
  readonly isReviewed: boolean
}

type Owner = readonly [table: NodeTable, column: string]

const naming =
  (table: string, names: NodeTable, owner: Owner | null, isReviewed: boolean) =>
  (column: string): Naming => ({
    table,
    column,
    names,
    owner: owner && { table: owner[0], column: owner[1] },
    isReviewed,
  })

/** By a node that has an origin. */
const by = (owner: Owner, table: string, names: NodeTable, ...columns: string[]) =>
  columns.map(naming(table, names, owner, false))
/** By what always counts. */
const alwaysNaming = (table: string, names: NodeTable, ...columns: string[]) =>
  columns.map(naming(table, names, null, false))
/** By a statement, which counts once it is accepted. */
const statementNaming = (table: string, names: NodeTable, ...columns: string[]) =>
  columns.map(naming(table, names, null, true))

/** All ways in which one node names another, as far as that decides which nodes count. */
export const namings: readonly Naming[] = [
  ...by(['entity', 'id'], 'place', 'entity', 'part_of_id'),
  ...by(['entity', 'id'], 'actor', 'entity', 'allegiance_id'),
  ...by(['entity', 'actor_id'], 'affiliation', 'entity', 'organization_id'),
  ...by(['entity', 'id'], 'event', 'entity', 'place_id', 'part_of_id'),
  ...by(['entity', 'event_id'], 'participation', 'entity', 'actor_id'),
  ...by(['claim', 'id'], 'claim', 'entity', 'subject_id', 'event_id', 'object_id'),
  ...by(['claim', 'from_id'], 'claim_relation', 'claim', 'to_id'),
  ...alwaysNaming('source', 'entity', 'publisher_id'),
  ...alwaysNaming('assessment', 'entity', 'assessor_id'),
  ...alwaysNaming('assessment', 'claim', 'claim_id'),
  // The principal is whoever is spoken for, or else the speaker: its index finds onBehalfOf.
  ...statementNaming('statement', 'entity', 'speaker_id', 'principal_id', 'addressee_id'),
  ...statementNaming('statement', 'claim', 'claim_id'),
  ...statementNaming('statement_about', 'entity', 'entity_id'),
]
