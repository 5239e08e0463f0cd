import { fileProblemAt } from '../../../dossier/file-format.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import { isDatabaseFile, openForeignDatabase } from '../../../model/open.ts'
import { type ForeignDatabase, ForeignDatabaseError } from '../../../sql/foreign-database.ts'
import type { Problem } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'
import type { ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import { LeftOut } from '../left-out.ts'
import { DnaItems } from './dna-items.ts'
import { giveDnaFile } from './dna-statements.ts'
import { dnaTables, RowFault, RowItems } from './dna-tables.ts'

/** A file is read into memory as a whole. */
const LARGEST = 256 * MIB

/** DNA's own file: its documents, and who said in them what, in agreement or not. */
export const dnaIn: ImportFormat = {
  name: 'dna',
  title: 'DNA 3',
  description:
    'The file of Discourse Network Analyzer 3 (.dna): documents with their texts, and statements by persons and ' +
    'organizations on concepts, in agreement or not.',
  recognizes: ({ name, bytes, text }) =>
    name.toLowerCase().endsWith('.dna') || (isDatabaseFile(bytes) && text.includes('STATEMENTTYPES')),
  async open(file, context) {
    const problem = problemWith(file)
    return problem ? [problem] : readingOf(file, context)
  },
}

function problemWith(file: TextFile): Problem | null {
  const refusal = (message: string) => fileProblemAt(file.name, message)
  if (file.size > LARGEST) return refusal(`is larger than ${LARGEST / MIB} MiB, and would not fit in memory.`)
  if (!isDatabaseFile(file.read(0, 100)))
    return refusal(
      'is no file of Discourse Network Analyzer 3, which is a database; DNA 1 wrote another format.',
    )
  try {
    return withDatabase(file, (database) => {
      const message = faultOfSchema(database)
      return message === null ? null : refusal(message)
    })
  } catch (error) {
    if (error instanceof ForeignDatabaseError) return refusal(error.message)
    throw error
  }
}

/** Why the tables of a database are not those of DNA 3. */
function faultOfSchema(database: ForeignDatabase): string | null {
  if (database.columnsOf('DATASHORTTEXT')?.includes('Value') && !database.columnsOf('ENTITIES'))
    return 'was written by DNA 2, whose files are not read. Export its statements from DNA as an event list (CSV), which is.'
  for (const [table, columns] of Object.entries(dnaTables)) {
    const found = database.columnsOf(table)
    if (!found) return `has no table ${table}, which a file of Discourse Network Analyzer 3 has.`
    const missing = columns.find((column) => !found.includes(column))
    if (missing)
      return `has no column ${missing} in the table ${table}, which a file of Discourse Network Analyzer 3 has.`
  }
  return null
}

function readingOf(file: TextFile, { nodes }: ReadingContext): ForeignReading {
  const part = new RowItems(file.name)
  const left = new LeftOut()
  return {
    part,
    left,
    read(sink) {
      left.clear()
      part.begin(sink)
      try {
        withDatabase(file, (database) => giveDnaFile(database, new DnaItems(part, nodes, left, 'dna'), left))
        return []
      } catch (error) {
        if (error instanceof RowFault) return [error.in(file.name)]
        if (error instanceof ForeignDatabaseError) return [fileProblemAt(file.name, error.message)]
        throw error
      }
    },
  }
}

function withDatabase<T>(file: TextFile, work: (database: ForeignDatabase) => T): T {
  const database = openForeignDatabase(file.read(0, file.size))
  try {
    return work(database)
  } finally {
    database.close()
  }
}
