import { sql } from 'kysely'
import { type SqlPart, slot, type Value, type Values } from './build.ts'
import { eachTuple, tallyKey, upTo } from './dialect.ts'
import type { ImmediateEngine, ImmediatePrepared } from './engine.ts'
import { numberedTables, type StoredTable, storedTables } from './stored-tables.ts'

/** Rows that are read and written at a time, and the same of rows that may be as long as a source's text. */
const ROWS = 1_000
const LONG_ROWS = 20

/** Is told how far a copy is: after so many rows of all tables, and how many there are. */
export type CopyProgress = (rows: number, of: number) => void

type Row = Record<string, Value>

/**
 * Copies every row of a graph into one that has none, with all ids, in little memory. Both are to be within a transaction:
 * what is read must be one state, and what is written is there whole or not at all.
 */
export function copyTables(
  from: ImmediateEngine,
  to: ImmediateEngine,
  onProgress: CopyProgress = () => {},
): void {
  const of = Object.keys(storedTables).reduce((sum, table) => sum + rowCount(from, table), 0)
  // A new graph's derived tables begin with rows, such as those of how much there is of each kind.
  for (const table of Object.keys(storedTables).reverse())
    to.command(sql`delete from ${sql.table(table)}`).run()
  let rows = 0
  for (const [name, table] of Object.entries(storedTables)) {
    const writer = new RowWriter(to, name, table)
    for (const page of pagesOf(from, name, table)) {
      writer.write(page)
      rows += page.length
      onProgress(rows, of)
    }
    writer.end()
  }
  for (const table of numberedTables) to.beginIdsAfter(table, from.lastId(table))
}

const rowCount = (engine: ImmediateEngine, table: string): number =>
  engine.prepare(sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`).get()?.count ?? 0

/** All rows in the order of their key, some at a time. */
function* pagesOf(engine: ImmediateEngine, name: string, table: StoredTable): Generator<Row[]> {
  const limit = table.isLong ? LONG_ROWS : ROWS
  const first = pageQuery(engine, name, table, sql``)
  const keys = columnList(table.key)
  const next = pageQuery(engine, name, table, sql`where (${keys}) > (${sql.join(table.key.map(slot))})`)
  for (let after: Row | undefined; ; ) {
    const rows: Row[] = (after ? next.all({ ...keyOf(table, after), limit }) : first.all({ limit })).map(read)
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = rows.at(-1)
  }
}

function pageQuery(
  engine: ImmediateEngine,
  name: string,
  { key, columns }: StoredTable,
  where: SqlPart,
): ImmediatePrepared<Row> {
  // The column of a tally has keys and words: which of them an engine may have to say in another column.
  const more = name === 'tally' ? sql`, ${tallyKey(name)} as tally_key` : sql``
  return engine.prepare(sql<Row>`select ${columnList(Object.keys(columns))}${more} from ${sql.table(name)} ${where}
    order by ${columnList(key)} limit ${upTo('limit')}`)
}

const columnList = (columns: readonly string[]): SqlPart => sql.join(columns.map((column) => sql.ref(column)))

const keyOf = ({ key }: StoredTable, row: Row): Values =>
  Object.fromEntries(key.map((column) => [column, row[column] ?? null]))

function read(row: Row): Row {
  const { tally_key: key } = row
  return key === undefined || key === null ? row : { ...row, value: key }
}

/** Writes the rows of a table in the order of their key. */
class RowWriter {
  readonly #table: StoredTable
  readonly #columns: readonly string[]
  readonly #insert: (rows: readonly Value[][]) => void
  readonly #name: (column: string, pairs: readonly Value[][]) => void
  /** By column, what names a row that was not there yet: the row's id, and that of the other. */
  readonly #late = new Map<string, Value[][]>()

  constructor(engine: ImmediateEngine, name: string, table: StoredTable) {
    this.#table = table
    this.#columns = Object.keys(table.columns)
    const columns = columnList(this.#columns)
    const insert = engine.command(sql`insert into ${sql.table(name)} (${columns})
      select ${columns} from ${eachTuple('rows', table.columns)} as given`)
    this.#insert = (rows) => insert.run({ rows: JSON.stringify(rows) })
    this.#name = (column, pairs) =>
      engine
        .command(sql`update ${sql.table(name)} set ${sql.ref(column)} = given.named
          from ${eachTuple('pairs', { row: 'number', named: 'number' })} as given where id = given.row`)
        .run({ pairs: JSON.stringify(pairs) })
  }

  write(rows: readonly Row[]): void {
    const last = Number(rows.at(-1)?.id)
    for (const column of this.#table.within ?? [])
      for (const row of rows) {
        const named = row[column]
        if (named === null || named === undefined || Number(named) <= last) continue
        const late = this.#late.get(column) ?? []
        late.push([row.id ?? null, named])
        this.#late.set(column, late)
        row[column] = null
      }
    this.#insert(rows.map((row) => this.#columns.map((column) => row[column] ?? null)))
  }

  /** Writes what could not be written before, since the row that it names was not there. */
  end(): void {
    for (const [column, pairs] of this.#late)
      for (let at = 0; at < pairs.length; at += ROWS) this.#name(column, pairs.slice(at, at + ROWS))
  }
}
