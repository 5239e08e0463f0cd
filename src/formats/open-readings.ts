import type { DossierReading } from '../dossier/draft.ts'
import { fileProblemAt } from '../dossier/file-format.ts'
import { dossiersIn } from '../dossier/read.ts'
import type { TextFile } from '../dossier/text-file.ts'
import type { LastDossier } from '../dossier/whole-dossier.ts'
import type { Problem } from '../values/errors.ts'
import { formatOfFile } from './import-formats.ts'
import type { ForeignReading, ImportFormat, ReadingContext } from './in/import-format.ts'
import { isZip } from './in/zip-mark.ts'
import { whyNoDossier } from './no-dossier.ts'

/** What a file turned out to hold. */
export interface OpenedReadings {
  readonly readings: readonly DossierReading[]
  /** The one of them that is another tool's, which says what it leaves out. */
  readonly foreign?: { readonly title: string; readonly reading: ForeignReading }
  readonly faults: readonly Problem[]
}

const packed =
  'is packed as ZIP: unpack it and import the files in it (save a workbook such as .xlsx or .ods as CSV). The tables of an ' +
  'export are for other programs: a graph is made of a dossier (hearsay export graph.jsonl)'

/**
 * Opens a file as what it is: by the format that was asked for, else by the one that its beginning tells, else as a dossier.
 *
 * @param last Keeps the dossier that was read last.
 */
export async function openReadings(
  file: TextFile,
  context: ReadingContext,
  last: LastDossier,
  asked?: ImportFormat | 'dossier',
): Promise<OpenedReadings> {
  if (isZip(file.read(0, 4))) return { readings: [], faults: [fileProblemAt(file.name, packed)] }
  const format = asked ?? formatOfFile(file)
  const faults = format === undefined ? whyNoDossier(file) : []
  if (faults.length > 0) return { readings: [], faults }
  if (format === undefined || format === 'dossier')
    return { readings: [...dossiersIn(file, last)], faults: [] }
  return openedAs(format.title, await format.open(file, context))
}

const openedAs = (title: string, opened: ForeignReading | readonly Problem[]): OpenedReadings =>
  'read' in opened
    ? { readings: [opened], foreign: { title, reading: opened }, faults: [] }
    : { readings: [], faults: opened }
