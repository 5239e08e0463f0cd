import type { RawBuilder } from 'kysely'
import { type Naming, type NodeTable, namings, nodeTables } from '../../review/namings.ts'
import { namedBy, settleReview } from '../../review/settle.ts'
import { accepted, timelineFollows, timelineMarks } from './006-timeline-day.ts'

/** Writes the SQL of a query. */
type Written = (query: RawBuilder<unknown>) => string

/** Notes the nodes of proposed origin that a row of a table names. */
const noted = (row: 'new' | 'old', names: readonly Naming[]): string =>
  nodeTables
    .map((table) => ({
      table,
      columns: names.filter((one) => one.names === table).map((one) => `${row}.${one.column}`),
    }))
    .filter(({ columns }) => columns.length > 0)
    .map(
      ({ table, columns }) => /* sql */ `
  insert or ignore into stale_review (type, id)
    select '${table}', id from ${table} where id in (${columns.join(', ')}) and origin = 'PROPOSED';`,
    )
    .join('')

function notes(table: string): string {
  const names = namings.filter((naming) => naming.table === table)
  const isReviewed = names.some((naming) => naming.isReviewed)
  const columns = [...names.map(({ column }) => column), ...(isReviewed ? ['review'] : [])]
  const all = (row: string) => `(${columns.map((column) => `${row}.${column}`).join(', ')})`
  const kept = (row: string) => (isReviewed ? `when ${accepted(row)} ` : '')
  return /* sql */ `
create trigger ${table}_names_insert after insert on ${table} ${kept('new')}begin ${noted('new', names)}
end;
create trigger ${table}_names_delete after delete on ${table} ${kept('old')}begin ${noted('old', names)}
end;
create trigger ${table}_names_update after update on ${table} when ${all('old')} is not ${all('new')} begin
  ${noted('old', names)} ${noted('new', names)}
end;`
}

/** Sizes of what counts; `type` tells of a row which of them is its own. */
const sized = (table: NodeTable, type: (row: string) => string) => {
  const add = (row: string, by: string) => `update size set nodes = nodes ${by} where type = ${type(row)};`
  return /* sql */ `
create trigger ${table}_size_insert after insert on ${table} when ${accepted('new')} begin ${add('new', '+ 1')} end;
create trigger ${table}_size_delete after delete on ${table} when ${accepted('old')} begin ${add('old', '- 1')} end;
create trigger ${table}_size_review after update of review on ${table} when old.review <> new.review begin
  ${add('new', "+ iif(new.review = 'ACCEPTED', 1, -1)")}
end;`
}

const originNoted = (table: NodeTable) => {
  const note = `insert or ignore into stale_review (type, id) values ('${table}', new.id);`
  return /* sql */ `
create trigger ${table}_origin_insert after insert on ${table} when new.origin = 'PROPOSED' begin ${note} end;
create trigger ${table}_origin_update after update of origin on ${table} when old.origin <> new.origin begin ${note} end;`
}

/** What proposed statements name, and what that names in turn. */
const spokenOf = namings
  .filter(({ isReviewed }) => isReviewed)
  .map(({ table, column, names }) => {
    const rows =
      table === 'statement' ? 'statement t' : `statement s cross join ${table} t on t.statement_id = s.id`
    const review = table === 'statement' ? 't.review' : 's.review'
    return `select '${names}', t.${column} from ${rows}
      where ${review} = 'PROPOSED' and t.${column} is not null`
  })
  .join(' union ')

/** In a file from before, nobody can tell how a node came in: it was for a proposal where nothing else explains it. */
const firstOrigins = (written: Written): string => /* sql */ `
${nodeTables
  .map(
    (table) => `
