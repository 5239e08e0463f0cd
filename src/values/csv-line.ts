/** What can stand in a table. */
export type Cell = string | number | boolean | null | undefined

/** Without it, Excel takes UTF-8 for the code page of the machine. */
export const BYTE_ORDER_MARK = '\ufeff'

/** A line of a CSV file as RFC 4180 has it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

/** What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asia, or has an apostrophe before that. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

/** A text without the apostrophe that kept it from being taken for a formula. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text

/** A text that a spreadsheet would take for a formula is kept from being one; numbers are none. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
