import type { CopiedTables, TableCopy } from '../../engine.ts'
import { type Finding, FindingCounts } from '../../finding.ts'
import { RowDifferences } from '../../row-differences.ts'
import { staging } from '../schema/staging.ts'
import type { RunNow } from '../servers/raw-result.ts'

interface Column {
  readonly name: string
  readonly isKey: boolean
  /** Whether the server works it out of the others. */
  readonly isGenerated: boolean
}

/** The views that are read while what is derived is made anew. */
const READ_VIEWS = ['timeline_mark']

/**
 * Copies tables into temporary ones of the same names, which hide them; runs the work, which then changes the copies; and
 * tells by which rows tables and copies differ. All of it is undone.
 */
export function differencesIn(
  run: RunNow,
  discard: (inTransaction: () => Finding[]) => Finding[],
  tables: CopiedTables,
  work: () => void,
  schema: string,
): Finding[] {
  return discard(() => {
    // Views are bound to the tables that they were made of. While those are not hidden yet, they are named without their schema.
    const views = viewsOf(run, schema)
    for (const statement of staging.split(';')) if (statement.trim()) run(statement, [])
    for (const [name, copy] of Object.entries(tables)) copyTable(run, schema, name, copy)
    for (const [name, definition] of views) run(`create temp view ${name} as ${definition}`, [])
    work()
    const counts = new FindingCounts()
    for (const [name, { without = [] }] of Object.entries(tables)) {
      const columns = columnsOf(run, schema, name).filter((column) => !without.includes(column.name))
      compare(run, schema, name, columns, counts)
    }
    return counts.all()
  })
}

function copyTable(run: RunNow, schema: string, name: string, { isMadeAnew }: TableCopy): void {
  run(`create temp table ${name} (like "${schema}".${name} including all) on commit drop`, [])
  if (isMadeAnew) return
  const columns = columnsOf(run, schema, name)
    .filter(({ isGenerated }) => !isGenerated)
    .map((column) => `"${column.name}"`)
    .join()
  run(`insert into pg_temp.${name} (${columns}) select ${columns} from "${schema}".${name}`, [])
}

function columnsOf(run: RunNow, schema: string, table: string): Column[] {
  const { rows } = run(
    `select a.attname, (a.attnum = any (coalesce(k.conkey, '{}')))::int, (a.attgenerated <> '')::int
      from pg_attribute a left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
      where a.attrelid = format('%I.%I', $1::text, $2::text)::regclass and a.attnum > 0 and not a.attisdropped
      order by a.attnum`,
    [schema, table],
  )
  return rows.map(([name, isKey, isGenerated]) => ({
    name: name ?? '',
    isKey: isKey === '1',
    isGenerated: isGenerated === '1',
  }))
}

function viewsOf(run: RunNow, schema: string): [name: string, definition: string][] {
  const { rows } = run(
    'select viewname, definition from pg_views where schemaname = $1 and viewname = any ($2::text[])',
    [schema, READ_VIEWS],
  )
  return rows.map(([name, definition]) => [name ?? '', definition ?? ''])
}

function compare(
  run: RunNow,
  schema: string,
  table: string,
  columns: readonly Column[],
  counts: FindingCounts,
): void {
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name)
  const compared = columns.filter(({ isKey, isGenerated }) => !isKey && !isGenerated).map(({ name }) => name)
  const differences = new RowDifferences(table, keys, compared, counts)
  const [keptTable, dueTable] = [`"${schema}".${table} as kept`, `pg_temp.${table} as due`]
  for (const [key, isExtra, kept, due] of run(otherRows(keptTable, dueTable, keys, compared), []).rows)
    if (isExtra === '1') differences.noteExtra(listed(key))
    else differences.noteOther(listed(key), listed(kept), listed(due))
  for (const [key] of run(lackingRows(keptTable, dueTable, keys), []).rows)
    differences.noteLacking(listed(key))
}

/** The rows that are kept and not due, or not with these values: the key, whether it is not due, and the values of both. */
const otherRows = (
  kept: string,
  due: string,
  keys: readonly string[],
  columns: readonly string[],
): string => {
  const isExtra = `due."${keys[0]}" is null`
  const differs = columns.map((column) => `kept."${column}" is distinct from due."${column}"`)
  return `select ${list('kept', keys)}, (${isExtra})::int, ${list('kept', columns)}, ${list('due', columns)}
    from ${kept} left join ${due} on ${sameKey(keys)} where ${[isExtra, ...differs].join(' or ')} order by ${names('kept', keys)}`
}

/** The keys of rows that are due and not kept. */
const lackingRows = (kept: string, due: string, keys: readonly string[]): string =>
  `select ${list('due', keys)} from ${due} left join ${kept} on ${sameKey(keys)}
    where kept."${keys[0]}" is null order by ${names('due', keys)}`

const names = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `${table}."${column}"`).join()

const list = (table: string, columns: readonly string[]): string =>
  `json_build_array(${names(table, columns)})`

const sameKey = (keys: readonly string[]): string =>
  keys.map((key) => `kept."${key}" = due."${key}"`).join(' and ')

const listed = (json: string | null | undefined): unknown[] => JSON.parse(json ?? '[]')
