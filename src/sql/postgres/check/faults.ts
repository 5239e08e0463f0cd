import { errorMessage, UserError } from '../../../values/errors.ts'
import { type Finding, FindingCounts } from '../../finding.ts'
import type { RunNow } from '../servers/raw-result.ts'
import { databaseRefusalOf } from '../servers/refusals.ts'
import { noteFullText } from './full-text-check.ts'
import { keyOf, partsOf, type SchemaPart } from './schema-parts.ts'

/**
 * What is wrong with a schema, whatever its rows say: tables, constraints and indexes that are not as in a new one,
 * references that lead to nothing, full-text indexes of other words than stand in the tables, ids that would be given twice.
 * To be called in one snapshot.
 *
 * @param fresh What a schema that is made now consists of.
 */
export function schemaFaults(run: RunNow, schema: string, fresh: readonly SchemaPart[]): Finding[] {
  const counts = new FindingCounts()
  try {
    noteParts(partsOf(run, schema), fresh, counts)
    // What is read without a table, or a column, would fail.
    if (counts.all().some(({ where }) => where === 'tables')) return counts.all()
    noteReferences(run, schema, counts)
    noteLastIds(run, counts)
    noteFullText(run, counts)
  } catch (error) {
    if (databaseRefusalOf(error) !== 'damaged') throw error
    counts.note('file', 'is damaged', errorMessage(error))
  }
  return counts.all()
}

/** A replica makes no temporary tables. */
export function requirePrimary(run: RunNow): void {
  const [isReplica] = run('select pg_is_in_recovery()', []).rows[0] ?? []
  if (isReplica === 't')
    throw new UserError(
      'A replica cannot be checked: a check works in temporary tables, which it does not make. Name the primary with --db.',
    )
}

/** Other programs may keep tables of their own in the schema; but a trigger acts on ours. */
function noteParts(kept: readonly SchemaPart[], fresh: readonly SchemaPart[], counts: FindingCounts): void {
  const missing = new Map(fresh.map((part) => [keyOf(part), part]))
  for (const part of kept) {
    const due = missing.get(keyOf(part))
    missing.delete(keyOf(part))
    if (!due && part.kind === 'triggers')
      counts.note(part.kind, 'have some that no new schema has', part.name)
    if (due && part.isOff) counts.note(part.kind, 'have some that are not in force', part.name)
    else if (due && due.definition !== part.definition)
      counts.note(part.kind, 'have some that are not as in a new schema', part.name)
  }
  const lacking = [...missing.values()]
  // With a table go its constraints and its indexes.
  const tables = lacking.filter(({ kind }) => kind === 'tables')
  for (const { kind, name } of tables.length > 0 ? tables : lacking)
    counts.note(kind, 'lack some that a new schema has', name)
}

/** The database holds them itself, but not while a replica is filled, or a constraint is switched off. */
function noteReferences(run: RunNow, schema: string, counts: FindingCounts): void {
  const { rows } = run(
    `select one.relname, a.attname, other.relname, b.attname
      from pg_constraint k join pg_class one on one.oid = k.conrelid join pg_class other on other.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.connamespace = $1::regnamespace and k.contype = 'f' order by 1, 2`,
    [schema],
  )
  for (const [table, column, parent, key] of rows) {
    const broken = run(
      `select "${column}" from "${table}" as t where "${column}" is not null
        and not exists (select 1 from "${parent}" as p where p."${key}" = t."${column}")`,
      [],
    )
    for (const [id] of broken.rows)
      counts.note(table ?? '', `refers to rows of ${parent} that are not there`, `${column} ${id}`)
  }
}

/** What was given last must not be less than what is there: it would be given again. */
function noteLastIds(run: RunNow, counts: FindingCounts): void {
  for (const [table, given] of run('select name, id from last_id order by name', []).rows) {
    const [greatest] = run(`select max(id) from "${table}"`, []).rows[0] ?? []
    if (Number(greatest ?? 0) > Number(given))
      counts.note(
        'last_id',
        'is behind the ids that are there',
        `${table} ${given}, and there is ${greatest}`,
      )
  }
}
