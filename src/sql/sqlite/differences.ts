import type { Database } from 'better-sqlite3'
import type { CopiedTables, TableCopy } from '../engine.ts'
import { type Finding, FindingCounts } from '../finding.ts'
import { RowDifferences } from '../row-differences.ts'
import { freshSchema } from './fresh-schema.ts'
import { staging } from './staging.ts'

interface Column {
  readonly name: string
  readonly key: boolean
  readonly isGenerated: boolean
  readonly isRequired: boolean
  readonly isCopied: boolean
}

interface CopiedTable {
  readonly name: string
  readonly columns: readonly Column[]
}

/**
 * Copies tables, with their indexes, into temporary ones of the same names, which hide them, also from views; runs the work,
 * which then changes the copies; and tells by which rows tables and copies differ. Nothing is written to the file.
 */
export function differencesIn(db: Database, tables: CopiedTables, work: () => void): Finding[] {
  // What is copied may break the rules, which is for others to tell.
  db.pragma('foreign_keys = off')
  db.pragma('ignore_check_constraints = on')
  db.exec('begin')
  try {
    for (const { type, sql } of freshSchema())
      if (type === 'view') db.exec(sql.replace(/^create view/i, 'create temp view'))
    const copied = Object.entries(tables).map(([name, copy]) => copyTable(db, name, copy))
    db.exec(staging)
    work()
    const counts = new FindingCounts()
    for (const table of copied) compare(db, table, counts)
    return counts.all()
  } finally {
    db.exec('rollback')
  }
}

/** Made as in a new file: an index that is missing from this one would make the work slow, or be asked for by name. */
function copyTable(
  db: Database,
  name: string,
  { without = [], indexes, isMadeAnew }: TableCopy,
): CopiedTable {
  const parts = freshSchema().filter(({ table }) => table === name)
  for (const { type, sql } of parts)
    if (type === 'table') db.exec(sql.replace(/^create table/i, 'create temp table'))
  const columns = columnsOf(db, name, without)
  const stored = columns.filter(({ isGenerated }) => !isGenerated)
  const values = stored.map(({ name: column, isCopied, isRequired }) =>
    isCopied ? column : isRequired ? `'-'` : 'null',
  )
  const names = stored.map(({ name: column }) => column)
  if (!isMadeAnew)
    db.exec(`insert into temp.${name} (${names.join(', ')}) select ${values.join(', ')} from main.${name}`)
  for (const { type, name: index, sql } of parts)
    if (type === 'index' && (indexes?.includes(index) ?? true))
      db.exec(sql.replace(/^create (unique )?index /i, 'create $1index temp.'))
  return { name, columns }
}

function columnsOf(db: Database, table: string, without: readonly string[]): Column[] {
  return db
    .prepare<[string], { name: string; pk: number; hidden: number; notnull: number }>(
      `select name, pk, hidden, "notnull" from pragma_table_xinfo(?, 'temp')`,
    )
    .all(table)
    .map(({ name, pk, hidden, notnull }) => ({
      name,
      key: pk > 0,
      isGenerated: hidden > 0,
      isRequired: notnull === 1,
      isCopied: !without.includes(name),
    }))
}

function compare(db: Database, { name: table, columns }: CopiedTable, counts: FindingCounts): void {
  const keys = columns.filter(({ key }) => key).map(({ name }) => name)
  const compared = columns
    .filter(({ key, isGenerated, isCopied }) => !key && !isGenerated && isCopied)
    .map(({ name }) => name)
  const differences = new RowDifferences(table, keys, compared, counts)
  const rows = (query: string) => db.prepare<[], unknown[]>(query).raw().iterate()
  for (const row of rows(otherRows(table, keys, compared))) {
    const [key, kept] = [row.slice(0, keys.length), row.slice(keys.length + 1, -compared.length)]
    if (row[keys.length] === 1) differences.noteExtra(key)
    else differences.noteOther(key, kept, row.slice(-compared.length))
  }
  for (const key of rows(lackingRows(table, keys))) differences.noteLacking(key)
}

/** The rows that are kept and not due, or not with these values: the key, whether it is not due, and the values of both. */
const otherRows = (table: string, keys: readonly string[], columns: readonly string[]): string => {
  const isExtra = `due.${keys[0]} is null`
  const differs = columns.map((column) => `kept.${column} is not due.${column}`)
  return `select ${[names('kept', keys), isExtra, names('kept', columns), names('due', columns)].filter(Boolean).join(', ')}
    from main.${table} as kept left join temp.${table} as due on ${sameKey(keys)} where ${[isExtra, ...differs].join(' or ')}`
}

/** The keys of rows that are due and not kept. */
const lackingRows = (table: string, keys: readonly string[]): string =>
  `select ${names('due', keys)} from temp.${table} as due
    left join main.${table} as kept on ${sameKey(keys)} where kept.${keys[0]} is null`

const names = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `${table}.${column}`).join(', ')

const sameKey = (keys: readonly string[]): string =>
  keys.map((key) => `kept.${key} = due.${key}`).join(' and ')
