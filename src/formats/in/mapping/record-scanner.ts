import { newlinesIn, TableFault } from './table-text.ts'
import type { TextWindow } from './text-window.ts'

/** How a table's rows are written. */
export interface RecordForm {
  readonly delimiter: string
  /** Null where nothing is quoted. */
  readonly quote: string | null
  readonly comment?: string | undefined
  /** Lines at the beginning that are passed over. */
  readonly skip?: number
}

/** The cells of the widest row. */
export const MOST_CELLS = 10_000

const NEWLINE = 10
const RETURN = 13

/** Takes one row after the other out of a text, as far as it is there. */
export class RecordScanner {
  cells: string[] = []
  cellLines: number[] | null = null
  /** The line of a quotation mark that was opened and not closed. */
  openQuote: number | null = null
  readonly #delimiter: number
  readonly #quote: string | null
  #line = 1

  constructor({ delimiter, quote }: RecordForm) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#quote = quote
  }

  /** Where the row ends that begins where the window stands; null where more of the text is needed to tell. */
  scan(window: TextWindow): number | null {
    const { text, isLast } = window
    this.cells = []
    this.cellLines = null
    this.#line = window.line
    for (let at = window.at; ; at++) {
      const end = text[at] === this.#quote ? this.#quoted(text, at, isLast) : this.#plain(text, at)
      if (end === null || (end >= text.length && !isLast)) return null
      if (this.cells.length > MOST_CELLS)
        throw new TableFault(window.line, `has more than ${MOST_CELLS} cells: its delimiter may be another`)
      if (text.charCodeAt(end) !== this.#delimiter) return afterBreak(text, end, isLast)
      at = end
    }
  }

  #plain(text: string, at: number): number {
    let end = at
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === this.#delimiter || code === NEWLINE || code === RETURN) break
    }
    this.#add(text.slice(at, end))
    return end
  }

  #quoted(text: string, at: number, isLast: boolean): number | null {
    const quote = this.#quote as string
    let end = text.indexOf(quote, at + 1)
    while (end >= 0 && text[end + 1] === quote) end = text.indexOf(quote, end + 2)
    this.openQuote = end < 0 ? this.#line : null
    if (end < 0 || (end + 1 >= text.length && !isLast)) {
      if (isLast)
        throw new TableFault(this.#line, 'opens a quotation mark that is never closed', this.cells.length + 1)
      return null
    }
    const inner = text.slice(at + 1, end)
    this.#addQuoted(inner, quote)
    this.#requireEnd(text, end + 1, inner)
    return end + 1
  }

  /** A quoted cell ends with its quotation mark. Where it does not, an earlier one was left open more often than not. */
  #requireEnd(text: string, at: number, inner: string): void {
    const code = text.charCodeAt(at)
    if (at >= text.length || code === this.#delimiter || code === NEWLINE || code === RETURN) return
    const line = this.#line - newlinesIn(inner)
    const message =
      `opens a quotation mark that is followed by ${JSON.stringify(text.slice(at, at + 20).split(/[\r\n]/)[0])} where it is ` +
      `closed${line === this.#line ? '' : ` (line ${this.#line})`}: a quotation mark within a cell is written twice`
    throw new TableFault(line, message, this.cells.length)
  }

  #add(cell: string): void {
    this.cellLines?.push(this.#line)
    this.cells.push(cell)
  }

  #addQuoted(inner: string, quote: string): void {
    this.#add(inner.includes(quote) ? inner.replaceAll(quote + quote, quote) : inner)
    const breaks = newlinesIn(inner)
    if (breaks === 0) return
    this.cellLines ??= this.cells.map(() => this.#line)
    this.#line += breaks
  }
}

/** Where the next row begins; null where a line break may go on. */
function afterBreak(text: string, at: number, isLast: boolean): number | null {
  if (text.charCodeAt(at) !== RETURN) return Math.min(at + 1, text.length)
  if (at + 1 >= text.length && !isLast) return null
  return text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1
}
