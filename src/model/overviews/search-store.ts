import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { inTime, leastOfEach, listed, matching, matchSnippet, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { SearchTerm } from '../../text/search-terms.ts'
import { entityTypes } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes, type ReviewState } from '../../values/vocabulary.ts'
import { reviewIn } from '../conditions/review.ts'

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

/** Among what is searched: nodes of these kinds in these states of review. Sources have none, and count as accepted. */
export interface Among {
  readonly types: readonly NodeType[]
  readonly review: readonly ReviewState[]
}

interface TextIndex {
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

const textIndexes: readonly TextIndex[] = [
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

/** Full text over names, claims, statements and sources. */
export class SearchStore {
  readonly #pages: Shapes<HitRecord>
  readonly #counts: Shapes<{ count: number }>
  readonly #exists: Shapes<{ found: 0 | 1 }>
  readonly #snippets: Prepared<{ place: number; row: number; snippet: string }>

  constructor(engine: Engine) {
    this.#pages = new Shapes(engine)
    this.#counts = new Shapes(engine)
    this.#exists = new Shapes(engine)
    this.#snippets = engine.prepare(sql`${sql.join(textIndexes.map(snippets), sql` union all `)}`)
  }

  /** Best match first. `query` is as `ftsQuery` makes it. */
  page(query: string, among: Among, after: After | null, limit: number): Answer<HitRecord[]> {
    const arms = armsFor(among)
    if (arms.length === 0) return []
    const written = () =>
      sql<HitRecord>`${sql.join(
        arms.map(([index, place]) => hits(index, place, among, after !== null)),
        sql` union all `,
      )} order by rank, place, "row" limit ${upTo('limit')}`
    return this.#pages.of(`${amongShape(among)} ${after !== null}`, written).all({
      query,
      limit,
      afterRank: after?.rank ?? 0,
      afterPlace: after?.place ?? 0,
      afterRow: after?.row ?? 0,
    })
  }

  count(query: string, among: Among): Answer<number> {
    const arms = armsFor(among)
    if (arms.length === 0) return 0
    const written = () =>
      sql<{ count: number }>`select sum(count) as count from (${sql.join(
        arms.map(([index]) => matchCounts(index, among)),
        sql` union all `,
      )})`
    return mapAnswer(this.#counts.of(amongShape(among), written).get({ query }), (row) => row?.count ?? 0)
  }

  finds(query: string, among: Among): Answer<boolean> {
    const arms = armsFor(among)
    if (arms.length === 0) return false
    const written = () =>
      sql<{ found: 0 | 1 }>`select ${sql.join(
        arms.map(([index]) => sql`exists (${matched(index, among)})`),
        sql` or `,
      )} as found`
    return mapAnswer(this.#exists.of(amongShape(among), written).get({ query }), (row) => row?.found === 1)
  }

  /** The matching words in their context, by `place row`. */
  snippets(terms: readonly SearchTerm[], hits: readonly HitRecord[]): Answer<Map<string, string>> {
    const rows = (place: number) =>
      JSON.stringify(hits.filter((hit) => hit.place === place).map(({ row }) => row))
    const values = Object.fromEntries(textIndexes.map((_, place) => [`rows${place}`, rows(place)]))
    return mapAnswer(
      this.#snippets.all({ terms: JSON.stringify(terms), ...values }),
      (found) => new Map(found.map(({ place, row, snippet }) => [`${place} ${row}`, snippet])),
    )
  }
}

const armsFor = ({ types, review }: Among): [TextIndex, number][] =>
  textIndexes
    .map((index, place): [TextIndex, number] => [index, place])
    .filter(([index]) => index.types.some((type) => types.includes(type)))
    .filter(([{ reviewed }]) => reviewed !== null || review.includes('ACCEPTED'))

const amongShape = ({ types, review }: Among): string =>
  `${[...types].sort().join()} ${[...review].sort().join()}`

/** The rows of an index that match, as \`found\`. */
const found = ({ name }: TextIndex): RawBuilder<unknown> => sql`${matching(name, 'query')} as found`

const hitColumns = ['type', 'key', 'row', 'rank', 'place'] as const

function hits(index: TextIndex, place: number, among: Among, after: boolean): RawBuilder<unknown> {
  const ranked = sql`found.rank * ${sql.lit(index.weight)} as rank, ${sql.lit(place)} as place`
  const rows =
    index.name === 'label_text'
      ? // Of an entity's names, the one that matches best.
        leastOfEach(
          sql`select e.kind as type, e.id as key, l.id as "row", ${ranked} from ${matchingNames(index, among)}`,
          hitColumns,
        )
      : sql`select ${sql.lit(index.types[0])} as type, found.id as key, found.id as "row", ${ranked}
          from ${matchingNodes(index, among)}`
  const next = after
    ? sql`where (rank, place, "row") > (${slot('afterRank')}, ${slot('afterPlace')}, ${slot('afterRow')})`
    : sql``
  return sql`select * from (select * from (${rows}) ${next} order by rank, "row" limit ${upTo('limit')})`
}

/** The names that match, with their entities. */
const matchingNames = (index: TextIndex, { types, review }: Among): RawBuilder<unknown> => sql`
  ${found(index)} join label l on l.id = found.id join entity e on e.id = l.entity_id
  where e.kind in (${sql.join(types.map((type) => sql.lit(type)))})
    and ${reviewIn('e.review', review)} and ${inTime('l.id')}`

/** The rows of another index that match. */
const matchingNodes = (index: TextIndex, { review }: Among): RawBuilder<unknown> => {
  const nodes = index.reviewed
    ? sql`join ${sql.table(index.reviewed)} n on n.id = found.id and ${reviewIn('n.review', review)}`
    : sql``
  return sql`${found(index)} ${nodes} where ${inTime('found.id')}`
}

/** The rows that match, of an entity all of its names. */
const matched = (index: TextIndex, among: Among): RawBuilder<unknown> =>
  index.name === 'label_text'
    ? sql`select e.id from ${matchingNames(index, among)}`
    : sql`select found.id as id from ${matchingNodes(index, among)}`

const matchCounts = (index: TextIndex, among: Among): RawBuilder<unknown> =>
  sql`select ${index.name === 'label_text' ? sql`count(distinct id)` : sql`count(*)`} as count
    from (${matched(index, among)})`

const snippets = ({ table, texts }: TextIndex, place: number): RawBuilder<unknown> => sql`
  select ${sql.lit(place)} as place, id as "row", ${matchSnippet('terms', texts)} as snippet
  from ${sql.table(table)} where id in ${listed(`rows${place}`)}`
