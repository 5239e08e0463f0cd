import { formatValue } from '../../../dossier/problem.ts'
import type { Problem } from '../../../values/errors.ts'
import type { LeftOut } from '../left-out.ts'
import type { FilePlace } from '../record-items.ts'
import type { TableColumns } from './table-columns.ts'
import type { TableRecord } from './table-records.ts'

/** So many problems are told of a table before its reading is ended. */
export const MOST_PROBLEMS = 1000

/** Is thrown where a table has so many problems that nobody would read more of them. */
export class TooManyProblems extends Error {}

/** What a table's rows have in common: its columns, and what is found wrong or left out. */
export class TableNotes {
  readonly file: string
  readonly columns: TableColumns
  readonly problems: Problem[] = []
  readonly left: LeftOut

  constructor(file: string, columns: TableColumns, left: LeftOut) {
    this.file = file
    this.columns = columns
    this.left = left
  }

  add(problem: Problem): void {
    this.problems.push(problem)
    if (this.problems.length >= MOST_PROBLEMS) throw new TooManyProblems()
  }
}

/** A row of a table that items are made of. */
export class MappedRow {
  readonly record: TableRecord
  readonly notes: TableNotes
  /** The slugs of what was made of it, by what the mapping calls each. */
  readonly made = new Map<string, string>()

  constructor(record: TableRecord, notes: TableNotes) {
    this.record = record
    this.notes = notes
  }

  /** A cell's text without space around it. What an export kept a spreadsheet from taking for a formula comes back as it was. */
  cell(column: number): string {
    const text = (this.record.cells[column] ?? '').trim()
    return text.charCodeAt(0) === APOSTROPHE && /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
  }

  /** Where a cell stands. */
  place(column: number): FilePlace {
    const line = this.record.cellLines?.[column] ?? this.record.line
    return { line, column: column + 1, path: this.notes.columns.name(column), value: this.cell(column) }
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

const APOSTROPHE = 39
