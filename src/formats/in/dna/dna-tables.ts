import { formatValue } from '../../../dossier/problem.ts'
import type { ForeignDatabase, ForeignRow, ForeignValue } from '../../../sql/foreign-database.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import { type FilePlace, RecordItems, type RecordOrigin } from '../record-items.ts'
import type { DnaLayout, DnaTable, DnaTableColumn, TableLayout } from './dna-layout.ts'

/** What is wrong with a row. A database has no lines, so it is told by its table and its ID. */
export class RowFault extends Error {
  readonly path: string
  readonly value: string

  constructor(path: string, value: ForeignValue, message: string) {
    super(message)
    this.path = path
    this.value = formatValue(value)
  }

  in(file: string): Problem {
    return { file, path: this.path, value: this.value, message: this.message }
  }
}

/** A row of a table, whose values are of the types that they must have. Columns are asked for by the names of DNA 3. */
export class DnaRow<Table extends DnaTable> {
  readonly #layout: TableLayout
  readonly #row: ForeignRow

  constructor(layout: TableLayout, row: ForeignRow) {
    this.#layout = layout
    this.#row = row
  }

  get id(): number {
    return this.number('ID' as DnaTableColumn<Table>)
  }

  isNull(column: DnaTableColumn<Table>): boolean {
    return this.#value(column) === null
  }

  number(column: DnaTableColumn<Table>): number {
    const value = this.#value(column)
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    throw this.fault(column, `must be a whole number.`)
  }

  text(column: DnaTableColumn<Table>): string {
    const value = this.#value(column) ?? ''
    if (typeof value === 'string') return value
    if (typeof value === 'number') return String(value)
    throw this.fault(column, 'must be a text.')
  }

  fault(column: DnaTableColumn<Table>, message: string): RowFault {
    const name = this.#layout.columns.get(column) ?? column
    return new RowFault(`${this.#place()}, ${name}`, this.#value(column), message)
  }

  /** The row as what an item is made of. */
  get origin(): RecordOrigin {
    const place: FilePlace = { line: this.id, path: this.#place() }
    return { line: this.id, placeOf: () => place }
  }

  #value(column: string): ForeignValue {
    const name = this.#layout.columns.get(column)
    return (name === undefined ? null : this.#row[name]) ?? null
  }

  #place(): string {
    return `${this.#layout.name} row ${String(this.#value('ID'))}`
  }
}

/** A file of DNA, whichever version wrote it, as the tables of DNA 3. */
export class DnaDatabase {
  readonly #database: ForeignDatabase
  readonly #layout: DnaLayout

  constructor(database: ForeignDatabase, layout: DnaLayout) {
    this.#database = database
    this.#layout = layout
  }

  get hasWrittenTexts(): boolean {
    return this.#layout.hasWrittenTexts
  }

  /** None where the file need not have the table, and has not. */
  *rows<Table extends DnaTable>(table: Table): Generator<DnaRow<Table>> {
    const layout = this.#layout.tables.get(table)
    if (layout === undefined) return
    for (const row of this.#database.rows(layout.name, [...new Set(layout.columns.values())]))
      yield new DnaRow(layout, row)
  }

  /** The values of one column alone, which spares reading the others. */
  *valuesOf<Table extends DnaTable>(table: Table, column: DnaTableColumn<Table>): Generator<ForeignValue> {
    const layout = this.#layout.tables.get(table)
    const name = layout?.columns.get(column)
    if (layout === undefined || name === undefined) return
    for (const row of this.#database.rows(layout.name, [name])) yield row[name] ?? null
  }

  /** What the file calls a table. */
  nameOf(table: DnaTable): string {
    return this.#layout.tables.get(table)?.name ?? table
  }

  /** How many rows a table has that is not one of those which are read; none where the file has no such table. */
  countOf(table: string): number {
    return this.#database.columnsOf(table) ? this.#database.countOf(table) : 0
  }
}

/** Items that are made of rows: what is wrong with one is told by its row, and no line. */
export class RowItems extends RecordItems {
  override problem(path: FieldPath, message: string): Problem {
    const { line: _, column: __, ...found } = super.problem(path, message)
    const field = path.length > 2 ? `, ${path.slice(2).join('.')}` : ''
    return { ...found, path: `${found.path ?? ''}${field}` }
  }
}
