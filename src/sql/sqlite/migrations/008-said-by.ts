import type { Database } from 'better-sqlite3'

/**
 * What was said on a day not known stands at the end of the day on which its source appeared, by which it was said. And
 * times are read anew: one without a zone was taken for a time of the machine's own.
 *
 * Each row that changes would be counted off and on by a dozen triggers, so they are away meanwhile, and what they
 * keep is made anew from the rows.
 */
export function saidBy(db: Database): void {
  const triggers = db
    .prepare(
      `select name, sql from sqlite_schema where type = 'trigger' and tbl_name in ('statement', 'event')`,
    )
    .all() as { name: string; sql: string }[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  for (const [table, stem] of dates) db.exec(timesOf(table, stem))
  db.exec(placed)
  db.exec(followed)
  for (const { sql } of triggers) db.exec(sql)
}

const dates = [
  ['event', 'when'],
  ['source', 'published'],
  ['statement', 'said'],
  ['affiliation', 'from'],
  ['affiliation', 'until'],
] as const

/** Only a time has a colon. */
const timesOf = (table: string, stem: string) => /* sql */ `
  update ${table} set ${stem}_edtf = edtf_text(${stem}_edtf),
    ${stem}_earliest = edtf_earliest(${stem}_edtf), ${stem}_latest = edtf_latest(${stem}_edtf)
  where ${stem}_edtf glob '*:*' and edtf_text(${stem}_edtf) is not null
    and (${stem}_edtf, ${stem}_earliest, ${stem}_latest)
      is not (edtf_text(${stem}_edtf), edtf_earliest(${stem}_edtf), edtf_latest(${stem}_edtf));`

const dayIsUnknown = `coalesce(said_edtf, '../..') in ('../..', '../', '/..')`

const placed = /* sql */ `
  update statement set said_month = month_of(said_earliest, said_latest)
  where said_edtf glob '*:*' and said_month is not month_of(said_earliest, said_latest);

  update statement set said_earliest = published_latest, said_latest = published_latest,
    said_month = month_of(published_earliest, published_latest)
  from source where source.id = source_id and ${dayIsUnknown};
`

const followed = /* sql */ `
  create temp table known (id integer primary key, at integer, claim_id integer);
  insert into known
    select statement.id, min(coalesce(said_latest, published_latest), coalesce(published_latest, said_latest)), claim_id
    from statement join source on source.id = source_id;
  delete from known where at is (select known_at from statement where id = known.id);
  update statement set known_at = known.at from known where known.id = statement.id;
  -- Their positions are settled with the next write.
  insert or ignore into stale_claim (id) select claim_id from known where claim_id is not null;
  drop table known;

  update statement_about set said_order = s.said_order from statement as s
  where s.id = statement_id and statement_about.said_order is not s.said_order;

  delete from tally where facet = 'MONTH';
  insert into tally (facet, value, statements)
    select 'MONTH', said_month, count(*) from statement
    where review = 'ACCEPTED' and said_month is not null group by said_month;

  delete from timeline_day;
  insert into timeline_day (type, at, begun, lasting)
    select type, at, sum(begun), sum(lasting) from timeline_mark group by type, at
    having sum(begun) <> 0 or sum(lasting) <> 0;
`
