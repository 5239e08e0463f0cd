import { formatValue } from '../../../dossier/problem.ts'
import type { ForeignDatabase, ForeignRow, ForeignValue } from '../../../sql/foreign-database.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import { type FilePlace, RecordItems, type RecordOrigin } from '../record-items.ts'

/** The tables of DNA 3 that are read, and the columns that are. Each has an ID. */
export const dnaTables = {
  DOCUMENTS: ['ID', 'Title', 'Text', 'Author', 'Source', 'Section', 'Notes', 'Type', 'Date'],
  STATEMENTTYPES: ['ID', 'Label'],
  VARIABLES: ['ID', 'Variable', 'DataType', 'StatementTypeId'],
  STATEMENTS: ['ID', 'StatementTypeId', 'DocumentId', 'Start', 'Stop'],
  ENTITIES: ['ID', 'VariableId', 'Value'],
  DATABOOLEAN: ['ID', 'StatementId', 'VariableId', 'Value'],
  DATAINTEGER: ['ID', 'StatementId', 'VariableId', 'Value'],
  DATASHORTTEXT: ['ID', 'StatementId', 'VariableId', 'Entity'],
  DATALONGTEXT: ['ID', 'StatementId', 'VariableId', 'Value'],
  ATTRIBUTEVARIABLES: ['ID', 'VariableId', 'AttributeVariable'],
  ATTRIBUTEVALUES: ['ID', 'EntityId', 'AttributeVariableId', 'AttributeValue'],
} as const

export type DnaTable = keyof typeof dnaTables
type ColumnOf<Table extends DnaTable> = (typeof dnaTables)[Table][number]

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

/** A row of a table, whose values are of the types that they must have. */
export class DnaRow<Table extends DnaTable> {
  readonly #table: Table
  readonly #row: ForeignRow

  constructor(table: Table, row: ForeignRow) {
    this.#table = table
    this.#row = row
  }

  get id(): number {
    return this.number('ID' as ColumnOf<Table>)
  }

  number(column: ColumnOf<Table>): number {
    const value = this.#row[column] ?? null
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    throw this.fault(column, `must be a whole number.`)
  }

  text(column: ColumnOf<Table>): string {
    const value = this.#row[column] ?? ''
    if (typeof value === 'string') return value
    if (typeof value === 'number') return String(value)
    throw this.fault(column, 'must be a text.')
  }

  fault(column: ColumnOf<Table>, message: string): RowFault {
    return new RowFault(`${this.#place()}, ${column}`, this.#row[column] ?? null, message)
  }

  /** The row as what an item is made of. */
  get origin(): RecordOrigin {
    const place: FilePlace = { line: this.id, path: this.#place() }
    return { line: this.id, placeOf: () => place }
  }

  #place(): string {
    return `${this.#table} row ${String(this.#row.ID)}`
  }
}

export function* dnaRows<Table extends DnaTable>(
  database: ForeignDatabase,
  table: Table,
): Generator<DnaRow<Table>> {
  for (const row of database.rows(table, dnaTables[table])) yield new DnaRow(table, row)
}

/** Items that are made of rows: what is wrong with one is told by its row, and no line. */
export class RowItems extends RecordItems {
  override problem(path: FieldPath, message: string): Problem {
    const { line: _, column: __, ...found } = super.problem(path, message)
    const field = path.length > 2 ? `, ${path.slice(2).join('.')}` : ''
    return { ...found, path: `${found.path ?? ''}${field}` }
  }
}
