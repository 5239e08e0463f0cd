import type { Database } from 'better-sqlite3'

/**
 * Who writes, and the journal of what was written.
 *
 * - `creation` holds runs of keys, because what is created together has neighbouring keys: an import of a million nodes
 *   journals in a few rows. Each key that was ever given stands in exactly one run.
 * - `change` holds every later change of a node: its written form before it, as JSON with other nodes by their keys; null
 *   where the node was not there, as it had been removed. What came after a change is what was before the next one, or the
 *   node as it is.
 * - Of a token only a hash is kept. A session that was opened by another token (`opened_by`) ends with it.
 * - A statement and an assessment have a slug from here on, so that a file and a mutation can name them.
 */
const tables = /* sql */ `
create table user (
  id integer primary key autoincrement,
  name text not null unique check (name <> ''),
  role text not null check (role in ('READER', 'EDITOR', 'ADMIN')),
  created_at integer not null,
  removed_at integer
) strict;

create table token (
  id integer primary key autoincrement,
  user_id integer not null references user on delete cascade,
  kind text not null check (kind in ('API', 'SESSION', 'SIGN_IN')),
  hash text not null unique,
  note text,
  created_at integer not null,
  expires_at integer not null,
  used_at integer,
  opened_by integer references token on delete cascade
) strict;
create index token_by_user on token (user_id, kind);
create index token_opened_by on token (opened_by) where opened_by is not null;

create table revision (
  id integer primary key autoincrement,
  at integer not null,
  by_id integer references user,
  action text not null check (action in ('RECORD', 'IMPORT', 'READ', 'REVIEW', 'MERGE', 'UNMERGE', 'REMOVE', 'UNDO')),
  note text,
  undoes_id integer references revision check (undoes_id < id)
) strict;
create index revision_by_user on revision (by_id, id) where by_id is not null;
create index revision_undoing on revision (undoes_id, id) where undoes_id is not null;

create table creation (
  type text not null check (type in ('ACTOR', 'PLACE', 'EVENT', 'SOURCE', 'CLAIM', 'STATEMENT', 'ASSESSMENT')),
  first_id integer not null,
  last_id integer not null check (last_id >= first_id),
  revision_id integer not null references revision,
  primary key (type, first_id)
) strict, without rowid;
create index creation_by_revision on creation (revision_id, type, first_id);

create table change (
  type text not null check (type in ('ACTOR', 'PLACE', 'EVENT', 'SOURCE', 'CLAIM', 'STATEMENT', 'ASSESSMENT')),
  node_id integer not null,
  revision_id integer not null references revision,
  before text,
  primary key (type, node_id, revision_id)
) strict, without rowid;
create index change_by_revision on change (revision_id, type, node_id);
`

/** What is in the graph already came with a first revision, of which no more is known. */
const firstRevision = /* sql */ `
insert into revision (at, action, note)
  select unixepoch() * 1000, 'IMPORT', 'What was in the graph before changes were recorded.'
  where exists (select 1 from entity) or exists (select 1 from source) or exists (select 1 from claim);
${[
  { table: 'entity', type: 'kind' },
  ...['source', 'claim', 'statement', 'assessment'].map((table) => ({
    table,
    type: `'${table.toUpperCase()}'`,
  })),
]
  .map(
    ({ table, type }) => /* sql */ `
insert into creation (type, first_id, last_id, revision_id)
  select type, min(id), max(id), (select max(id) from revision)
  from (select id, ${type} as type, id - row_number() over (partition by ${type} order by id) as run from ${table})
  group by type, run;`,
  )
  .join('')}`

/** Takes the first free slug of `statement-17`, `statement-17-2`, … for each row that has none. */
function nameRows(db: Database, table: 'statement' | 'assessment'): void {
  const unnamed = db.prepare<[], { id: number }>(`select id from ${table} where slug is null`).all()
  const isTaken = db.prepare<[string]>(`select 1 from ${table} where slug = ?`)
  const name = db.prepare(`update ${table} set slug = ? where id = ?`)
  for (const { id } of unnamed) {
    let slug = `${table}-${id}`
    for (let next = 2; isTaken.get(slug); next++) slug = `${table}-${id}-${next}`
    name.run(slug, id)
  }
}

export function journal(db: Database): void {
  nameRows(db, 'statement')
  nameRows(db, 'assessment')
  db.exec(tables)
  db.exec(firstRevision)
}
