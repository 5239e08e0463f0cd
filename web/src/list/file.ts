import type { Column } from '../../../src/values/columns.ts'
import { BYTE_ORDER_MARK, type Cell, csvLine } from '../../../src/values/csv-line.ts'

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

/** The first row names the columns: all rows of a list have the same. */
function csvWriter(): Writer {
  let columns: readonly string[] | null = null
  const page = (rows: readonly Row[]) => {
    const [first] = rows
    const isFirst = columns === null && first !== undefined
    if (isFirst) columns = Object.keys(first)
    const names = columns ?? []
    const lines = rows.map((row: Readonly<Record<string, Cell>>) => names.map((name) => row[name]))
    const text = (isFirst ? [names, ...lines] : lines).map(csvLine).join('')
    return isFirst ? BYTE_ORDER_MARK + text : text
  }
  return { page, end: () => '' }
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
