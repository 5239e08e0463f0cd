import type { Database } from 'better-sqlite3'

const DAY = 86_400_000
/** Before all days: where what has no beginning begins. */
const FIRST = -9_000_000_000_000_000
/** Days begin at midnight UTC, also before 1970, where SQLite's % is negative. */
const dayOf = (at: string) => `(${at} - (${at} % ${DAY} + ${DAY}) % ${DAY})`

/** What each accepted row of a table adds to `timeline_day`, with the row's id. */
function timelineMarksOf(type: string, table: string, stem: string): string {
  const [earliest, latest] = [`${stem}_earliest`, `${stem}_latest`]
  const isDated = `review = 'ACCEPTED' and (${earliest} is not null or ${latest} is not null)`
  const isLasting = `${isDated} and ${dayOf(earliest)} is not ${dayOf(latest)}`
  return /* sql */ `
    select '${type}' as type, id, coalesce(${dayOf(earliest)}, ${FIRST}) as at, 1 as begun, 0 as lasting
      from ${table} where ${isDated}
    union all select '${type}', id, coalesce(${dayOf(earliest)} + ${DAY}, ${FIRST}), 0, 1
      from ${table} where ${isLasting}
    union all select '${type}', id, ${latest} + 1, 0, -1
      from ${table} where ${isLasting} and ${latest} is not null`
}

/** What is left to triggers: the full-text indexes, which are SQLite's own affair, and slugs that lead elsewhere. */
const isKept = (name: string): boolean => /_text_|_slug_/.test(name)

/**
 * What is derived is kept by whoever writes, at the end of each transaction and for all nodes that it has touched at once:
 * see `model/derived`. It was kept by triggers, row by row. What a transaction notes of its nodes until then stands in
 * temporary tables.
 */
export function derivedBySets(db: Database): void {
  const triggers = db
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'trigger'`)
    .all()
    .filter(({ name }) => !isKept(name))
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  db.exec(/* sql */ `
drop table stale_claim;
drop table stale_review;
drop view timeline_mark;
create view timeline_mark as
  ${timelineMarksOf('EVENT', 'event', 'when')} union all ${timelineMarksOf('STATEMENT', 'statement', 'said')};
`)
}
