import type { FileHead } from '../import-format.ts'
import type { Mapping } from './mapping-schema.ts'
import { TableColumns } from './table-columns.ts'
import { guessDelimiter } from './table-delimiter.ts'
import { tableRecords } from './table-records.ts'
import { encodingOf, TableFault } from './table-text.ts'

/** Whether a file begins with the columns by which a mapping knows its tables. */
export function isOfMapping(head: FileHead, { recognize, file }: Mapping): boolean {
  if (!recognize) return false
  const text = new TextDecoder(encodingOf(head.bytes, file.encoding)).decode(head.bytes)
  // Most files are none, and are not taken apart.
  if (!recognize.every((column) => text.includes(column))) return false
  try {
    const delimiter =
      file.delimiter === 'auto'
        ? guessDelimiter(text, file)
        : file.delimiter === 'tab'
          ? '\t'
          : file.delimiter
    const quote = file.quote === 'none' ? null : file.quote
    const [header] = tableRecords([text], { delimiter, quote, comment: file.comment, skip: file.skip })
    const columns = new TableColumns(header?.cells ?? [])
    return recognize.every((column) => columns.has(column))
  } catch (error) {
    if (error instanceof TableFault) return false
    throw error
  }
}
