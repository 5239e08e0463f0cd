import { type RawBuilder, sql } from 'kysely'
import { isEntityType, nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { type FacetDefinition, type FacetDefinitions, facetDefinitions } from './facets.ts'
import { by, isOfNodes, type NoteDraft } from './note.ts'

const isAccepted = sql`review = 'ACCEPTED'`

const count = (reads: readonly string[], text: RawBuilder<never>): NoteDraft => ({
  kind: 'COUNT',
  reads,
  text,
})

/** The nodes of a kind that are counted: as far as they can be, accepted ones, and of entities those with names. */
export function countedRows(type: NodeType): RawBuilder<unknown> {
  const { one, review } = nodeKinds[type]
  if (isEntityType(type)) return sql`entity where kind = ${sql.lit(type)} and ${isAccepted} and unnamed = 0`
  return review === 'NONE' ? sql`${sql.table(one)} where true` : sql`${sql.table(one)} where ${isAccepted}`
}

const size = (type: NodeType) =>
  count(
    [],
    sql`insert into size_change (type, nodes)
      select ${sql.lit(type)}, ${by} * count(*) from ${countedRows(type)} and ${isOfNodes('id')}`,
  )

const days = (type: NodeType) =>
  count(
    [],
    sql`insert into timeline_day_change (type, at, begun, lasting)
      select type, at, ${by} * sum(begun), ${by} * sum(lasting) from timeline_mark
      where type = ${sql.lit(type)} and ${isOfNodes('id')} group by type, at`,
  )

interface TalliedColumn {
  readonly facet: string
  readonly table: string
  readonly column: string
  /** The column with the statement's key. */
  readonly key: string
  readonly isOfNodes: boolean
}

/** Facets whose values are in the statements, or in rows of their own with their review. */
const talliedColumns = (facets: FacetDefinitions): TalliedColumn[] =>
  Object.entries(facets).flatMap(([facet, { column, within, values }]: [string, FacetDefinition]) => {
    const shared = { facet, column, isOfNodes: Array.isArray(values) }
    if (!within) return [{ ...shared, table: 'statement', key: 'id' }]
    return within.hasReview ? [{ ...shared, table: within.name, key: within.key }] : []
  })

/** How often each value of a facet is met among the accepted rows of the statements. */
const values = ({ facet, table, column, key }: TalliedColumn) =>
  sql`select ${sql.lit(facet)}, ${sql.ref(column)}, ${by} * count(*) from ${sql.table(table)}
    where ${isOfNodes(key)} and ${isAccepted} and ${sql.ref(column)} is not null group by 2`

const addTally = (columns: readonly TalliedColumn[]) =>
  sql<never>`insert into tally_change (facet, value, statements) ${sql.join(columns.map(values), sql` union all `)}`

/** Facets of nodes one by one, as one reference moves at a time; those of words together. */
function tallied(facets: FacetDefinitions): NoteDraft[] {
  const columns = talliedColumns(facets)
  return [
    ...columns
      .filter(({ isOfNodes }) => isOfNodes)
      .map((one) => count([`${one.table}.${one.column}`], addTally([one]))),
    count([], addTally(columns.filter(({ isOfNodes }) => !isOfNodes))),
    count(
      ['statement.speaker_id', 'statement_about.entity_id'],
      sql`insert into speaks_about_change (speaker_id, entity_id, statements)
        select speaker_id, entity_id, ${by} * count(*) from statement_about
        where ${isOfNodes('statement_id')} and ${isAccepted} group by speaker_id, entity_id`,
    ),
  ]
}

/** What nodes of a kind add to the counts. */
export const countsOf = (type: NodeType): readonly NoteDraft[] => [
  size(type),
  ...(type === 'EVENT' || type === 'STATEMENT' ? [days(type)] : []),
  ...(type === 'STATEMENT' ? tallied(facetDefinitions) : []),
]

/** A facet whose values statements have by another node of theirs: the event of a claim, by the facet of claims. */
export interface OwnedFacet {
  readonly facet: string
  /** The facet of the nodes that have the values. */
  readonly owners: string
  /** Their table, and the column with the value. */
  readonly table: string
  readonly column: string
}

export const ownedFacets: readonly OwnedFacet[] = ownedIn(facetDefinitions)

function ownedIn(facets: FacetDefinitions): OwnedFacet[] {
  const all = Object.entries(facets)
  return all.flatMap(([facet, { column, within }]) => {
    if (!within || within.hasReview) return []
    const owners = all.find(([, other]) => !other.within && other.column === within.of)
    if (!owners) throw new Error(`Statements are not counted by ${within.of}, and so not by ${facet}.`)
    return [{ facet, owners: owners[0], table: within.name, column }]
  })
}

/** What statements are counted by that name nodes of this kind, as it is now. */
export const ownersOf = (type: NodeType): readonly NoteDraft[] =>
  ownedFacets
    .filter(({ table }) => table === nodeKinds[type].one)
    .map(({ facet, table, column }) => ({
      kind: 'OWNER',
      reads: [`${table}.${column}`],
      text: sql`insert into owner_before (facet, id, value)
        select ${sql.lit(facet)}, id, ${sql.ref(column)} from ${sql.table(table)} where ${isOfNodes('id')}`,
    }))