with recursive spoken (type, id) as (${spokenOf} ${written(namedBy('spoken', () => 'true'))})
update ${table} set origin = 'PROPOSED' where id in (select id from spoken where type = '${table}');`,
  )
  .join('')}
${nodeTables.map((table) => `insert into stale_review (type, id) select '${table}', id from ${table} where origin = 'PROPOSED';`).join('\n')}
${settleReview.map(written).join(';')};
${nodeTables.map((table) => `update ${table} set origin = 'ACCEPTED' where origin = 'PROPOSED' and review = 'ACCEPTED';`).join('\n')}
update event set review = 'PROPOSED' where id in (select id from entity where review = 'PROPOSED');
update size set nodes = (select count(*) from entity where kind = type and review = 'ACCEPTED')
  where type in ('ACTOR', 'PLACE', 'EVENT');
update size set nodes = (select count(*) from claim where review = 'ACCEPTED') where type = 'CLAIM';`

const column = (table: string, name: string) => /* sql */ `
alter table ${table} add column ${name} text not null default 'ACCEPTED' check (${name} in ('ACCEPTED', 'PROPOSED'));`

const drop = (triggers: readonly string[]) => triggers.map((name) => `drop trigger ${name};`).join('\n')

/**
 * Whether an actor, a place, an event or a claim counts. What only proposals speak of does not, just as they do not.
 *
 * - `origin` is written: how the node came into the graph. PROPOSED where a program made it for a proposal.
 * - `review` follows from it: PROPOSED while the origin is and nothing accepted names the node. What an accepted node
 *   names is accepted too, however long the chain, so that nothing that counts leads to what does not.
 *
 * The review does not add up, so triggers note in `stale_review` which nodes a write may have touched, and the writer
 * settles them before it commits. Only nodes of proposed origin are noted: without proposals it is one look-up a write.
 *
 * @param written Gives a query's SQL.
 */
export const review = (written: Written): string => /* sql */ `
${nodeTables.map((table) => column(table, 'origin') + column(table, 'review')).join('')}
-- A copy, for what walks events in the order of time.
${column('event', 'review')}

create table stale_review (
  type text not null check (type in ('entity', 'claim')),
  id integer not null,
  -- Filled in where they are settled.
  accepted integer not null default 0,
  primary key (type, id)
) strict, without rowid;

drop index entity_by_name;
create index entity_by_name on entity (kind, review, sort_key, id);
drop index event_by_when;
create index event_by_when on event (review, when_order, id);
drop index event_by_place;
create index event_by_place on event (place_id, review, when_order, id) where place_id is not null;
drop index claim_by_event;
create index claim_by_event on claim (event_id, review, id) where event_id is not null;
drop index claim_by_standing;
create index claim_by_standing on claim (standing, review, id);
-- Few, and asked for by themselves.
create index claim_proposed on claim (id) where review = 'PROPOSED';
create index statement_proposed on statement (source_id) where review = 'PROPOSED';

${drop(['actor', 'place', 'event', 'claim'].flatMap((table) => [`${table}_size_insert`, `${table}_size_delete`]))}
${drop(['event_day_insert', 'event_day_delete', 'event_day_update'])}
${firstOrigins(written)}

drop view timeline_mark;
create view timeline_mark as
  ${timelineMarks('EVENT', 'event.when', 'from event', accepted('event'))}
  union all ${timelineMarks('STATEMENT', 'statement.said', 'from statement', accepted('statement'))};
delete from timeline_day where type = 'EVENT';
insert into timeline_day (type, at, begun, lasting)
  select type, at, sum(begun), sum(lasting) from timeline_mark where type = 'EVENT' group by type, at
  having sum(begun) <> 0 or sum(lasting) <> 0;

${timelineFollows('EVENT', 'event', 'when', 'review, when_earliest, when_latest', accepted)}
create trigger event_review_follows after update of review on entity when new.kind = 'EVENT' begin
  update event set review = new.review where id = new.id;
end;
${sized('entity', (row) => `${row}.kind`)}
${sized('claim', () => "'CLAIM'")}
${nodeTables.map(originNoted).join('')}
${[...new Set(namings.map(({ table }) => table))].map(notes).join('')}
`
