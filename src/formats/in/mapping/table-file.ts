import type { TextFile } from '../../../dossier/text-file.ts'
import type { TableOptions } from './mapping-schema.ts'
import type { RecordForm } from './record-scanner.ts'
import { TableColumns } from './table-columns.ts'
import { guessDelimiter } from './table-delimiter.ts'
import { type TableRecord, tableRecords } from './table-records.ts'
import { encodingOf, type TableEncoding, TableFault, textChunks } from './table-text.ts'

/** So much of a file tells how it is written. */
const HEAD = 65_536

/** A table in a file: what its columns are called, and its rows. */
export class TableFile {
  readonly file: TextFile
  readonly columns: TableColumns
  readonly form: RecordForm
  readonly encoding: TableEncoding
  readonly #options: TableOptions

  /** Throws a TableFault where the file is no table. */
  constructor(file: TextFile, options: TableOptions) {
    this.file = file
    this.#options = options
    const head = file.read(0, HEAD)
    this.encoding = encodingOf(head, options.encoding)
    this.form = {
      delimiter: delimiterOf(options.delimiter) ?? guessDelimiter(headText(head, this.encoding), options),
      quote: options.quote === 'none' ? null : options.quote,
      comment: options.comment,
      skip: options.skip,
    }
    this.columns = this.#readColumns()
  }

  /** Its rows after the header, each as wide as the header. */
  *rows(): Generator<TableRecord> {
    let isHeader = this.#options.header
    for (const record of this.#records()) {
      if (!isHeader) yield this.#checked(record)
      isHeader = false
    }
  }

  #records(): Generator<TableRecord> {
    return tableRecords(textChunks(this.file, this.encoding), this.form)
  }

  #readColumns(): TableColumns {
    const { header, columns } = this.#options
    for (const { cells, line } of this.#records()) {
      const names = header ? cells : cells.map((_, index) => String(index + 1))
      if (columns && columns.length !== cells.length)
        throw new TableFault(
          line,
          `has ${cells.length} cells, and the mapping names ${columns.length} columns`,
        )
      return new TableColumns(columns ?? names)
    }
    throw new TableFault(1, 'is empty: there is no table in it')
  }

  #checked(record: TableRecord): TableRecord {
    const { length } = record.cells
    const { count } = this.columns
    if (length === count || (length < count && this.#options.ragged)) return record
    // Many programs end each row with a delimiter.
    if (length > count && record.cells.slice(count).every((cell) => cell.trim() === '')) return record
    const advice =
      length < count
        ? 'the file may be cut short, or say that rows may be shorter (file: {ragged: true})'
        : 'a cell with a delimiter in it stands in quotation marks'
    throw new TableFault(
      record.line,
      `has ${length} ${length === 1 ? 'cell' : 'cells'}, and the header ${count}: ${advice}`,
    )
  }
}

const delimiterOf = (given: TableOptions['delimiter']): string | undefined =>
  given === 'auto' ? undefined : given === 'tab' ? '\t' : given

const headText = (head: Uint8Array, encoding: TableEncoding): string => new TextDecoder(encoding).decode(head)
