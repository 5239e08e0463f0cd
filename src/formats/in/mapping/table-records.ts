import { type RecordForm, RecordScanner } from './record-scanner.ts'
import { TableFault } from './table-text.ts'
import { TextWindow } from './text-window.ts'

/** A row of a table as it stands in a file. */
export interface TableRecord {
  /** The line at which it begins, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The line at which each cell begins, where they are not all on one. */
  readonly cellLines: readonly number[] | null
}

/** What Excel writes, and reads, before a header: which delimiter the table has. */
export const delimiterLine = /^"?sep=([,;|\t])"?(?:\r\n?|\n)/i
const LONGEST_DELIMITER_LINE = 9

/** The letters of the longest row. */
const LONGEST_RECORD = 10_000_000

/**
 * The rows of a delimited text (RFC 4180) that comes in pieces, without those that are empty or comments. It is read here and
 * not by csv-parse because that tells the line of a row only, not of a cell in a row of several lines, gives its rows to a
 * stream, and does not stop at a cell without end.
 */
export function* tableRecords(chunks: Iterable<string>, form: RecordForm): Generator<TableRecord> {
  const window = new TextWindow(chunks)
  const scanner = new RecordScanner(form)
  for (let skipped = 0; skipped < (form.skip ?? 0); skipped++) window.passLine()
  if (delimiterLine.test(window.upcoming(LONGEST_DELIMITER_LINE))) window.passLine()
  while (!window.isAtEnd()) {
    if (form.comment !== undefined && window.startsWith(form.comment)) window.passLine()
    else {
      const record = nextRecord(window, scanner)
      if (record.cells.length > 1 || record.cells[0] !== '') yield record
    }
  }
}

function nextRecord(window: TextWindow, scanner: RecordScanner): TableRecord {
  for (;;) {
    const { line } = window
    const end = scanner.scan(window)
    if (end !== null) {
      window.pass(end)
      return { line, cells: scanner.cells, cellLines: scanner.cellLines }
    }
    if (window.text.length - window.at > LONGEST_RECORD)
      throw new TableFault(line, tooLong(scanner.openQuote))
    window.fill()
  }
}

const tooLong = (openQuote: number | null): string =>
  openQuote === null
    ? 'begins a row of more than 10 million letters: it is no table, or its delimiter is another'
    : `begins a row of more than 10 million letters: the quotation mark in line ${openQuote} is never closed`
