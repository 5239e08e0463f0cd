import type { ForeignDatabase } from '../../../sql/foreign-database.ts'

/** The tables of DNA that are read, and the columns that are, by the names that DNA 3 gives them. */
export const dnaTables = {
  DOCUMENTS: ['ID', 'Title', 'Text', 'Author', 'Source', 'Section', 'Notes', 'Type', 'Date'],
  STATEMENTTYPES: ['ID', 'Label'],
  VARIABLES: ['ID', 'Variable', 'StatementTypeId'],
  STATEMENTS: ['ID', 'StatementTypeId', 'DocumentId', 'Start', 'Stop'],
  ENTITIES: ['ID', 'VariableId', 'Value', 'Type', 'Alias', 'Notes'],
  DATABOOLEAN: ['ID', 'StatementId', 'VariableId', 'Value'],
  DATAINTEGER: ['ID', 'StatementId', 'VariableId', 'Value'],
  DATASHORTTEXT: ['ID', 'StatementId', 'VariableId', 'Entity'],
  DATALONGTEXT: ['ID', 'StatementId', 'VariableId', 'Value'],
  ATTRIBUTEVARIABLES: ['ID', 'AttributeVariable'],
  ATTRIBUTEVALUES: ['ID', 'EntityId', 'AttributeVariableId', 'AttributeValue'],
} as const

export type DnaTable = keyof typeof dnaTables
export type DnaTableColumn<Table extends DnaTable> = (typeof dnaTables)[Table][number]

/** What DNA 2, and DNA 3 while it was made, call the same. */
const earlierTables: Partial<Record<DnaTable, string>> = {
  ENTITIES: 'ATTRIBUTES',
  ATTRIBUTEVALUES: 'ATTRIBUTEMETADATA',
}
const earlierColumns: Readonly<Record<string, string>> = {
  'STATEMENTTYPES.ID': 'Label',
  'VARIABLES.StatementTypeId': 'StatementType',
  'STATEMENTS.StatementTypeId': 'Type',
  'STATEMENTS.DocumentId': 'Document',
  'DATASHORTTEXT.Entity': 'Value',
  'ATTRIBUTEVARIABLES.AttributeVariable': 'MetaVariable',
  'ATTRIBUTEVALUES.EntityId': 'AttributeId',
  'ATTRIBUTEVALUES.AttributeVariableId': 'MetaVariableId',
  'ATTRIBUTEVALUES.AttributeValue': 'Value',
}

/** The columns that some versions do not have; what they would say is empty then. */
const optionalColumns = new Set(['DOCUMENTS.Author', 'ENTITIES.Type', 'ENTITIES.Alias', 'ENTITIES.Notes'])

/** How a file calls a table and its columns. */
export interface TableLayout {
  readonly name: string
  /** By the names of DNA 3. Columns that the file does not have are not here. */
  readonly columns: ReadonlyMap<string, string>
}

/** What tables and columns a file of DNA has. */
export interface DnaLayout {
  /** Whether a short text stands where it was coded, as in DNA 2. In DNA 3, the ID of an entity stands there. */
  readonly hasWrittenTexts: boolean
  /** Tables that the file does not have, and need not have, are not here. */
  readonly tables: ReadonlyMap<DnaTable, TableLayout>
}

/** The layout of a database, or why it is none of DNA. */
export function dnaLayoutOf(database: ForeignDatabase): DnaLayout | string {
  const shortTexts = database.columnsOf('DATASHORTTEXT') ?? []
  const isFinal = shortTexts.includes('Entity')
  const hasWrittenTexts =
    !isFinal && (shortTexts.includes('StatementTypeId') || shortTexts.includes('StatementType'))
  const optional = new Set<DnaTable>(isFinal ? [] : ['ATTRIBUTEVARIABLES', 'ATTRIBUTEVALUES'])
  if (hasWrittenTexts) optional.add('ENTITIES')
  const tables = new Map<DnaTable, TableLayout>()
  for (const table of Object.keys(dnaTables) as DnaTable[]) {
    const name = (!isFinal && earlierTables[table]) || table
    const found = database.columnsOf(name)
    if (found) {
      const columns = columnsIn(table, found)
      if (typeof columns === 'string') return missing('column', columns, ` in the table ${name}`)
      tables.set(table, { name, columns })
    } else if (!optional.has(table)) return missing('table', name)
  }
  return { hasWrittenTexts, tables }
}

const missing = (what: string, name: string, where = ''): string =>
  `has no ${what} ${name}${where}, which a file of Discourse Network Analyzer has.`

/** How a file calls the columns of a table, or the first that it lacks. */
function columnsIn(table: DnaTable, found: readonly string[]): ReadonlyMap<string, string> | string {
  const columns = new Map<string, string>()
  for (const column of dnaTables[table]) {
    const key = `${table}.${column}`
    const name = [column, earlierColumns[key]].find((one) => one !== undefined && found.includes(one))
    if (name !== undefined) columns.set(column, name)
    else if (!optionalColumns.has(key)) return column
  }
  return columns
}
