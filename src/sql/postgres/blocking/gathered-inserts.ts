import { createHash } from 'node:crypto'
import type { QueryConfig } from 'pg'
import { storedTables } from '../../stored-tables.ts'
import type { RawResult } from '../servers/raw-result.ts'

/** A statement that adds one row, of which each column is one of its values. */
export interface RowInsert {
  readonly table: string
  readonly columns: readonly string[]
}

/** A statement that waits to be sent. */
export interface Unsent {
  readonly query: QueryConfig
  readonly whenDone?: ((result: RawResult) => void) | undefined
  /** Given where several of it may be sent as one. */
  readonly insert?: RowInsert | null
  /** Whether it is only known once it has been sent which texts it writes. */
  readonly mayWriteTexts?: boolean
}

/** Tables after those that their rows name. */
const order = new Map(Object.keys(storedTables).map((table, place) => [table, place]))

const rowInsert = /^\s*insert into "?(\w+)"?\s*\(([^)]*)\)\s*values\s*\(([^)]*)\)\s*(?:returning id)?\s*$/i

/** What a statement adds; null where it does anything else than to add one row of its values to a table of the graph. */
export function rowInsertOf(sql: string, parameters: number): RowInsert | null {
  const [, table = '', names = '', values = ''] = rowInsert.exec(sql) ?? []
  const columns = names.split(',').map((column) => column.trim().replaceAll('"', ''))
  const places = values.split(',').map((value) => /^\s*\$(\d+)(?:::bigint)?\s*$/.exec(value)?.[1])
  const isOfValues = columns.length === parameters && new Set(places).size === parameters
  if (!order.has(table) || !isOfValues || places.includes(undefined)) return null
  // By the places of the values, which may be in another order.
  return { table, columns: columns.map((_, place) => columns[places.indexOf(String(place + 1))] ?? '') }
}

/**
 * The same statements in fewer: rows that come for the same columns of one table go in one statement, after those that they
 * may name. Whatever is no such row comes after all that was given before it, and before all that was given after it.
 */
export function gathered(unsent: readonly Unsent[]): Unsent[] {
  const sent: Unsent[] = []
  let groups = new Map<string, Unsent[]>()
  const sendGroups = () => {
    if (groups.size === 0) return
    sent.push(...[...groups.values()].sort(byTable).map(asOne))
    groups = new Map()
  }
  for (const one of unsent) {
    if (one.insert) {
      const group = groups.get(one.query.text)
      if (group) group.push(one)
      else groups.set(one.query.text, [one])
    } else {
      sendGroups()
      sent.push(one)
    }
  }
  sendGroups()
  return sent
}

const rankOf = ([one]: readonly Unsent[]): number => order.get(one?.insert?.table ?? '') ?? 0
const byTable = (a: readonly Unsent[], b: readonly Unsent[]): number => rankOf(a) - rankOf(b)

function asOne(group: readonly Unsent[]): Unsent {
  const [first] = group
  if (!first?.insert || group.length === 1) return first as Unsent
  const { columns } = first.insert
  const { name, text } = statementOfRows(first.insert, first.query.text.endsWith('returning id'))
  const rows = group.map(({ query }) => rowOf(columns, query.values ?? []))
  const { mayWriteTexts = false } = first
  return { query: { name, text, values: [JSON.stringify(rows)] }, whenDone: toEach(group), mayWriteTexts }
}

/** Tells each of what was sent as one what came of it: the rows are in the order in which they were given. */
function toEach(group: readonly Unsent[]): ((result: RawResult) => void) | undefined {
  if (group.every(({ whenDone }) => !whenDone)) return undefined
  return (result) => {
    for (const [place, { whenDone }] of group.entries())
      whenDone?.({ ...result, rows: result.rows.slice(place, place + 1), rowCount: 1 })
  }
}

/** Without what is null: a column that is not given is that. */
function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [place, column] of columns.entries()) {
    const value = values[place]
    if (value !== null && value !== undefined) row[column] = value
  }
  return row
}

const statements = new Map<string, { name: string; text: string }>()

/** The table itself says what types the columns have. */
function statementOfRows({ table, columns }: RowInsert, tellsIds: boolean): { name: string; text: string } {
  const list = columns.map((column) => `"${column}"`).join()
  const text = `insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1::json)${
    tellsIds ? ' returning id' : ''
  }`
  const known = statements.get(text) ?? { name: createHash('sha256').update(text).digest('base64url'), text }
  statements.set(text, known)
  return known
}
