import type { FileHead } from '../import-format.ts'
import type { Mapping, TableOptions } from './mapping-schema.ts'
import { TableColumns } from './table-columns.ts'
import { guessDelimiter } from './table-delimiter.ts'
import { tableRecords } from './table-records.ts'
import { encodingOf, TableFault } from './table-text.ts'

/** What a table begins with: one in UTF-16 has a mark that says so. */
export const tableText = ({ bytes, text }: FileHead, encoding: TableOptions['encoding']): string => {
  const found = encodingOf(bytes, encoding)
  return found === 'utf-8' ? text : new TextDecoder(found).decode(bytes)
}

/** Whether a file begins with the columns by which a mapping knows its tables. */
export function isOfMapping(head: FileHead, { recognize, file }: Mapping): boolean {
  if (!recognize) return false
  const text = tableText(head, file.encoding)
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
