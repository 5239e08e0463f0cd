import type { FileHead } from '../../import-format.ts'
import { isZip } from '../../zip-mark.ts'
import { guessDelimiter } from '../table-delimiter.ts'
import { tableRecords } from '../table-records.ts'
import { encodingOf, hasControls, TableFault } from '../table-text.ts'
import { type ColumnKind, columnKind } from './column-kind.ts'
import { type ColumnRole, roleOfHead } from './column-roles.ts'

/** A column of a table, and what it seems to be. */
export interface GuessedColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole | undefined
  /** The first different texts in it: enough to show all words of a small vocabulary. */
  readonly samples: readonly string[]
}

/** How a table seems to be written, and what is in its columns. */
export interface TableHead {
  readonly file: string
  readonly delimiter: string
  readonly encoding: 'auto' | 'windows-1251' | 'windows-1252'
  readonly columns: readonly GuessedColumn[]
}

const SAMPLES = 12

/** The columns that can be named: those with a head that no other has. */
export const namedColumns = (columns: readonly GuessedColumn[]): GuessedColumn[] =>
  columns.filter(({ name }) => name !== '' && columns.filter((other) => other.name === name).length === 1)

/** Looks into the beginning of a file; says what is wrong where it is no table with a header. */
export function tableHead({ name, bytes }: FileHead): TableHead | { readonly fault: string } {
  if (isZip(bytes))
    return { fault: 'is packed as ZIP: unpack it, or save a workbook such as .xlsx or .ods as CSV' }
  const { text, encoding } = decodedHead(bytes)
  if (hasControls(text)) return { fault: 'is no text: a table is CSV or TSV' }
  const delimiter = guessDelimiter(text, { quote: '"', skip: 0 })
  const rows = rowsIn(text, delimiter)
  const [header, ...others] = rows
  if (!header) return { fault: 'is empty: there is no table in it' }
  if (header.length === 1 && others.some((row) => row.length > 1))
    return {
      fault: 'has one column in its first row and more in others: the lines before the header have to go',
    }
  const columns = header.map((head, index) => {
    const cells = others.map((row) => row[index] ?? '')
    const samples = [...new Set(cells)].filter((cell) => cell.trim() !== '').slice(0, SAMPLES)
    return { name: head.trim(), kind: columnKind(cells), role: roleOfHead(head), samples }
  })
  if (namedColumns(columns).length === 0)
    return { fault: 'has no heads in its first row, by which columns could be named' }
  return { file: name, delimiter, encoding, columns }
}

/** UTF-8 or UTF-16 where the bytes are that; else the code page of which more of it would be Cyrillic or Latin words. */
function decodedHead(bytes: Uint8Array): { text: string; encoding: TableHead['encoding'] } {
  try {
    const text = new TextDecoder(encodingOf(bytes, 'auto'), { fatal: true }).decode(bytes, { stream: true })
    return { text, encoding: 'auto' }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const cyrillic = new TextDecoder('windows-1251').decode(bytes)
    const isCyrillic = /\p{Script=Cyrillic}{4}/u.test(cyrillic)
    const encoding = isCyrillic ? 'windows-1251' : 'windows-1252'
    return { text: new TextDecoder(encoding).decode(bytes), encoding }
  }
}

/** The rows that are whole. */
function rowsIn(text: string, delimiter: string): (readonly string[])[] {
  const rows: (readonly string[])[] = []
  try {
    for (const { cells } of tableRecords([text], { delimiter, quote: '"' })) rows.push(cells)
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
  }
  return rows.length > 2 && !/[\r\n]$/.test(text) ? rows.slice(0, -1) : rows
}
