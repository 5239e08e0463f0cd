import { type RawBuilder, sql } from 'kysely'
import { listed, matchSnippet, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { SearchTerm } from '../../text/search-terms.ts'
import {
  type AfterHit,
  afterShape,
  countedSize,
  type HitRecord,
  hitsOf,
  MOST_RANKED,
  rowsBelow,
  type TextQuery,
} from './search-hits.ts'
import {
  type Among,
  amongShape,
  indexesAmong,
  isOfNames,
  matchingIds,
  type PlacedIndex,
  type TextIndex,
  textIndexes,
} from './search-indexes.ts'

/** Full text over names, claims, statements and sources. */
export class SearchStore {
  readonly #mostRanked: number
  readonly #pages: Shapes<HitRecord>
  readonly #counts: Shapes<{ count: number }>
  readonly #exists: Shapes<{ found: 0 | 1 }>
  readonly #snippets: Prepared<{ place: number; row: number; snippet: string }>

  /** @param mostRanked So many matches in one index are ranked. */
  constructor(engine: Engine, mostRanked = MOST_RANKED) {
    this.#mostRanked = mostRanked
    this.#pages = new Shapes(engine)
    this.#counts = new Shapes(KeptAnswers.of(engine))
    this.#exists = new Shapes(engine)
    this.#snippets = engine.prepare(sql`${sql.join(textIndexes.map(snippets), sql` union all `)}`)
  }

  /** Best match first; behind all that are ranked, the latest of the indexes where too many match to be ranked. */
  page(asked: TextQuery, among: Among, after: AfterHit | null, limit: number): Answer<HitRecord[]> {
    const { query, isAnyOf } = asked
    const indexes = indexesAmong(among)
    const reading = { among, isAnyOf, mostRanked: this.#mostRanked }
    const hits = () => indexes.flatMap((placed) => hitsOf(placed, { ...reading, after }))
    if (hits().length === 0) return []
    const written = () =>
      sql<HitRecord>`with ${sql.join(indexes.map((placed) => countedSize(placed, this.#mostRanked)))}
        ${sql.join(hits(), sql` union all `)} order by rank, place, nth limit ${upTo('limit')}`
    const below = indexes.map(([, place]) => [`below${place}`, rowsBelow(place, after)])
    return this.#pages.of(`${amongShape(among)} ${afterShape(after)} ${isAnyOf}`, written).all({
      query,
      limit,
      afterRank: after?.rank ?? 0,
      afterPlace: after?.place ?? 0,
      afterNth: after?.nth ?? 0,
      ...Object.fromEntries(below),
    })
  }

  count(query: string, among: Among): Answer<number> {
    return this.#count(query, among, null)
  }

  /** The same, but in no index further than one past `most`. */
  countUpTo(query: string, among: Among, most: number): Answer<number> {
    return this.#count(query, among, most)
  }

  #count(query: string, among: Among, most: number | null): Answer<number> {
    const counts = (indexes: readonly PlacedIndex[]) =>
      sql<{ count: number }>`select sum(count) as count from (${sql.join(
        indexes.map(([index]) => matchCounts(index, among, most !== null)),
        sql` union all `,
      )}) as counted`
    const counted = this.#ofIndexes(this.#counts, among, counts, most === null ? 'all' : 'bounded')
    const values = most === null ? { query } : { query, limit: most + 1 }
    return counted ? mapAnswer(counted.get(values), (row) => row?.count ?? 0) : 0
  }

  finds(query: string, among: Among): Answer<boolean> {
    const exists = (indexes: readonly PlacedIndex[]) =>
      sql<{ found: 0 | 1 }>`select ${sql.join(
        indexes.map(([index]) => sql`exists (${matchingIds(index, among)})`),
        sql` or `,
      )} as found`
    const found = this.#ofIndexes(this.#exists, among, exists)
    return found ? mapAnswer(found.get({ query }), (row) => row?.found === 1) : false
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

  /** A query of all indexes that have what is searched; null where none does. */
  #ofIndexes<Row>(
    shapes: Shapes<Row>,
    among: Among,
    written: (indexes: readonly PlacedIndex[]) => RawBuilder<Row>,
    shape = '',
  ): Prepared<Row> | null {
    const indexes = indexesAmong(among)
    return indexes.length === 0 ? null : shapes.of(`${amongShape(among)} ${shape}`, () => written(indexes))
  }
}

function matchCounts(index: TextIndex, among: Among, isBounded: boolean): RawBuilder<unknown> {
  const ids = sql`select ${isOfNames(index) ? sql`distinct id` : sql`id`} from (${matchingIds(index, among)}) as matched`
  return sql`select count(*) as count from (${ids} ${isBounded ? sql`limit ${upTo('limit')}` : sql``}) as taken`
}

const snippets = ({ table, texts }: TextIndex, place: number): RawBuilder<unknown> => sql`
  select ${sql.lit(place)} as place, id as "row", ${matchSnippet('terms', texts)} as snippet
  from ${sql.table(table)} where id in ${listed(`rows${place}`)}`
