import { formatValue } from '../../../dossier/problem.ts'
import { withoutGuard } from '../../../values/csv-line.ts'
import type { Problem } from '../../../values/errors.ts'
import type { LeftOut } from '../left-out.ts'
import type { FilePlace } from '../record-items.ts'
import type { TableColumns } from './table-columns.ts'
import type { TableRecord } from './table-records.ts'

/** So many problems are told of a table before its reading is ended. */
export const MOST_TABLE_PROBLEMS = 1000

/** Is thrown where a table has so many problems that nobody would read more of them. */
export class TooManyProblems extends Error {}

/** What a table's rows have in common: its columns, and what is found wrong or left out. */
export class TableNotes {
  readonly file: string
  readonly columns: TableColumns
  readonly problems: Problem[] = []
  readonly left: LeftOut
  /** Whether something was made of the cell of each column in the row that is read now. */
  readonly used: Uint8Array
  readonly #unused: number[] = []

  constructor(file: string, columns: TableColumns, left: LeftOut) {
    this.file = file
    this.columns = columns
    this.left = left
    this.used = new Uint8Array(columns.count)
  }

  /** Counts the cells of a row that nothing was made of. */
  endRow({ cells }: TableRecord): void {
    for (const [index, cell] of cells.entries())
      if (this.used[index] === 0 && cell.trim() !== '') this.#unused[index] = (this.#unused[index] ?? 0) + 1
    this.used.fill(0)
  }

  /** Names the columns with such cells, once all rows were read. */
  countUnused(ignored: readonly string[]): void {
    for (const [index, name] of this.columns.names.entries()) {
      const count = this.#unused[index] ?? 0
      if (count > 0 && !ignored.includes(name))
        this.left.note(`column ${name || `number ${index + 1}`}`, count)
    }
  }

  /** Several fields may be made of one cell: what is wrong with it is told once. */
  add(problem: Problem): void {
    for (let at = this.problems.length - 1; at >= 0 && this.problems[at]?.line === problem.line; at--)
      if (isAlike(this.problems[at], problem)) return
    this.problems.push(problem)
    if (this.problems.length >= MOST_TABLE_PROBLEMS) throw new TooManyProblems()
  }
}

const isAlike = (a: Problem | undefined, b: Problem): boolean =>
  a?.column === b.column && a?.message === b.message && a.value === b.value

/** A row of a table that items are made of. */
export class MappedRow {
  readonly record: TableRecord
  readonly notes: TableNotes
  /** The slugs of what was made of it, by what the mapping calls each. */
  readonly made: Map<string, string>

  constructor(record: TableRecord, notes: TableNotes, made = new Map<string, string>()) {
    this.record = record
    this.notes = notes
    this.made = made
  }

  /** The same row with other texts in some of its cells. */
  withCells(texts: ReadonlyMap<number, string>): MappedRow {
    const cells = this.record.cells.map((cell, column) => texts.get(column) ?? cell)
    return new MappedRow({ ...this.record, cells }, this.notes, this.made)
  }

  /** A cell's text, of which something is made. */
  cell(column: number): string {
    this.notes.used[column] = 1
    return this.textAt(column)
  }

  /** Notes that cells are accounted for, whether they were looked at or not. */
  use(columns: readonly number[]): void {
    for (const column of columns) this.notes.used[column] = 1
  }

  /** A cell's text without space around it. What an export kept a spreadsheet from taking for a formula comes back as it was. */
  textAt(column: number): string {
    return withoutGuard((this.record.cells[column] ?? '').trim())
  }

  /** Where a cell stands. */
  place(column: number): FilePlace {
    const line = this.record.cellLines?.[column] ?? this.record.line
    return { line, column: column + 1, path: this.notes.columns.name(column), value: this.textAt(column) }
  }

  /** @param text What of the cell is wrong; all of it, unless given. */
  fault(column: number | undefined, message: string, text?: string): void {
    const {
      line,
      column: at,
      path,
      value,
    }: FilePlace = column === undefined ? { line: this.record.line } : this.place(column)
    const shown = text ?? value
    this.notes.add({
      ...{ file: this.notes.file, line, column: at, message },
      ...(path !== undefined && { path }),
      ...(shown !== undefined && { value: formatValue(shown) }),
    })
  }
}
