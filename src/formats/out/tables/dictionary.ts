import { BYTE_ORDER_MARK, csvLine } from '../../../values/csv-line.ts'
import type { TableColumn } from './table.ts'
import { tables } from './tables.ts'

/** Which columns there are and what stands in each, as CSV. */
export function dataDictionary(): string {
  const heads = ['table', 'column', 'type', 'meaning', 'words']
  const lines = tables.flatMap((table) =>
    table.columns.map((column) => [table.name, column.name, column.type, column.meaning, wordsOf(column)]),
  )
  return BYTE_ORDER_MARK + [heads, ...lines].map(csvLine).join('')
}

function wordsOf({ words = {} }: TableColumn): string {
  return Object.entries(words)
    .map(([word, meaning]) => `${word}: ${meaning}`)
    .join(' | ')
}

/** What a folder of tables says of itself. */
export function tablesReadme(ending: 'csv' | 'parquet', notes: readonly string[]): string {
  const names = tables.map(({ name, meaning }) => `  ${`${name}.${ending}`.padEnd(26)}${meaning}`)
  return [
    'A knowledge graph of Hearsay as tables: who said what about whom, where, when, and who contradicts it.',
    '',
    'A row of each table is:',
    ...names,
    '',
    'data-dictionary.csv tells what stands in each column, and which words can.',
    '',
    ...notes,
    'Nodes stand by their slugs, or by their ids where they have none; the column beside it tells what they are called.',
    'Dates stand as exactly as they are known (EDTF, ISO 8601-2), and beside them by the first and last day that they allow.',
    'Statements are listed whatever their review; only the accepted ones count in positions, standings and counts.',
    '',
  ].join('\n')
}
