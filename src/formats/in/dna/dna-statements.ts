import type { LeftOut } from '../left-out.ts'
import { type DnaCodebook, readCodebook } from './dna-codebook.ts'
import { DnaDates } from './dna-dates.ts'
import type { DnaItems } from './dna-items.ts'
import type { DnaDocument } from './dna-records.ts'
import type { DnaDatabase, DnaRow } from './dna-tables.ts'
import { type CodedValues, readValues } from './dna-values.ts'

type StatementRow = DnaRow<'STATEMENTS'>

/** Gives all documents of DNA's own file, each with its statements behind it. */
export function giveDnaFile(database: DnaDatabase, items: DnaItems, left: LeftOut): void {
  noteUnread(database, left)
  const codebook = readCodebook(database, left)
  const values = readValues(database, codebook, left)
  const statements = statementsByDocument(database, codebook, left)
  const dates = new DnaDates(database, left)
  for (const row of database.rows('DOCUMENTS')) {
    const document = documentOf(row, dates)
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
  CODER: 'coders',
  REGEXES: 'regular expressions',
  STATEMENTLINKS: 'links of statements',
  VARIABLELINKS: 'links of variables',
} as const

function noteUnread(database: DnaDatabase, left: LeftOut): void {
  for (const [table, what] of Object.entries(unread)) {
    const count = database.countOf(table)
    if (count > 0) left.note(what, count)
  }
}

function statementsByDocument(
  database: DnaDatabase,
  { types, speaking, variablesOf }: DnaCodebook,
  left: LeftOut,
): Map<number, StatementRow[]> {
  const found = new Map<number, StatementRow[]>()
  for (const row of database.rows('STATEMENTS')) {
    const type = row.text('StatementTypeId')
    const label = types.get(type)
    if (label === undefined) throw row.fault('StatementTypeId', 'names no row of STATEMENTTYPES.')
    if (!speaking.has(type))
      left.note(
        `statements of the type ${label}, whose variables name no speaker (${variablesOf(type).join(', ')})`,
      )
    else {
      const document = row.number('DocumentId')
      const rows = found.get(document)
      if (rows) rows.push(row)
      else found.set(document, [row])
    }
  }
  return found
}

function documentOf(row: DnaRow<'DOCUMENTS'>, dates: DnaDates): DnaDocument {
  return {
    ...{
      id: String(row.id),
      title: row.text('Title'),
      author: row.text('Author'),
      source: row.text('Source'),
    },
    ...{ section: row.text('Section'), type: row.text('Type'), notes: row.text('Notes') },
    ...{ day: dates.dayOf(row), text: row.text('Text'), origin: row.origin },
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
  const { entities = {}, agreement, isSigned = false } = values.get(row.id) ?? {}
  const nameOf = (role: 'person' | 'organization' | 'concept') => entities[role]?.name ?? ''
  const names = { person: nameOf('person'), organization: nameOf('organization'), concept: nameOf('concept') }
  const { start, exact } = selectedIn(document, row)
  const origin = row.origin
  const agrees = agreement === 1 || agreement === (isSigned ? -1 : 0) ? agreement === 1 : null
  if (agreement !== undefined && agrees === null)
    left.note(`agreements that are neither ${isSigned ? -1 : 0} nor 1`)
  items.statement(
    document.id,
    { id: String(row.id), ...names, agreement: agrees, exact, start, origin },
    (role) => (entities[role] ? codebook.attributesOf(entities[role]) : {}),
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
