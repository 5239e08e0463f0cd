import type { Column } from './columns.ts'

export type Cell = string | number | boolean | null | undefined
export type Row = { readonly [column in Column]?: Cell }
export type Rows = readonly Row[] | AsyncIterable<readonly Row[]>
export type Format = 'csv' | 'json'

const types: Readonly<Record<Format, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
}

/** How a file begins, how each page of rows is written, and how the file ends. */
interface Writer {
  readonly page: (rows: readonly Row[]) => string
  readonly end: () => string
}

/**
 * A file of rows that come in pages: what is written already is the browser's to keep, so that a list of any length
 * takes no more memory, and the page no longer at a time, than one of its pages does.
 */
export async function fileOf(format: Format, rows: Rows, tell: (count: number) => void): Promise<Blob> {
  const writer = format === 'csv' ? csvWriter() : jsonWriter()
  const parts: Blob[] = []
  let count = 0
  for await (const page of Symbol.asyncIterator in rows ? rows : [rows]) {
    parts.push(new Blob([writer.page(page)]))
    count += page.length
    tell(count)
  }
  return new Blob([...parts, writer.end()], { type: types[format] })
}

/** Without it, Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'

/** RFC 4180. The first row names the columns: all rows of a list have the same. */
function csvWriter(): Writer {
  let columns: readonly string[] | null = null
  const line = (cells: readonly Cell[]) => `${cells.map(cellText).join(',')}\r\n`
  const page = (rows: readonly Row[]) => {
    const [first] = rows
    const isFirst = columns === null && first !== undefined
    if (isFirst) columns = Object.keys(first)
    const names = columns ?? []
    const lines = rows.map((row: Readonly<Record<string, Cell>>) => names.map((name) => row[name]))
    const text = (isFirst ? [names, ...lines] : lines).map(line).join('')
    return isFirst ? BYTE_ORDER_MARK + text : text
  }
  return { page, end: () => '' }
}

/** A cell that a spreadsheet would take for a formula is kept from being one. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function jsonWriter(): Writer {
  let isFirst = true
  const item = (row: Row) => {
    const before = isFirst ? '[\n' : ',\n'
    isFirst = false
    return `${before}  ${JSON.stringify(row)}`
  }
  return { page: (rows) => rows.map(item).join(''), end: () => (isFirst ? '[]\n' : '\n]\n') }
}
