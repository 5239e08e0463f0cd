import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../build.ts'
import type { Dialect, ValueType } from '../../dialect.ts'
import { excerpt, matchingTexts, termsFrom } from '../full-text/full-text.ts'
import { arraySlot, jsonSlot } from './given-text.ts'

/** The slot of the edges that a histogram counts between, which the engine fills. */
export const EDGES = 'edges of the histogram'

const columnTypes = {
  number: sql`bigint`,
  real: sql`double precision`,
  text: sql`text`,
} satisfies Record<ValueType, RawBuilder<unknown>>

const elementsOf = (name: string, type: ValueType) =>
  sql`(select value from unnest(${arraySlot(name)}::${columnTypes[type]}[]) as listed (value))`

export const postgresDialect: Dialect = {
  list: elementsOf,
  each: elementsOf,
  eachTuple: (name, columns) => {
    const named = Object.entries(columns).map(
      ([column, type], place) =>
        sql`jsonb_array_element_text(value, ${sql.lit(place)})::${columnTypes[type]} as ${sql.ref(column)}`,
    )
    return sql`(select ${sql.join(named)} from jsonb_array_elements(${jsonSlot(name)}::jsonb) as listed (value))`
  },
  // `in` would run the subquery for each pair of rows; an array is something to look up in the index by.
  // The planner takes some searches to find far more than they do, and would read all rows of the other table for them.
  joinedById: (table, alias, id) =>
    sql`cross join lateral (select * from ${sql.table(table)} where id = ${sql.ref(id)} offset 0) as ${sql.ref(alias)}`,
  amongIds: (id, ids) => sql`${sql.ref(id)} = any(array${ids})`,
  // By the rules of "C", only a to z have another case.
  fitsPattern: (text, pattern) =>
    sql`lower(${sql.ref(text)} collate "C") like lower(${sql.ref(pattern)} collate "C")`,
  limit: (name) => sql`${slot(name)}::bigint`,
  // The server itself ends a statement when its time is over, in the middle of a sort too, so that no share is kept for one.
  inTime: () => sql`true`,
  matching: matchingTexts,
  leastOfEach: (rows, columns) => sql`select ${sql.join(columns.map((column) => sql.ref(column)))}
    from (select distinct on (key) * from (${rows}) as row_of_key order by key, rank) as least_of_key`,
  words: (index, beginnings, most) => termsFrom(index, elementsOf(beginnings, 'text'), most),
  snippet: excerpt,
  collected: (column, rows) =>
    sql`(select coalesce(json_agg(${sql.ref(column)}), '[]')::text from (${rows}) as collected)`,
  histogram: (column) => histogramOf(sql.ref(column)),
  valueCounts: (column) => sql`(select coalesce(json_agg(json_build_array(met, rows)), '[]')::text from (
    select met, count(*) as rows from unnest(array_agg(${column})) as met where met is not null group by met) as counted)`,
  countedValues: (
    table,
    column,
    type,
  ) => sql`(select jsonb_array_element_text(pair.value, 0)::${columnTypes[type]} as value,
      jsonb_array_element_text(pair.value, 1)::bigint as count
    from ${sql.table(table)} cross join jsonb_array_elements(${sql.ref(`${table}.${column}`)}::jsonb) as pair (value))`,
  tallyKey: (table) => sql.ref(`${table}.key`),
  tallyValue: (key) => sql`${sql.ref(key)}::text`,
  tallyOrder: (table) => sql`${sql.ref(`${table}.key`)}, ${sql.ref(`${table}.value`)}`,
  placeOf: (letter, column) => sql`strpos(${sql.ref(column)}, ${sql.lit(letter)})`,
  // A recursive table may be named once.
  branches: (table, parts) => {
    const led = parts.map(
      ({ columns, table: from, where }) => `select ${columns} from ${from} where ${where}`,
    )
    return sql.raw(`union select led.* from ${table} cross join lateral (${led.join(' union all ')}) as led`)
  },
  readBy: () => sql``,
}

/**
 * One pass over the rows notes the stretch of each, four bytes a row, and these are counted. What lies before the first edge,
 * or nowhere, is in the first stretch, and what lies past the last edge in the last.
 */
function histogramOf(column: RawBuilder<unknown>): RawBuilder<string> {
  const edges = sql`${slot(EDGES)}::float8[]`
  const last = sql`cardinality(${edges}) - 1`
  const stretch = sql`least(greatest(coalesce(width_bucket(${column}::float8, ${edges}), 1), 1), ${last})`
  return sql`(select json_agg(coalesce(counted.rows, 0) order by place)::text
    from generate_series(1, ${last}) as place left join (
      select taken, count(*) as rows from unnest(array_agg(${stretch})) as taken group by taken
    ) as counted on counted.taken = place)`
}
