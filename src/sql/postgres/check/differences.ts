import type { CopiedTables } from '../../engine.ts'
import { type Finding, FindingCounts, rowText } from '../../finding.ts'
import { staging } from '../schema/staging.ts'
import type { RunNow } from '../servers/raw-result.ts'

interface Column {
  readonly name: string
  readonly isKey: boolean
  readonly isCompared: boolean
}

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
    for (const statement of staging.split(';')) if (statement.trim()) run(statement, [])
    for (const [name, { isMadeAnew }] of Object.entries(tables)) {
      run(`create temp table ${name} (like ${schema}.${name} including all) on commit drop`, [])
      if (!isMadeAnew) {
        const columns = columnsOf(run, schema, name)
          .filter(({ isGenerated }) => !isGenerated)
          .map(({ name: column }) => `"${column}"`)
        run(
          `insert into pg_temp.${name} (${columns.join()}) select ${columns.join()} from ${schema}.${name}`,
          [],
        )
      }
    }
    // Views are bound to the tables that they were made of.
    for (const [name, definition] of viewsOf(run, schema))
      run(`create temp view ${name} as ${definition}`, [])
    work()
    const counts = new FindingCounts()
    for (const [name, { without = [] }] of Object.entries(tables))
      compare(
        run,
        schema,
        name,
        columnsOf(run, schema, name).filter((one) => !without.includes(one.name)),
        counts,
      )
    return counts.all()
  })
}

interface StoredColumn extends Column {
  readonly isGenerated: boolean
}

function columnsOf(run: RunNow, schema: string, table: string): StoredColumn[] {
  const { rows } = run(
    `select a.attname, (a.attnum = any (coalesce(k.conkey, '{}')))::int, (a.attgenerated <> '')::int
      from pg_attribute a left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
      where a.attrelid = ($1 || '.' || $2)::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [schema, `"${table}"`],
  )
  return rows.map(([name, isKey, isGenerated]) => ({
    name: name ?? '',
    isKey: isKey === '1',
    isGenerated: isGenerated === '1',
    isCompared: isKey !== '1' && isGenerated !== '1',
  }))
}

/** Their definitions with the tables' names alone, so that they see the copies. */
function viewsOf(run: RunNow, schema: string): [string, string][] {
  const { rows } = run(
    `select viewname, definition from pg_views where schemaname = $1 and viewname = 'timeline_mark'`,
    [schema],
  )
  return rows.map(([name, definition]) => [name ?? '', (definition ?? '').replaceAll(`${schema}.`, '')])
}

function compare(
  run: RunNow,
  schema: string,
  name: string,
  columns: readonly Column[],
  counts: FindingCounts,
): void {
  const keys = columns.filter(({ isKey }) => isKey).map((column) => column.name)
  const compared = columns.filter(({ isCompared }) => isCompared).map((column) => column.name)
  const same = keys.map((key) => `kept."${key}" = due."${key}"`).join(' and ')
  const tuple = (of: string, names: readonly string[]) => names.map((column) => `${of}."${column}"`)
  const differs =
    compared.map((column) => `kept."${column}" is distinct from due."${column}"`).join(' or ') || 'false'
  const missing = `due."${keys[0]}" is null`
  const { rows } = run(
    `select json_build_array(${tuple('kept', keys).join()}), (${missing})::int,
        json_build_array(${tuple('kept', compared).join()}), json_build_array(${tuple('due', compared).join()})
      from ${schema}.${name} as kept left join pg_temp.${name} as due on ${same} where ${missing} or ${differs}
      order by ${tuple('kept', keys).join()}`,
    [],
  )
  for (const [key, isMissing, kept, due] of rows) {
    const where = keyText(keys, key ?? '[]')
    if (isMissing === '1') counts.note(name, 'has rows that nothing in the graph leads to', where)
    else noteColumns(name, where, compared, JSON.parse(kept ?? '[]'), JSON.parse(due ?? '[]'), counts)
  }
  const lacking = run(
    `select json_build_array(${tuple('due', keys).join()}) from pg_temp.${name} as due
      left join ${schema}.${name} as kept on ${same} where kept."${keys[0]}" is null
      order by ${tuple('due', keys).join()}`,
    [],
  )
  for (const [key] of lacking.rows)
    counts.note(name, 'lacks rows that follow from the graph', keyText(keys, key ?? '[]'))
}

function noteColumns(
  table: string,
  key: string,
  columns: readonly string[],
  kept: readonly unknown[],
  due: readonly unknown[],
  counts: FindingCounts,
): void {
  const wrong = columns.filter((_, place) => kept[place] !== due[place])
  const texts = wrong.map((column) => {
    const place = columns.indexOf(column)
    return `${column} is ${JSON.stringify(kept[place])} and should be ${JSON.stringify(due[place])}`
  })
  counts.note(
    table,
    `has another ${wrong.join(', ')} than follows from the graph`,
    `${key}: ${texts.join(', ')}`,
  )
}

const keyText = (keys: readonly string[], row: string): string => {
  const values = JSON.parse(row) as unknown[]
  return rowText(Object.fromEntries(keys.map((key, place) => [key, values[place]])))
}
