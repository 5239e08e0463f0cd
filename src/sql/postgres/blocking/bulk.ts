import type { RunNow } from '../servers/raw-result.ts'

/** What is made faster once all rows are there than kept in step meanwhile. */
interface TablePart {
  readonly drop: string
  readonly make: string
}

/**
 * Runs a large load without what keeps each row in step, and makes that once, afterwards: indexes that no promise rests on, and
 * references, which a join checks faster than a look-up for each row. Only where nobody can read the graph yet, since it takes
 * locks that readers would wait for: else the load runs as any other work.
 */
export function withoutIndexes<T>(run: RunNow, load: () => T): T {
  const parts = isMadeNow(run) ? droppableParts(run) : []
  for (const { drop } of parts) run(drop, [])
  const loaded = load()
  followIds(run)
  for (const { make } of parts) run(make, [])
  return loaded
}

/** Tells the planner what is in the tables now, which it would be told some minutes later by itself. */
export function analyze(run: RunNow): void {
  const { rows } = run(
    `select string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = current_schema()`,
    [],
  )
  run(`analyze ${rows[0]?.[0]}`, [])
}

/** Lets the tables that give ids without us go on after the last that there is: a load may bring rows with ids. */
function followIds(run: RunNow): void {
  const { rows } = run(
    `select attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and attname = 'id' and attidentity <> ''`,
    [],
  )
  for (const [table] of rows)
    run(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`, [])
}

/** Whether the tables were made in this transaction. */
function isMadeNow(run: RunNow): boolean {
  const { rows } = run(
    `select (xmin = pg_current_xact_id()::xid)::int from pg_class where oid = 'statement'::regclass`,
    [],
  )
  return rows[0]?.[0] === '1'
}

function droppableParts(run: RunNow): TablePart[] {
  const { rows } = run(
    `select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
        from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relnamespace = current_schema()::regnamespace and not i.indisunique
      union all select format('alter table %s drop constraint %I', conrelid::regclass, conname),
          format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'f'`,
    [],
  )
  return rows.map(([drop, make]) => ({ drop: drop ?? '', make: make ?? '' }))
}
