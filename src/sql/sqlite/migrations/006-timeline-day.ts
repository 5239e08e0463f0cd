/**
 * How much of the timeline begins on each day, so that the whole of it is counted by stretches of time without being read.
 * Of statements, the accepted ones.
 *
 * - `begun`: how many may have begun on the day that begins at `at`, in Unix milliseconds.
 * - `lasting`: by how much the number changes, at that instant, of those under way that began on an earlier day. Its sum up
 *   to an instant is how many still may be; what begins and ends on one day never counts.
 *
 * What has no beginning begins before all days. Days begin at midnight UTC, also before 1970, where SQLite's % is negative.
 */
const DAY = 86_400_000
const FIRST = -9_000_000_000_000_000
const dayOf = (at: string) => `(${at} - (${at} % ${DAY} + ${DAY}) % ${DAY})`

/** What each row adds, `from` a table or a single row of a trigger. */
export function timelineMarks(type: string, stem: string, from: string, kept: string): string {
  const [earliest, latest] = [`${stem}_earliest`, `${stem}_latest`]
  const isDated = `(${earliest} is not null or ${latest} is not null)`
  const isLasting = `${isDated} and ${dayOf(earliest)} is not ${dayOf(latest)}`
  return /* sql */ `
    select '${type}' as type, coalesce(${dayOf(earliest)}, ${FIRST}) as at, 1 as begun, 0 as lasting
      ${from} where ${kept} and ${isDated}
    union all select '${type}', coalesce(${dayOf(earliest)} + ${DAY}, ${FIRST}), 0, 1
      ${from} where ${kept} and ${isLasting}
    union all select '${type}', ${latest} + 1, 0, -1
      ${from} where ${kept} and ${isLasting} and ${latest} is not null`
}

const noted = (row: 'new' | 'old', type: string, stem: string, kept: string) => /* sql */ `
  insert into timeline_day (type, at, begun, lasting)
    select type, at, ${row === 'new' ? '' : '-'}begun, ${row === 'new' ? '' : '-'}lasting
    from (${timelineMarks(type, `${row}.${stem}`, '', kept)}) where true
    on conflict do update set begun = begun + excluded.begun, lasting = lasting + excluded.lasting;
`

type Kept = (row: string) => string

export const accepted: Kept = (row) => `${row}.review = 'ACCEPTED'`
const all: Kept = () => 'true'

/** Triggers that keep the tally in step with a table. */
export const timelineFollows = (
  type: string,
  table: string,
  stem: string,
  columns: string,
  kept: Kept,
) => /* sql */ `
create trigger ${table}_day_insert after insert on ${table} begin
  ${noted('new', type, stem, kept('new'))}
end;
create trigger ${table}_day_delete after delete on ${table} begin
  ${noted('old', type, stem, kept('old'))}
end;
create trigger ${table}_day_update after update of ${columns} on ${table} begin
  ${noted('old', type, stem, kept('old'))}
  ${noted('new', type, stem, kept('new'))}
end;
`

export const timelineDay = /* sql */ `
create table timeline_day (
  type text not null,
  at integer not null,
  begun integer not null,
  lasting integer not null,
  primary key (type, at)
) strict, without rowid;

create view timeline_mark as
  ${timelineMarks('EVENT', 'event.when', 'from event', 'true')}
  union all ${timelineMarks('STATEMENT', 'statement.said', 'from statement', accepted('statement'))};

insert into timeline_day (type, at, begun, lasting)
  select type, at, sum(begun), sum(lasting) from timeline_mark group by type, at
  having sum(begun) <> 0 or sum(lasting) <> 0;

create trigger timeline_day_prune after update on timeline_day when new.begun = 0 and new.lasting = 0 begin
  delete from timeline_day where type = new.type and at = new.at;
end;
${timelineFollows('EVENT', 'event', 'when', 'when_earliest, when_latest', all)}
${timelineFollows('STATEMENT', 'statement', 'said', 'review, said_earliest, said_latest', accepted)}
`
