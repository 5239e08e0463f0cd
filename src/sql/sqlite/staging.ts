/**
 * What a transaction notes of the nodes that it touches, until it brings up to date what is derived from them, at its end:
 * temporary tables of the connection that writes, empty between two transactions. See `model/derived`.
 */
export const staging = /* sql */ `
-- What is to be added to the table of the same name.
create temp table if not exists size_change (type text not null, nodes integer not null) strict;
create temp table if not exists tally_change (facet text not null, value any not null, statements integer not null) strict;
create temp table if not exists speaks_about_change (
  speaker_id integer not null,
  entity_id integer not null,
  statements integer not null
) strict;
create temp table if not exists timeline_day_change (
  type text not null,
  at integer not null,
  begun integer not null,
  lasting integer not null
) strict;
create temp table if not exists agreement_change (
  a_id integer not null,
  b_id integer not null,
  agree integer not null,
  conflict integer not null
) strict;

-- The event of a claim and the publisher of a source, as they were.
create temp table if not exists owner_before (
  facet text not null,
  id integer not null,
  value integer,
  primary key (facet, id)
) strict, without rowid;

-- Claims whose counts, and claims whose standing must be worked out anew.
create temp table if not exists stale_claim (id integer primary key) strict;
create temp table if not exists stale_standing (id integer primary key) strict;

-- Whose position on which claim must be; the positions that are due; and those whose stance is another.
create temp table if not exists stale_position (
  claim_id integer not null,
  actor_id integer not null,
  primary key (claim_id, actor_id)
) strict, without rowid;
create temp table if not exists due_position (
  claim_id integer not null,
  actor_id integer not null,
  stance text not null,
  certainty text not null,
  statement_id integer not null,
  changed integer not null,
  known_at integer,
  first_known_at integer,
  primary key (claim_id, actor_id)
) strict, without rowid;
create temp table if not exists moved_position (
  claim_id integer not null,
  actor_id integer not null,
  primary key (claim_id, actor_id)
) strict, without rowid;

-- Nodes of proposed origin, whose review must be.
create temp table if not exists stale_review (
  type text not null check (type in ('entity', 'claim')),
  id integer not null,
  -- Filled in where they are settled.
  accepted integer not null default 0,
  primary key (type, id)
) strict, without rowid;
`
