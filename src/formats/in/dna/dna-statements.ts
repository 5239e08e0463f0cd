import type { ForeignDatabase } from '../../../sql/foreign-database.ts'
import type { LeftOut } from '../left-out.ts'
import { type DnaCodebook, readCodebook } from './dna-codebook.ts'
import type { DnaItems } from './dna-items.ts'
import type { DnaDocument } from './dna-records.ts'
import { type DnaRow, dnaRows } from './dna-tables.ts'
import { type CodedValues, readValues } from './dna-values.ts'

type StatementRow = DnaRow<'STATEMENTS'>

/** Gives all documents of DNA's own file, each with its statements behind it. */
export function giveDnaFile(database: ForeignDatabase, items: DnaItems, left: LeftOut): void {
  noteUnread(database, left)
  const codebook = readCodebook(database, left)
  const values = readValues(database, codebook, left)
  const statements = statementsByDocument(database, codebook, left)
  for (const row of dnaRows(database, 'DOCUMENTS')) {
    const document = documentOf(row, left)
    items.document(document)
    for (const statement of statements.get(row.id) ?? [])
      giveStatement(statement, document, codebook, values, items, left)
    statements.delete(row.id)
  }
  for (const [row] of statements.values())
    if (row) throw row.fault('DocumentId', 'is the ID of no row of DOCUMENTS.')
}

/** Tables that have no place in a graph. */
const unread = {
  CODERS: 'coders',
  REGEXES: 'regular expressions',
  VARIABLELINKS: 'links of variables',
} as const

function noteUnread(database: ForeignDatabase, left: LeftOut): void {
  for (const [table, what] of Object.entries(unread)) {
    const count = database.columnsOf(table) ? database.countOf(table) : 0
    if (count > 0) left.note(what, count)
  }
}

function statementsByDocument(
  database: ForeignDatabase,
  { types, speaking }: DnaCodebook,
  left: LeftOut,
): Map<number, StatementRow[]> {
  const found = new Map<number, StatementRow[]>()
  for (const row of dnaRows(database, 'STATEMENTS')) {
    const type = row.number('StatementTypeId')
    const label = types.get(type)
    if (label === undefined) throw row.fault('StatementTypeId', 'is the ID of no row of STATEMENTTYPES.')
    if (!speaking.has(type)) left.note(`statements of the type ${label}`)
    else {
      const document = row.number('DocumentId')
      const rows = found.get(document)
      if (rows) rows.push(row)
      else found.set(document, [row])
    }
  }
  return found
}

const DAY = 86_400

function documentOf(row: DnaRow<'DOCUMENTS'>, left: LeftOut): DnaDocument {
  const seconds = row.number('Date')
  if (seconds % DAY !== 0) left.note('times of day, whose time zone is not told')
  const at = new Date(Math.floor(seconds / DAY) * DAY * 1000)
  const [day = ''] = Number.isNaN(at.getTime()) ? [] : at.toISOString().split('T')
  if (!/^\d{4}-/.test(day))
    throw row.fault('Date', 'is no number of seconds from 1970 on, in the years 0 to 9999.')
  return {
    ...{
      id: String(row.id),
      title: row.text('Title'),
      author: row.text('Author'),
      source: row.text('Source'),
    },
    ...{ section: row.text('Section'), type: row.text('Type'), notes: row.text('Notes') },
    ...{ day, text: row.text('Text'), origin: row.origin },
  }
}

function giveStatement(
  row: StatementRow,
  document: DnaDocument,
  codebook: DnaCodebook,
  values: ReadonlyMap<number, CodedValues>,
  items: DnaItems,
  left: LeftOut,
): void {
  const { names = {}, entities = {}, agreement } = values.get(row.id) ?? {}
  const { person = '', organization = '', concept = '' } = names
  const { start, exact } = selectedIn(document, row)
  const origin = row.origin
  const agrees = agreement === 1 || agreement === 0 ? agreement === 1 : null
  if (agreement !== undefined && agrees === null) left.note('agreements that are neither 0 nor 1')
  items.statement(
    document.id,
    { id: String(row.id), person, organization, concept, agreement: agrees, exact, start, origin },
    (variable) => codebook.attributes.get(entities[variable] ?? -1) ?? {},
  )
}

/** What a statement has selected of its document's text. */
function selectedIn({ id, text }: DnaDocument, row: StatementRow): { start: number; exact: string } {
  const [start, stop] = [row.number('Start'), row.number('Stop')]
  const length = text?.length ?? 0
  if (start < 0 || start >= stop)
    throw row.fault('Start', `must be from 0 on, and before Stop, which is ${stop}.`)
  if (stop > length)
    throw row.fault('Stop', `is outside of the text of document ${id}, which is ${length} characters long.`)
  return { start, exact: text?.slice(start, stop) ?? '' }
}
