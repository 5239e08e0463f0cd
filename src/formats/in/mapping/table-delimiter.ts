import type { TableOptions } from './mapping-schema.ts'
import { delimiterLine, tableRecords } from './table-records.ts'
import { TableFault } from './table-text.ts'

const candidates = [',', ';', '\t', '|'] as const
const ROWS_COMPARED = 50

/** What stands between the cells of a table that begins so: what makes rows of one width of it, and wide ones. */
export function guessDelimiter(
  head: string,
  options: Pick<TableOptions, 'quote' | 'comment' | 'skip'>,
): string {
  const told = delimiterLine.exec(head)?.[1]
  if (told !== undefined && options.skip === 0) return told
  const quote = options.quote === 'none' ? null : options.quote
  const scored = candidates.map((delimiter) => {
    const form = { delimiter, quote, comment: options.comment, skip: options.skip }
    return { delimiter, score: evenness(widths(head, form)) }
  })
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.delimiter : ','
}

/** The widths of the first rows, as far as they can be read. */
function widths(head: string, form: Parameters<typeof tableRecords>[1]): number[] {
  const found: number[] = []
  try {
    for (const { cells } of tableRecords([head], form)) {
      if (found.push(cells.length) > ROWS_COMPARED) break
    }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
  }
  // The head ends within a row.
  return found.length > 2 ? found.slice(0, -1) : found
}

/** The share of rows that are as wide as the first, and the width where shares are alike; 0 where nothing is divided. */
function evenness(all: readonly number[]): number {
  const [first = 1] = all
  if (first === 1) return 0
  const alike = all.filter((width) => width === first).length / all.length
  return alike + Math.min(first, 1000) / 10_000
}
