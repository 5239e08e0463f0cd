import type { Database } from 'better-sqlite3'
import type { CopiedTables, TableCopy } from '../engine.ts'
import { type Finding, FindingCounts, rowText } from '../finding.ts'
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

function compare(db: Database, { name, columns }: CopiedTable, counts: FindingCounts): void {
  const keys = columns.filter(({ key }) => key).map((column) => column.name)
  const compared = columns.filter(({ key, isGenerated, isCopied }) => !key && !isGenerated && isCopied)
  const names = compared.map((column) => column.name)
  const [kept, due] = [(column: string) => `kept.${column}`, (column: string) => `due.${column}`]
  const same = keys.map((key) => `${kept(key)} = ${due(key)}`).join(' and ')
  const [first] = keys
  const differs = names.map((column) => `${kept(column)} is not ${due(column)}`).join(' or ') || 'false'
  const rows = (query: string) => db.prepare<[], unknown[]>(query).raw().iterate()
  for (const row of rows(`select ${[...keys.map(kept), `due.${first} is null`, ...names.flatMap((one) => [kept(one), due(one)])].join(', ')}
      from main.${name} as kept left join temp.${name} as due on ${same} where due.${first} is null or ${differs}`)) {
    const key = keyText(keys, row)
    if (row[keys.length] === 1) counts.note(name, 'has rows that nothing in the graph leads to', key)
    else noteColumns(name, names, key, row.slice(keys.length + 1), counts)
  }
  for (const row of rows(`select ${keys.map(due).join(', ')} from temp.${name} as due
      left join main.${name} as kept on ${same} where kept.${first} is null`))
    counts.note(name, 'lacks rows that follow from the graph', keyText(keys, row))
}

const keyText = (keys: readonly string[], row: readonly unknown[]): string =>
  rowText(Object.fromEntries(keys.map((key, index) => [key, row[index]])))

/** @param pairs Of each column the value that is kept, and that which is due. */
function noteColumns(
  table: string,
  columns: readonly string[],
  key: string,
  pairs: readonly unknown[],
  counts: FindingCounts,
): void {
  const wrong = columns.flatMap((column, index) => {
    const [kept, due] = [pairs[index * 2], pairs[index * 2 + 1]]
    return kept === due
      ? []
      : [{ column, text: `${column} is ${JSON.stringify(kept)} and should be ${JSON.stringify(due)}` }]
  })
  const what = `has another ${wrong.map(({ column }) => column).join(', ')} than follows from the graph`
  counts.note(table, what, `${key}: ${wrong.map(({ text }) => text).join(', ')}`)
}
