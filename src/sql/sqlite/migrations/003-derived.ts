/**
 * What follows from the graph and is asked too often to be counted each time. Only ACCEPTED statements count.
 *
 * Counts that add up are kept by triggers. What does not add up (positions, standings, agreements) is made anew for the
 * claims that a write has touched: triggers note them in `stale_claim`, and the writer settles them before it commits.
 */
const counted = (row: 'new' | 'old', by: 1 | -1) => /* sql */ `
  insert into tally (facet, value, statements)
    select facet, value, ${by} from (
      select 'SPEAKER' as facet, ${row}.speaker_id as value
      union all select 'ACT', ${row}.act
      union all select 'SOURCE', ${row}.source_id
      union all select 'STANCE', ${row}.stance
      union all select 'MONTH', ${row}.said_month
      union all select 'CLAIM', ${row}.claim_id
      union all select 'EVENT', (select event_id from claim where id = ${row}.claim_id)
      union all select 'PUBLISHER', (select publisher_id from source where id = ${row}.source_id)
    ) where value is not null
    on conflict do update set statements = statements + ${by};
  update actor set statement_count = statement_count + ${by} where id = ${row}.speaker_id;
  update size set nodes = nodes + ${by} where type = 'STATEMENT';
`
const countedAbout = (row: 'new' | 'old', by: 1 | -1) => /* sql */ `
  insert into tally (facet, value, statements) values ('ABOUT', ${row}.entity_id, ${by})
    on conflict do update set statements = statements + ${by};
  insert into speaks_about (speaker_id, entity_id, statements) values (${row}.speaker_id, ${row}.entity_id, ${by})
    on conflict do update set statements = statements + ${by};
`
const sized = (type: string, table: string) => /* sql */ `
insert into size (type, nodes) select '${type}', count(*) from ${table};
create trigger ${table}_size_insert after insert on ${table} begin
  update size set nodes = nodes + 1 where type = '${type}';
end;
create trigger ${table}_size_delete after delete on ${table} begin
  update size set nodes = nodes - 1 where type = '${type}';
end;
`
const stale = (claim: string) =>
  `insert or ignore into stale_claim (id) select ${claim} where ${claim} is not null;`

const statementColumns =
  'source_id, speaker_id, on_behalf_of_id, claim_id, act, stance, certainty, review, said_earliest, said_latest, ' +
  'said_month, known_at'

export const derived = /* sql */ `
create table size (type text primary key, nodes integer not null) strict, without rowid;
insert into size (type, nodes) values ('STATEMENT', 0);

create table tally (
  facet text not null,
  value any not null,
  statements integer not null,
  primary key (facet, value)
) strict, without rowid;
create index tally_by_statements on tally (facet, statements desc, value);

create table speaks_about (
  speaker_id integer not null,
  entity_id integer not null,
  statements integer not null,
  primary key (speaker_id, entity_id)
) strict, without rowid;
create index speaks_about_by_statements on speaks_about (statements desc, speaker_id, entity_id);
create index speaks_about_by_speaker on speaks_about (speaker_id, statements desc, entity_id);
create index speaks_about_by_entity on speaks_about (entity_id, statements desc, speaker_id);

alter table actor add column statement_count integer not null default 0;
create index actor_by_statements on actor (statement_count desc, id desc);

alter table claim add column standing text not null default 'OPEN'
  check (standing in ('ASSERTED', 'DENIED', 'CONTESTED', 'OPEN'));
alter table claim add column statement_count integer not null default 0;
alter table claim add column speaker_count integer not null default 0;
alter table claim add column source_count integer not null default 0;
create index claim_by_statements on claim (statement_count desc, id desc);
create index claim_by_speakers on claim (speaker_count desc, id desc);
create index claim_by_standing on claim (standing, id);

create table position (
  actor_id integer not null,
  claim_id integer not null,
  stance text not null,
  certainty text not null,
  statement_id integer not null,
  changed integer not null,
  primary key (actor_id, claim_id)
) strict, without rowid;
create index position_by_claim on position (claim_id, actor_id, stance);

create table agreement (
  a_id integer not null,
  b_id integer not null check (b_id > a_id),
  agree integer not null,
  conflict integer not null,
  claims integer generated always as (agree + conflict) virtual,
  primary key (a_id, b_id)
) strict, without rowid;
create index agreement_by_claims on agreement (claims desc, a_id, b_id, agree, conflict);

create table stale_claim (id integer primary key) strict;

create trigger statement_counted after insert on statement when new.review = 'ACCEPTED' begin
  ${counted('new', 1)} ${stale('new.claim_id')}
end;
create trigger statement_uncounted after delete on statement when old.review = 'ACCEPTED' begin
  ${counted('old', -1)} ${stale('old.claim_id')}
end;
create trigger statement_recounted_from after update of ${statementColumns} on statement
when old.review = 'ACCEPTED' begin
  ${counted('old', -1)} ${stale('old.claim_id')}
end;
create trigger statement_recounted_to after update of ${statementColumns} on statement
when new.review = 'ACCEPTED' begin
  ${counted('new', 1)} ${stale('new.claim_id')}
end;
create trigger statement_about_follows after update of ${statementColumns} on statement begin
  update statement_about set speaker_id = new.speaker_id, principal_id = coalesce(new.on_behalf_of_id, new.speaker_id),
    review = new.review, said_order = coalesce(new.said_earliest, new.said_latest)
    where statement_id = new.id;
end;

create trigger about_counted after insert on statement_about when new.review = 'ACCEPTED' begin
  ${countedAbout('new', 1)}
end;
create trigger about_uncounted after delete on statement_about when old.review = 'ACCEPTED' begin
  ${countedAbout('old', -1)}
end;
create trigger about_recounted_from after update on statement_about when old.review = 'ACCEPTED' begin
  ${countedAbout('old', -1)}
end;
create trigger about_recounted_to after update on statement_about when new.review = 'ACCEPTED' begin
  ${countedAbout('new', 1)}
end;

-- Compared with a column of integers, a tally's value (of any type) is cast, and not found by its index; with +id it is.
create trigger claim_event_moved after update of event_id on claim when old.event_id is not new.event_id begin
  insert into tally (facet, value, statements)
    select 'EVENT', event_id, statements * direction from tally
      join (select old.event_id as event_id, -1 as direction union all select new.event_id, 1)
      where facet = 'CLAIM' and value = +new.id and event_id is not null
    on conflict do update set statements = statements + excluded.statements;
end;
create trigger source_publisher_moved after update of publisher_id on source
when old.publisher_id is not new.publisher_id begin
  insert into tally (facet, value, statements)
    select 'PUBLISHER', publisher_id, statements * direction from tally
      join (select old.publisher_id as publisher_id, -1 as direction union all select new.publisher_id, 1)
      where facet = 'SOURCE' and value = +new.id and publisher_id is not null
    on conflict do update set statements = statements + excluded.statements;
end;

create trigger relation_stale after insert on claim_relation when new.type = 'CONTRADICTS' begin
  ${stale('new.from_id')} ${stale('new.to_id')}
end;
create trigger relation_gone_stale after delete on claim_relation when old.type = 'CONTRADICTS' begin
  ${stale('old.from_id')} ${stale('old.to_id')}
end;
${sized('ACTOR', 'actor')}
${sized('PLACE', 'place')}
${sized('EVENT', 'event')}
${sized('SOURCE', 'source')}
${sized('CLAIM', 'claim')}
${sized('ASSESSMENT', 'assessment')}
`
