import type { NodeType } from '../../values/vocabulary.ts'

/** A way in which nodes of one kind name others: a field of the dossier, and the column that it is written to. */
export interface NodeReference {
  /** The kind of the node that names another, and the kinds that it may name. */
  readonly from: NodeType
  readonly to: readonly NodeType[]
  /** `speaker`; of several, the list, such as `affiliations`, and what names the other in each: `organization`. */
  readonly field: string
  readonly inner?: string
  readonly isList: boolean
  readonly table: string
  readonly column: string
  /** The column of the same row with the key of the node that names the other. */
  readonly owner: string
  /** Whether the row goes where the named node is removed; else it must not be removed while it is named. */
  readonly goesWithNamed: boolean
}

type ReferencePlace = Pick<NodeReference, 'table' | 'column' | 'owner'>

const entities: readonly NodeType[] = ['ACTOR', 'EVENT', 'PLACE']

/** A field that is a column of the node's own table, which is called as the kind is. */
const one = (from: NodeType, field: string, column: string, ...to: NodeType[]): NodeReference => ({
  ...{ from, to, field, column, table: from.toLowerCase(), owner: 'id' },
  ...{ isList: false, goesWithNamed: false },
})
/** A list, each of whose items is a row of another table. */
const inEach = (
  from: NodeType,
  [field, inner]: [string, string],
  place: ReferencePlace,
  to: NodeType,
): NodeReference => ({
  ...{ from, to: [to], field, inner, ...place },
  ...{ isList: true, goesWithNamed: true },
})

/**
 * All references between nodes. Whoever removes, merges, checks or writes out nodes goes by this list; a test compares it
 * with the foreign keys of the database. A merge has to move every one of them.
 */
export const nodeReferences: readonly NodeReference[] = [
  one('PLACE', 'partOf', 'part_of_id', 'PLACE'),
  one('ACTOR', 'allegiance', 'allegiance_id', 'ACTOR'),
  inEach(
    'ACTOR',
    ['affiliations', 'organization'],
    { table: 'affiliation', column: 'organization_id', owner: 'actor_id' },
    'ACTOR',
  ),
  one('EVENT', 'place', 'place_id', 'PLACE'),
  one('EVENT', 'partOf', 'part_of_id', 'EVENT'),
  inEach(
    'EVENT',
    ['participants', 'actor'],
    { table: 'participation', column: 'actor_id', owner: 'event_id' },
    'ACTOR',
  ),
  one('SOURCE', 'publisher', 'publisher_id', 'ACTOR'),
  one('SOURCE', 'versionOf', 'version_of_id', 'SOURCE'),
  one('SOURCE', 'copyOf', 'copy_of_id', 'SOURCE'),
  one('CLAIM', 'subject', 'subject_id', 'ACTOR'),
  one('CLAIM', 'event', 'event_id', 'EVENT'),
  one('CLAIM', 'object', 'object_id', ...entities),
  inEach(
    'CLAIM',
    ['relations', 'to'],
    { table: 'claim_relation', column: 'to_id', owner: 'from_id' },
    'CLAIM',
  ),
  one('STATEMENT', 'source', 'source_id', 'SOURCE'),
  one('STATEMENT', 'speaker', 'speaker_id', 'ACTOR'),
  one('STATEMENT', 'onBehalfOf', 'on_behalf_of_id', 'ACTOR'),
  one('STATEMENT', 'addressee', 'addressee_id', 'ACTOR'),
  one('STATEMENT', 'claim', 'claim_id', 'CLAIM'),
  {
    ...{ from: 'STATEMENT', to: entities, field: 'about', isList: true, goesWithNamed: false },
    ...{ table: 'statement_about', column: 'entity_id', owner: 'statement_id' },
  },
  one('STATEMENT', 'via', 'via_id', 'STATEMENT'),
  one('ASSESSMENT', 'assessor', 'assessor_id', 'ACTOR'),
  { ...one('ASSESSMENT', 'claim', 'claim_id', 'CLAIM'), goesWithNamed: true },
  one('ASSESSMENT', 'evidence', 'evidence_id', 'SOURCE'),
]

/** References through which a node leads up to its own kind, and may not lead back to itself. */
export const hierarchies = nodeReferences.filter(
  ({ from, to, isList }) => !isList && to.length === 1 && to[0] === from,
)

/** A reference by its column, such as `statement.speaker_id`. */
export const referenceKey = ({ table, column }: Pick<NodeReference, 'table' | 'column'>): string =>
  `${table}.${column}`

/** Whose references the rows of a table are: the kind of the node that names others by them, and the column with its key. */
export function namerIn(table: string): Pick<NodeReference, 'from' | 'owner'> {
  const reference = nodeReferences.find((one) => one.table === table)
  if (!reference) throw new Error(`No node names another in ${table}.`)
  return reference
}
