/**
 * What it takes to make one node of several, and to take that apart again.
 *
 * - `merging` says which node was merged into which by a revision, and stays for good.
 * - `redirect` leads from what has been merged, by its key and its slug, to the one that stays at the end of the chain.
 *   `space` is the table of keys and slugs that the nodes share: `entity` or `claim`. Its slugs are taken.
 * - `merge_step` has what a merge moved and what it took away, step by step, as JSON: to be undone in reverse.
 * - `name_origin` says of a name or an identifier which merged node brought it; it goes by the text, as names are
 *   written anew with each change.
 */
const slugIsTaken = (table: 'entity' | 'claim') => /* sql */ `
create trigger ${table}_slug_insert before insert on ${table}
when exists (select 1 from redirect where space = '${table}' and slug = new.slug) begin
  select raise(abort, 'The slug leads to another node since a merge.');
end;
create trigger ${table}_slug_update before update of slug on ${table}
when old.slug <> new.slug and exists (select 1 from redirect where space = '${table}' and slug = new.slug) begin
  select raise(abort, 'The slug leads to another node since a merge.');
end;`

export const merging = /* sql */ `
create table merging (
  revision_id integer not null references revision,
  type text not null check (type in ('ACTOR', 'PLACE', 'EVENT', 'CLAIM')),
  from_id integer not null,
  into_id integer not null check (into_id <> from_id),
  primary key (revision_id, from_id)
) strict, without rowid;

create table redirect (
  space text not null check (space in ('entity', 'claim')),
  from_id integer not null,
  type text not null check (type in ('ACTOR', 'PLACE', 'EVENT', 'CLAIM')),
  slug text not null,
  into_id integer not null check (into_id <> from_id),
  revision_id integer not null references revision,
  primary key (space, from_id)
) strict, without rowid;
create unique index redirect_by_slug on redirect (space, slug);
create index redirect_by_into on redirect (space, into_id);
create index redirect_by_revision on redirect (revision_id);

create table merge_step (
  revision_id integer not null references revision,
  place integer not null,
  from_id integer not null,
  step text not null,
  primary key (revision_id, place)
) strict, without rowid;

create table name_origin (
  entity_id integer not null,
  kind text not null check (kind in ('LABEL', 'LINK')),
  -- The language of a label, the scheme of an identifier.
  scope text not null,
  text text not null,
  from_id integer not null,
  primary key (entity_id, kind, scope, text, from_id)
) strict, without rowid;
${slugIsTaken('entity')}
${slugIsTaken('claim')}
`
