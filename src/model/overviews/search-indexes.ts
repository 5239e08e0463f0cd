import { type RawBuilder, sql } from 'kysely'
import { inTime, joinedById, matching } from '../../sql/dialect.ts'
import { entityTypes } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes, type ReviewState } from '../../values/vocabulary.ts'
import { reviewIn } from '../conditions/review.ts'

/** Among what is searched: nodes of these kinds in these states of review. Sources have none, and count as accepted. */
export interface Among {
  readonly types: readonly NodeType[]
  readonly review: readonly ReviewState[]
}

export interface TextIndex {
  readonly name: string
  readonly types: readonly NodeType[]
  /** A match in a name says more than one in a sentence. */
  readonly weight: number
  /** What is indexed. */
  readonly table: string
  /** Where its nodes have their review. */
  readonly reviewed: 'entity' | 'claim' | 'statement' | null
  /** What a snippet is from. */
  readonly texts: readonly string[]
}

export const textIndexes: readonly TextIndex[] = [
  {
    name: 'label_text',
    types: entityTypes,
    weight: 3,
    table: 'label',
    reviewed: 'entity',
    texts: ['text'],
  },
  { name: 'claim_text', types: ['CLAIM'], weight: 1.5, table: 'claim', reviewed: 'claim', texts: ['text'] },
  {
    name: 'source_text',
    types: ['SOURCE'],
    weight: 1,
    table: 'source',
    reviewed: null,
    texts: ['title', 'text'],
  },
  {
    name: 'statement_text',
    types: ['STATEMENT'],
    weight: 1,
    table: 'statement',
    reviewed: 'statement',
    texts: ['text'],
  },
]

/** What has words to be found by. */
export const searchedTypes = nodeTypes.filter((type) => textIndexes.some(({ types }) => types.includes(type)))

/** One of the indexes that a search reads, and its place among all of them. */
export type PlacedIndex = readonly [index: TextIndex, place: number]

export const indexesAmong = ({ types, review }: Among): PlacedIndex[] =>
  textIndexes
    .map((index, place): PlacedIndex => [index, place])
    .filter(([index]) => index.types.some((type) => types.includes(type)))
    .filter(([{ reviewed }]) => reviewed !== null || review.includes('ACCEPTED'))

/** What of it the SQL depends on. */
export const amongShape = ({ types, review }: Among): string =>
  `${[...types].sort().join()} ${[...review].sort().join()}`

/** Whether its rows are an entity's names, of which it may have several. */
export const isOfNames = ({ name }: TextIndex): boolean => name === 'label_text'

/** The rows of an index that match, as `found`. */
export const foundIn = ({ name }: TextIndex): RawBuilder<unknown> => sql`${matching(name, 'query')} as found`

/** Whether all that match are looked at, or so many of them as a page has. */
export type Extent = 'PAGE' | 'ALL'

/** Of a page the rows are found one by one; of all, an engine may well read the whole table. */
const joined = (table: string, alias: string, id: string, extent: Extent): RawBuilder<unknown> =>
  extent === 'PAGE'
    ? joinedById(table, alias, id)
    : sql`join ${sql.table(table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} = ${sql.ref(id)}`

/** The names that match, with their entities. */
export const matchingNames = (
  index: TextIndex,
  { types, review }: Among,
  extent: Extent,
): RawBuilder<unknown> => sql`
  ${foundIn(index)} ${joined('label', 'l', 'found.id', extent)} ${joined('entity', 'e', 'l.entity_id', extent)}
  where e.kind in (${sql.join(types.map((type) => sql.lit(type)))})
    and ${reviewIn('e.review', review)} and ${inTime('l.id')}`

/** The rows of another index that match; of a page, in the order in which the index has them. */
export const matchingNodes = (index: TextIndex, { review }: Among, extent: Extent): RawBuilder<unknown> => {
  const isFound = inTime('found.id')
  return index.reviewed
    ? sql`${foundIn(index)} ${joined(index.reviewed, 'n', 'found.id', extent)}
        where ${reviewIn('n.review', review)} and ${isFound}`
    : sql`${foundIn(index)} where ${isFound}`
}

/** The rows that match, as `id`; of an entity all of its names. */
export const matchingIds = (index: TextIndex, among: Among): RawBuilder<unknown> =>
  isOfNames(index)
    ? sql`select e.id from ${matchingNames(index, among, 'ALL')}`
    : sql`select found.id as id from ${matchingNodes(index, among, 'ALL')}`
