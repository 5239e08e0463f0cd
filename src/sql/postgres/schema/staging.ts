/** What a transaction notes of the nodes that it touches, as the other engine has it: tables of the session that writes. */
export const staging = /* sql */ `
create temp table if not exists size_change (type text collate "C" not null, nodes bigint not null);
create temp table if not exists tally_change (
  facet text collate "C" not null,
  value text collate "C" not null,
  key bigint generated always as (case when value ~ '^[0-9]+$' then value::bigint end) stored,
  statements bigint not null
);
create temp table if not exists speaks_about_change (speaker_id bigint not null, entity_id bigint not null, statements bigint not null);
create temp table if not exists timeline_day_change (
  type text collate "C" not null,
  at bigint not null,
  begun bigint not null,
  lasting bigint not null
);
create temp table if not exists agreement_change (
  a_id bigint not null,
  b_id bigint not null,
  agree bigint not null,
  conflict bigint not null
);
create temp table if not exists owner_before (
  facet text collate "C" not null,
  id bigint not null,
  value bigint,
  primary key (facet, id)
);
create temp table if not exists stale_claim (id bigint primary key);
create temp table if not exists stale_standing (id bigint primary key);
create temp table if not exists stale_position (
  claim_id bigint not null,
  actor_id bigint not null,
  primary key (claim_id, actor_id)
);
create temp table if not exists due_position (
  claim_id bigint not null,
  actor_id bigint not null,
  stance text collate "C" not null,
  certainty text collate "C" not null,
  statement_id bigint not null,
  changed bigint not null,
  known_at bigint,
  first_known_at bigint,
  primary key (claim_id, actor_id)
);
create temp table if not exists moved_position (
  claim_id bigint not null,
  actor_id bigint not null,
  primary key (claim_id, actor_id)
);
create temp table if not exists stale_review (
  type text collate "C" not null check (type in ('entity', 'claim')),
  id bigint not null,
  accepted bigint not null default 0,
  primary key (type, id)
);
`

/** Nothing else gives back the room of rows that were deleted in tables of a session. Not within a transaction. */
export const stagingVacuum = `vacuum ${[...staging.matchAll(/if not exists (\w+)/g)].map(([, table]) => table).join(', ')}`
