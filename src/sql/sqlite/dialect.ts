import { sql } from 'kysely'
import { slot } from '../build.ts'
import type { Dialect } from '../dialect.ts'

export const sqliteDialect: Dialect = {
  list: (name) => sql`(select value from json_each(${slot(name)}))`,
  each: (name) => sql`json_each(${slot(name)})`,
  eachTuple: (name, columns) => {
    const named = Object.keys(columns).map(
      (column, place) => sql`value ->> ${sql.lit(place)} as ${sql.ref(column)}`,
    )
    return sql`(select ${sql.join(named)} from json_each(${slot(name)}))`
  },
  joinedById: (table, alias, id) =>
    sql`cross join ${sql.table(table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} = ${sql.ref(id)}`,
  amongIds: (id, ids) => sql`${sql.ref(id)} in ${ids}`,
  fitsPattern: (text, pattern) => sql`${sql.ref(text)} like ${sql.ref(pattern)}`,
  // SQLite may plan by a limit that is a bare parameter, and so plans the statement anew each time that one is bound,
  // which takes longer than the walk to a page. It does not look behind a cast.
  limit: (name) => sql`cast(${slot(name)} as integer)`,
  inTime: (column, share) =>
    share === 1 ? sql`in_time(${sql.ref(column)})` : sql`in_time(${sql.ref(column)}, ${sql.lit(share)})`,
  matching: (index, query) =>
    sql`(select rowid as id, rank from ${sql.table(index)} where ${sql.table(index)} match ${slot(query)})`,
  // SQLite takes the other columns from the row of the minimum.
  leastOfEach: (rows, columns) => {
    const taken = columns.map((column) => (column === 'rank' ? sql`min(rank) as rank` : sql.ref(column)))
    return sql`select ${sql.join(taken)} from (${rows}) group by key`
  },
  // Only stretches of the index are read, and never a whole one, however large.
  words: (index, beginnings, most) => sql`(
    select w.term as term, w.doc as texts
    from json_each(${slot(beginnings)}) as p cross join ${sql.table(index.replace(/_text$/, '_term'))} as w
    where w.term >= p.value and w.term < p.value || char(1114111) and w.col <> 'forms' and in_time(w.doc)
    limit ${sql.lit(most)})`,
  snippet: (terms, columns) =>
    sql`search_snippet(${slot(terms)}, ${sql.join(columns.map((column) => sql.ref(column)))})`,
  collected: (column, rows) => sql`(select json_group_array(${sql.ref(column)}) from (${rows}))`,
  histogram: (column) => sql`in_stretches(${sql.ref(column)})`,
  valueCounts: (column) => sql`value_counts(${column})`,
  countedValues: (table, column) => sql`(select pair.value ->> 0 as value, pair.value ->> 1 as count
    from ${sql.table(table)} cross join json_each(${sql.ref(`${table}.${column}`)}) as pair)`,
  tallyKey: (table) => sql.ref(`${table}.value`),
  // A value is of any type: a column's own would be turned into text before it is compared.
  tallyValue: (key) => sql`${sql.ref(key)} + 0`,
  tallyOrder: (table) => sql.ref(`${table}.value`),
  placeOf: (letter, column) => sql`instr(${sql.ref(column)}, ${sql.lit(letter)})`,
  branches: (table, parts) =>
    sql.raw(
      parts
        .map(
          ({ columns, table: from, where }) =>
            `union select ${columns} from ${table} cross join ${from} where ${where}`,
        )
        .join('\n'),
    ),
  readBy: (index) => sql`indexed by ${sql.ref(index)}`,
}
