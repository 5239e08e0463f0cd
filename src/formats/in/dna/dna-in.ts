import { fileProblemAt } from '../../../dossier/file-format.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import { isDatabaseFile, openForeignDatabase } from '../../../model/open.ts'
import { type ForeignDatabase, ForeignDatabaseError } from '../../../sql/foreign-database.ts'
import type { Problem } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'
import type { ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import { LeftOut } from '../left-out.ts'
import { DnaItems } from './dna-items.ts'
import { type DnaLayout, dnaLayoutOf } from './dna-layout.ts'
import { giveDnaFile } from './dna-statements.ts'
import { DnaDatabase, RowFault, RowItems } from './dna-tables.ts'

/** A file is read into memory as a whole. */
const LARGEST = 256 * MIB

/** DNA's own file: its documents, and who said in them what, in agreement or not. */
export const dnaIn: ImportFormat = {
  name: 'dna',
  title: 'DNA 2 and 3',
  description:
    'The file of Discourse Network Analyzer 2 or 3 (.dna): documents with their texts, and statements by persons and ' +
    'organizations on concepts, in agreement or not.',
  recognizes: ({ name, bytes, text }) =>
    name.toLowerCase().endsWith('.dna') || (isDatabaseFile(bytes) && text.includes('STATEMENTTYPES')),
  async open(file, context) {
    const layout = layoutIn(file)
    return 'message' in layout ? [layout] : readingOf(file, layout, context)
  },
}

/** What tables and columns a file has, or why it cannot be read. */
function layoutIn(file: TextFile): DnaLayout | Problem {
  const refusal = (message: string) => fileProblemAt(file.name, message)
  if (file.size > LARGEST) return refusal(`is larger than ${LARGEST / MIB} MiB, and would not fit in memory.`)
  if (!isDatabaseFile(file.read(0, 100)))
    return refusal(
      'is no file of Discourse Network Analyzer 2 or 3, which is a database; DNA 1 wrote another format.',
    )
  try {
    const layout = withDatabase(file, dnaLayoutOf)
    return typeof layout === 'string' ? refusal(layout) : layout
  } catch (error) {
    if (error instanceof ForeignDatabaseError) return refusal(error.message)
    throw error
  }
}

function readingOf(file: TextFile, layout: DnaLayout, { nodes }: ReadingContext): ForeignReading {
  const part = new RowItems(file.name)
  const left = new LeftOut()
  const give = (database: ForeignDatabase) =>
    giveDnaFile(new DnaDatabase(database, layout), new DnaItems(part, nodes, left, 'dna'), left)
  return {
    part,
    left,
    read(sink) {
      left.clear()
      part.begin(sink)
      try {
        withDatabase(file, give)
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
