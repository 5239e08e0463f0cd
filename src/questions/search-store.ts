import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../db/open.ts'
import { inTime, listed, Prepared, Shapes, slot, upTo } from '../db/prepare.ts'
import { reviewIn } from '../graph/review.ts'
import type { NodeType, ReviewState } from '../vocabulary.ts'

export interface HitRecord {
  type: NodeType
  key: number
  /** The row of the full-text index that matched: of an entity, one of its labels. */
  row: number
  /** BM25, weighted by where the match is; the less, the better. */
  rank: number
  /** The index that it was found in, as the order between equal ranks. */
  place: number
}

/** Where a page begins: behind this hit. */
export interface After {
  readonly rank: number
  readonly place: number
  readonly row: number
}

/** What is looked for: among which nodes, and in which states of review; a source has none and counts as accepted. */
export interface Wanted {
  /** FTS5’s, as `searchQuery` makes it. */
  readonly query: string
  readonly types: readonly NodeType[]
  readonly review: readonly ReviewState[]
}

interface Index {
  readonly name: string
  readonly types: readonly NodeType[]
  /** Where its nodes have their review; null of sources. */
  readonly table: 'entity' | 'claim' | 'statement' | null
  /** A match in a name says more than one in a sentence. */
  readonly weight: number
}

const indexes: readonly Index[] = [
  { name: 'label_text', types: ['ACTOR', 'PLACE', 'EVENT'], table: 'entity', weight: 3 },
  { name: 'claim_text', types: ['CLAIM'], table: 'claim', weight: 1.5 },
  { name: 'source_text', types: ['SOURCE'], table: null, weight: 1 },
  { name: 'statement_text', types: ['STATEMENT'], table: 'statement', weight: 1 },
]

/** Full text over names, claims, statements and sources. */
export class SearchStore {
  readonly #pages: Shapes<HitRecord>
  readonly #counts: Shapes<{ count: number }>
  readonly #snippets: Prepared<{ place: number; row: number; snippet: string }>

  constructor(connection: Connection) {
    this.#pages = new Shapes(connection)
    this.#counts = new Shapes(connection)
    this.#snippets = new Prepared(connection, sql`${sql.join(indexes.map(snippets), sql` union all `)}`)
  }

  /** Best match first. */
  page(wanted: Wanted, after: After | null, limit: number): HitRecord[] {
    const arms = armsFor(wanted)
    if (arms.length === 0) return []
    const written = () =>
      sql`${sql.join(
        arms.map(([index, place]) => hits(index, place, wanted, after !== null)),
        sql` union all `,
      )} order by rank, place, "row" limit ${upTo('limit')}`
    return this.#pages.of(`${shapeOf(wanted)} ${after !== null}`, written).all({
      query: wanted.query,
      limit,
      afterRank: after?.rank ?? 0,
      afterPlace: after?.place ?? 0,
      afterRow: after?.row ?? 0,
    })
  }

  count(wanted: Wanted): number {
    const arms = armsFor(wanted)
    if (arms.length === 0) return 0
    const written = () =>
      sql`select sum(count) as count from (${sql.join(
        arms.map(([index]) => counts(index, wanted)),
        sql` union all `,
      )})`
    return this.#counts.of(shapeOf(wanted), written).get({ query: wanted.query })?.count ?? 0
  }

  /** The matching words in their context, by `place row`. */
  snippets(query: string, hits: readonly HitRecord[]): Map<string, string> {
    const rows = (place: number) =>
      JSON.stringify(hits.filter((hit) => hit.place === place).map(({ row }) => row))
    const values = Object.fromEntries(indexes.map((_, place) => [`rows${place}`, rows(place)]))
    const found = this.#snippets.all({ query, ...values })
    return new Map(found.map(({ place, row, snippet }) => [`${place} ${row}`, snippet]))
  }
}

const armsFor = ({ types, review }: Wanted): [Index, number][] =>
  indexes
    .map((index, place): [Index, number] => [index, place])
    .filter(([index]) => index.types.some((type) => types.includes(type)))
    .filter(([{ table }]) => table !== null || review.includes('ACCEPTED'))

const shapeOf = ({ types, review }: Wanted): string => [...types, '|', ...review].join()

const matches = (index: Index): RawBuilder<boolean> => sql`${sql.table(index.name)} match ${slot('query')}`

function hits(index: Index, place: number, wanted: Wanted, after: boolean): RawBuilder<unknown> {
  const ranked = sql`rank * ${sql.lit(index.weight)}`
  const rows =
    index.name === 'label_text'
      ? // Of an entity’s names, the one that matches best: SQLite takes the other columns from the row of the minimum.
        sql`select e.kind as type, e.id as key, l.id as "row", min(${ranked}) as rank, ${sql.lit(place)} as place
          from ${named(index, wanted)} group by e.id`
      : sql`select ${sql.lit(index.types[0])} as type, ${sql.ref(`${index.name}.rowid`)} as key,
          ${sql.ref(`${index.name}.rowid`)} as "row", ${ranked} as rank, ${sql.lit(place)} as place
          from ${said(index, wanted)}`
  const next = after
    ? sql`where (rank, place, "row") > (${slot('afterRank')}, ${slot('afterPlace')}, ${slot('afterRow')})`
    : sql``
  return sql`select * from (select * from (${rows}) ${next} order by rank, "row" limit ${upTo('limit')})`
}

const counts = (index: Index, wanted: Wanted): RawBuilder<unknown> =>
  index.name === 'label_text'
    ? sql`select count(distinct e.id) as count from ${named(index, wanted)}`
    : sql`select count(*) as count from ${said(index, wanted)}`

/** The names that match, with their entities. */
const named = (index: Index, { types, review }: Wanted): RawBuilder<unknown> => sql`
  label_text join label l on l.id = label_text.rowid join entity e on e.id = l.entity_id
  where ${matches(index)} and e.kind in (${sql.join(types.map((type) => sql.lit(type)))})
    and ${reviewIn('e.review', review)} and ${inTime('l.id')}`

/** The rows of another index that match, in these states of review. */
const said = (index: Index, { review }: Wanted): RawBuilder<unknown> => {
  const found = sql`${matches(index)} and ${inTime(`${index.name}.rowid`)}`
  return index.table === null
    ? sql`${sql.table(index.name)} where ${found}`
    : sql`${sql.table(index.name)} join ${sql.table(index.table)} n on n.id = ${sql.ref(`${index.name}.rowid`)}
        and ${reviewIn('n.review', review)} where ${found}`
}

const snippets = (index: Index, place: number): RawBuilder<unknown> => sql`
  select ${sql.lit(place)} as place, rowid as "row", snippet(${sql.table(index.name)}, -1, '**', '**', '…', 16) as snippet
  from ${sql.table(index.name)} where ${matches(index)} and rowid in ${listed(`rows${place}`)}`
