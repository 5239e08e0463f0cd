import { type RawBuilder, sql } from 'kysely'
import { type SqlPart, slot } from '../../sql/build.ts'
import { leastOfEach, upTo, wholeNumber } from '../../sql/dialect.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import {
  type Among,
  foundIn,
  isOfNames,
  matchingNames,
  matchingNodes,
  type PlacedIndex,
} from './search-indexes.ts'

export interface HitRecord {
  type: NodeType
  key: number
  /** The row of the full-text index that matched: of an entity, one of its labels. */
  row: number
  /** BM25, weighted by where the match is; the less, the better. 0 where hits are not ranked: they come last. */
  rank: number
  /** The index that it was found in, as the order between equal ranks. */
  place: number
  /** The order within an index: its row; where the latest come first, its row with a minus. */
  nth: number
}

/** Where a page begins: behind this hit. */
export type AfterHit = Pick<HitRecord, 'rank' | 'place' | 'nth'>

/** What the indexes are asked. */
export interface TextQuery {
  /** As `ftsQuery` makes it. */
  readonly query: string
  /** Whether any of the words will do: then all matches are ranked, or those with most of the words would not come first. */
  readonly isAnyOf: boolean
}

/**
 * So many matches in one index are ranked. Each of them has to be looked at for that, twice; and where more have all of
 * the words, the words do not tell which is best. Of those the latest come first, which an index has in order.
 */
export const MOST_RANKED = 5_000

/** Above all ids. */
const ABOVE_ALL = Number.MAX_SAFE_INTEGER

const isBehindRanked = (after: AfterHit | null): after is AfterHit => after !== null && after.rank >= 0

/** What of it the SQL depends on. */
export const afterShape = (after: AfterHit | null): string =>
  isBehindRanked(after) ? 'latest' : after === null ? 'first' : 'ranked'

/** Below which row of an index its latest matches go on. */
export function rowsBelow(place: number, after: AfterHit | null): number {
  if (!isBehindRanked(after) || after.place < place) return ABOVE_ALL
  return after.place === place ? -after.nth : 0
}

/** How a page reads one index. */
interface HitReading {
  readonly among: Among
  readonly after: AfterHit | null
  readonly isAnyOf: boolean
  readonly mostRanked: number
}

/** The hits of an index: by their rank, or the latest first, whichever its number of matches asks for. */
export function hitsOf(placed: PlacedIndex, reading: HitReading): RawBuilder<unknown>[] {
  const { among, after, isAnyOf, mostRanked } = reading
  const [index] = placed
  const ranked = (limit: SqlPart) => (isBehindRanked(after) ? [] : [rankedHits(placed, among, after, limit)])
  if (isOfNames(index) || isAnyOf) return ranked(upTo('limit'))
  const isLarge = sql`(select matches from ${sizeOf(placed)}) > ${sql.lit(mostRanked)}`
  return [
    ...ranked(sql`case when ${isLarge} then 0 else ${upTo('limit')} end`),
    latestHits(placed, among, sql`case when ${isLarge} then ${upTo('limit')} else 0 end`),
  ]
}

const sizeOf = ([, place]: PlacedIndex) => sql.table(`size_of_${place}`)

/** What the hits of an index go by: how many match in it, counted once, and no further than matters. */
export const countedSize = (placed: PlacedIndex, mostRanked: number): RawBuilder<unknown> =>
  sql`${sizeOf(placed)} as materialized (select count(*) as matches from (
    select 1 from ${foundIn(placed[0])} limit ${sql.lit(mostRanked + 1)}) as counted)`

const hitColumns = ['type', 'key', 'row', 'rank', 'place', 'nth'] as const

function rankedHits(
  [index, place]: PlacedIndex,
  among: Among,
  after: AfterHit | null,
  limit: SqlPart,
): RawBuilder<unknown> {
  const ranked = sql`found.rank * ${sql.lit(index.weight)} as rank, ${sql.lit(place)} as place, found.id as nth`
  const rows = isOfNames(index)
    ? // Of an entity's names, the one that matches best.
      leastOfEach(
        sql`select e.kind as type, e.id as key, l.id as "row", ${ranked} from ${matchingNames(index, among, 'PAGE')}`,
        hitColumns,
      )
    : sql`select ${sql.lit(index.types[0])} as type, found.id as key, found.id as "row", ${ranked}
        from ${matchingNodes(index, among, 'PAGE')}`
  const next = after
    ? sql`where (rank, place, nth) > (${slot('afterRank')}, ${slot('afterPlace')}, ${slot('afterNth')})`
    : sql``
  return sql`select * from (select * from (${rows}) as matched ${next} order by rank, nth limit ${limit}) as ranked`
}

/** No more matches are read than are on the page, and those between them that are not accepted. */
const latestHits = (
  [index, place]: PlacedIndex,
  among: Among,
  limit: SqlPart,
): RawBuilder<unknown> => sql`select * from (
    select ${sql.lit(index.types[0])} as type, found.id as key, found.id as "row", 0 as rank,
      ${sql.lit(place)} as place, -found.id as nth
    from ${matchingNodes(index, among, 'PAGE')} and found.id < ${wholeNumber(`below${place}`)}
    order by found.id desc limit ${limit}) as latest`
