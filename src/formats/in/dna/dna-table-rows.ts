import { type CastingContext, CsvError, parse } from 'csv-parse/sync'
import { fileProblemAt } from '../../../dossier/file-format.ts'
import type { Problem } from '../../../values/errors.ts'

/** What DNA and its companion for R call the columns; whatever else a table has is a variable. */
const heads: Readonly<Record<string, DnaColumn>> = {
  'statement id': 'statement',
  id: 'statement',
  time: 'time',
  'document id': 'document',
  docid: 'document',
  'document title': 'title',
  doctitle: 'title',
  author: 'author',
  'document author': 'author',
  docauthor: 'author',
  source: 'source',
  'document source': 'source',
  docsource: 'source',
  section: 'section',
  'document section': 'section',
  docsection: 'section',
  type: 'type',
  'document type': 'type',
  doctype: 'type',
  text: 'text',
  person: 'person',
  organization: 'organization',
  organisation: 'organization',
  concept: 'concept',
  agreement: 'agreement',
}

type DnaColumn =
  | ('statement' | 'time' | 'document' | 'title' | 'author' | 'source' | 'section' | 'type' | 'text')
  | ('person' | 'organization' | 'concept' | 'agreement')

/** What an event list has; that of rDNA has no words, and is known by what was said. */
const needed = ['statement', 'time', 'document'] as const
const isEventList = (columns: ReadonlySet<DnaColumn | undefined>): boolean =>
  needed.every((column) => columns.has(column)) &&
  (columns.has('text') || (columns.has('concept') && columns.has('agreement')))

/** A line of an exported table. Cells are counted from 1, as columns of the table. */
export interface DnaTableRow {
  readonly line: number
  cell(column: DnaColumn): string
  /** Whether the table has this column. */
  has(column: DnaColumn): boolean
  /** Where a cell stands. */
  placeOf(column: DnaColumn): { line: number; column: number; path: string; value: string }
  /** The variables that have no place, and what they say. */
  readonly others: readonly (readonly [name: string, value: string])[]
}

const plainHead = (head: string): string => head.trim().toLowerCase().replaceAll(/[_.]/g, ' ')

const columnOf = (head: string): DnaColumn | undefined => heads[plainHead(head)]

/** Between its columns, DNA writes semicolons; who has edited the table may have other signs. */
export function delimiterOf(firstLine: string): string | null {
  for (const sign of [';', ',', '\t']) {
    const columns = new Set(firstLine.split(sign).map((head) => columnOf(head.replaceAll('"', ''))))
    if (isEventList(columns)) return sign
  }
  return null
}

interface ParsedRow {
  readonly record: readonly string[]
  readonly info: CastingContext
}

/** The lines of a table, or what is wrong with it as a table. */
export function dnaTableRows(
  file: string,
  text: string,
  delimiter: string,
): DnaTableRow[] | readonly Problem[] {
  try {
    // A line's number is that of its end, where a cell has several lines: the one before it ended a line earlier.
    const parsed = parse(text, {
      delimiter,
      bom: true,
      info: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRow[]
    const [names, ...rows] = parsed
    const columns = (names?.record ?? []).map((name) => ({ name, column: columnOf(name) }))
    const twice = columns.find(
      ({ column }, index) => column && columns.findIndex((one) => one.column === column) < index,
    )
    if (twice) return [fileProblemAt(file, `has the column ${twice.name} twice.`)]
    return rows.map(({ record }, index) => rowOf(columns, record, (parsed[index]?.info.lines ?? 0) + 1))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return [
      fileProblemAt(
        file,
        `is no whole table: ${error.message.replace(/\.$/, '')}.`,
        Number(error.lines ?? 1),
      ),
    ]
  }
}

function rowOf(
  columns: readonly { readonly name: string; readonly column: DnaColumn | undefined }[],
  record: readonly string[],
  line: number,
): DnaTableRow {
  const indexOf = (column: DnaColumn) => columns.findIndex((one) => one.column === column)
  const cell = (column: DnaColumn) => (record[indexOf(column)] ?? '').trim()
  return {
    line,
    cell,
    has: (column) => indexOf(column) >= 0,
    placeOf: (column) => ({
      line,
      column: indexOf(column) + 1,
      path: `column ${columns[indexOf(column)]?.name ?? column}`,
      value: cell(column),
    }),
    others: columns.flatMap(({ name, column }, index) =>
      column === undefined && name.trim() !== '' ? [[name, record[index]?.trim() ?? ''] as const] : [],
    ),
  }
}
