import { fileProblemAt } from '../../../dossier/file-format.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import { isEdtf } from '../../../values/date.ts'
import type { Problem } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'
import type { ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import { LeftOut } from '../left-out.ts'
import { TableFault, textChunks } from '../mapping/table-text.ts'
import { RecordItems } from '../record-items.ts'
import { DnaItems } from './dna-items.ts'
import { type DnaTableRow, delimiterOf, dnaTableRows } from './dna-table-rows.ts'

const LARGEST = 64 * MIB

const firstLine = (text: string): string => text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? ''

/** The event list that DNA exports: a line for each statement, without the texts of documents. */
export const dnaTableIn: ImportFormat = {
  name: 'dna-table',
  title: 'DNA’s exported table',
  description:
    'The event list that Discourse Network Analyzer exports (CSV): a line for each statement, with its document, person, ' +
    'organization, concept and agreement.',
  recognizes: ({ text }) => delimiterOf(firstLine(text)) !== null,
  async open(file, context) {
    if (file.size > LARGEST)
      return [fileProblemAt(file.name, `is larger than ${LARGEST / MIB} MiB, and would not fit in memory.`)]
    const found = tableTextOf(file)
    if (typeof found !== 'string') return [found]
    const delimiter = delimiterOf(firstLine(found))
    if (delimiter === null)
      return [
        fileProblemAt(
          file.name,
          'is no event list of DNA: it needs the columns statement ID, time and document ID, and text or concept and agreement.',
        ),
      ]
    const rows = dnaTableRows(file.name, found, delimiter)
    return isProblems(rows) ? rows : readingOf(file, rows, context)
  },
}

const NOT_TEXT = 'is not text in UTF-8 here: the file is damaged, or has to be saved in UTF-8 first'

/** All of the table, or the line at which it is no text. */
function tableTextOf(file: TextFile): string | Problem {
  try {
    return [...textChunks(file, 'utf-8')].join('')
  } catch (error) {
    if (error instanceof TableFault) return fileProblemAt(file.name, NOT_TEXT, error.line)
    throw error
  }
}

const isProblems = (rows: DnaTableRow[] | readonly Problem[]): rows is readonly Problem[] =>
  rows.length > 0 && rows.every((row) => 'message' in row)

function readingOf(file: TextFile, rows: readonly DnaTableRow[], { nodes }: ReadingContext): ForeignReading {
  const part = new RecordItems(file.name)
  const left = new LeftOut()
  return {
    part,
    left,
    read(sink) {
      left.clear()
      part.begin(sink)
      const items = new DnaItems(part, nodes, left, 'dna-table')
      return rows.flatMap((row) => giveRow(file.name, row, items, left))
    },
  }
}

/** Texts in the table are as DNA writes them: commas for semicolons, and single quotes for double ones. */
function giveRow(file: string, row: DnaTableRow, items: DnaItems, left: LeftOut): Problem[] {
  const refusal = (column: Parameters<DnaTableRow['cell']>[0], message: string): Problem[] => [
    { file, ...row.placeOf(column), message },
  ]
  const [id, document] = [row.cell('statement'), row.cell('document')]
  if (!/^\d{1,15}$/.test(id)) return refusal('statement', 'must be a whole number.')
  if (!/^\d{1,15}$/.test(document)) return refusal('document', 'must be a whole number.')
  const [day = '', time = ''] = row.cell('time').split(/[ T]/)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !isEdtf(day))
    return refusal('time', 'must be a day and a time, such as 2005-01-26 00:00:00.')
  const agreement = agreementOf(row.cell('agreement'))
  if (agreement === undefined) return refusal('agreement', 'must be 1 or 0.')
  if (time !== '' && !/^(00|12):00(:00)?$/.test(time)) left.note('times of day, whose time zone is not told')
  for (const [name, value] of row.others) if (value !== '') left.note(`variable ${name}`)
  const origin = { line: row.line }
  if (!items.hasDocument(document))
    items.document({
      ...{ id: document, title: row.cell('title'), author: row.cell('author'), source: row.cell('source') },
      ...{ section: row.cell('section'), type: row.cell('type'), notes: '', day, text: null, origin },
    })
  items.statement(document, {
    ...{
      id,
      person: namedIn(row.cell('person')),
      organization: namedIn(row.cell('organization')),
      concept: namedIn(row.cell('concept')),
    },
    ...{ agreement, exact: wordsOf(row), start: null, origin },
  })
  return []
}

/** R writes NA where there is nothing. */
const namedIn = (cell: string): string => (cell === 'NA' ? '' : cell)

/** The words that were coded; rDNA gives none, and so the concept stands for them. */
const wordsOf = (row: DnaTableRow): string => row.cell(row.has('text') ? 'text' : 'concept')

/** Undefined where it is neither yes, no nor nothing. */
function agreementOf(cell: string): boolean | null | undefined {
  const lower = cell.toLowerCase()
  if (['1', 'true', 'yes'].includes(lower)) return true
  if (['0', 'false', 'no'].includes(lower)) return false
  return ['', 'null', 'na'].includes(lower) ? null : undefined
}
