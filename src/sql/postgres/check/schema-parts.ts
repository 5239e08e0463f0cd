import { graphVersion, migrations } from '../schema/migrate.ts'
import type { RunNow } from '../servers/raw-result.ts'

/** Something that a schema consists of, and the SQL that tells what it is. */
export interface SchemaPart {
  readonly kind: 'tables' | 'constraints' | 'indexes' | 'views' | 'functions' | 'triggers'
  readonly name: string
  readonly definition: string
  /** Whether it does nothing: an index that was not built to its end, a trigger that is switched off. */
  readonly isOff: boolean
}

/** Each kind of part, of the schema `place`. */
const queries: Readonly<Record<SchemaPart['kind'], string>> = {
  tables: `
    select c.relname as name, string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then 'not null' end, case when o.oid <> t.typcollation then 'collate ' || o.collname end,
        nullif(a.attidentity::text, ''), nullif(a.attgenerated::text, ''), pg_get_expr(d.adbin, d.adrelid)),
      ', ' order by a.attname) as definition, false as is_off
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_collation o on o.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = (select id from place) and c.relkind in ('r', 'p', 'f') group by c.oid, c.relname`,
  constraints: `
    select c.relname || ' ' || k.conname, pg_get_constraintdef(k.oid), not k.convalidated or exists (
        select 1 from pg_trigger g where g.tgconstraint = k.oid and g.tgenabled = 'D')
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.connamespace = (select id from place) and k.contype <> 't'`,
  indexes: `
    select c.relname, pg_get_indexdef(c.oid), not (i.indisvalid and i.indisready)
    from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = (select id from place)`,
  views: `
    select relname, pg_get_viewdef(oid), false from pg_class
    where relnamespace = (select id from place) and relkind in ('v', 'm')`,
  functions: `
    select proname || '(' || pg_get_function_identity_arguments(oid) || ')', prosrc, false from pg_proc
    where pronamespace = (select id from place)`,
  triggers: `
    select c.relname || ' ' || g.tgname, pg_get_triggerdef(g.oid), g.tgenabled = 'D'
    from pg_trigger g join pg_class c on c.oid = g.tgrelid
    where c.relnamespace = (select id from place) and not g.tgisinternal`,
}

const allParts = `with place as (select $1::regnamespace as id)
  ${Object.entries(queries)
    .map(([kind, query]) => `select '${kind}', part.* from (${query}) as part (name, definition, is_off)`)
    .join(' union all ')} order by 1, 2`

/** What a schema consists of. Its own name is left out of the definitions, so that those of two can be compared. */
export function partsOf(run: RunNow, schema: string): SchemaPart[] {
  // It stands after ON alone, since the rest is found by the search path; a table's alias may be the same word.
  const own = new RegExp(`(?<= ON )(?:"${schema}"|${schema})\\.|\\bpg_temp\\.`, 'g')
  return run(allParts, [schema]).rows.map(([kind, name, definition, isOff]) => ({
    kind: kind as SchemaPart['kind'],
    name: name ?? '',
    definition: (definition ?? '').replace(own, ''),
    isOff: isOff === 't',
  }))
}

/** By the server's version: each writes definitions in its own way. */
const known = new Map<string, readonly SchemaPart[]>()

/**
 * What a schema that is made now consists of.
 *
 * @param discard Runs work in a transaction that is undone.
 */
export function freshParts(
  run: RunNow,
  discard: (work: () => readonly SchemaPart[]) => readonly SchemaPart[],
): readonly SchemaPart[] {
  const version = String(run('show server_version_num', []).rows[0]?.[0])
  const parts = known.get(version) ?? discard(() => madeParts(run))
  known.set(version, parts)
  return parts
}

/** Made of temporary tables, for which no rights are needed. */
function madeParts(run: RunNow): SchemaPart[] {
  run('set local search_path = pg_temp', [])
  run('create temp table made_first (id bigint)', [])
  const [name] = run('select pg_my_temp_schema()::regnamespace', []).rows[0] ?? []
  const others = new Set(partsOf(run, name ?? '').map(keyOf))
  for (const statement of [graphVersion, ...migrations]) run(statement, [])
  return partsOf(run, name ?? '').filter((part) => !others.has(keyOf(part)))
}

export const keyOf = ({ kind, name }: SchemaPart): string => `${kind} ${name}`
