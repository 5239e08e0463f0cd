import { checkReadings, importReadings } from '../dossier/import.ts'
import { openInput } from '../dossier/inputs.ts'
import type { Counts, ImportSummary } from '../dossier/item-keys.ts'
import type { DossierItems } from '../dossier/items.ts'
import { sectionNames } from '../dossier/sections.ts'
import { TextFile } from '../dossier/text-file.ts'
import { unpacked } from '../dossier/unpack.ts'
import { LastDossier } from '../dossier/whole-dossier.ts'
import type { ImportJob } from '../dossier/write-items.ts'
import { formatAsked } from '../formats/format-asked.ts'
import type { ImportFormat } from '../formats/in/import-format.ts'
import { KnownNodes } from '../formats/in/known-nodes.ts'
import { mappedFormat } from '../formats/in/mapping/open-mapped.ts'
import { checkMapping } from '../formats/in/mapping/read-mapping.ts'
import { type OpenedReadings, openReadings } from '../formats/open-readings.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, type Problem } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { refusedBy } from './refusal.ts'
import type { ImportReport, ImportRequest, WriteResult } from './request.ts'

/** So many problems are told one by one, and so many nodes are shown whole. */
const MOST_TOLD = 100
const SHOWN = 10

/** Imports a file as one revision, or tells what would come of it; where anything is wrong, nothing is written. */
export async function importFile(engine: ImmediateEngine, request: ImportRequest): Promise<WriteResult> {
  const input = openInput(request.file.path)
  const file = input instanceof TextFile ? await unpacked(named(input, request.file.name)) : input
  try {
    return await importOpenFile(engine, file, request)
  } catch (error) {
    return refusedBy(error)
  } finally {
    if (file instanceof TextFile) file.close()
  }
}

/** The same file by the name that its owner knows it by. */
const named = (file: TextFile, name: string): TextFile => new TextFile(name, file.descriptor)

async function importOpenFile(
  engine: ImmediateEngine,
  file: TextFile | Problem,
  request: ImportRequest,
): Promise<WriteResult> {
  const asked = askedOf(request)
  if ('problems' in asked) return resultOf(emptyReport(null), asked.problems)
  if (!(file instanceof TextFile)) return resultOf(emptyReport(null), [file])
  const last = new LastDossier()
  const opened = await openReadings(file, { nodes: new KnownNodes(engine) }, last, asked.format)
  const report = emptyReport(opened.foreign?.title ?? (opened.readings.length > 0 ? 'dossier' : null))
  const job: ImportJob = {
    readings: opened.readings,
    faults: opened.faults,
    files: [file],
    note: request.note ?? request.file.name,
    by: request.by,
    onChecked: (items) => noteItems(report, items),
  }
  return request.dryRun ? previewed(engine, job, opened, report) : written(engine, job, opened, report)
}

type Asked =
  | { readonly format: ImportFormat | 'dossier' | undefined }
  | { readonly problems: readonly Problem[] }

function askedOf({ format, mapping }: ImportRequest): Asked {
  if (mapping === undefined) return { format: formatAsked(format) }
  const checked = checkMapping(mapping)
  if ('mapping' in checked) return { format: mappedFormat(checked.mapping) }
  return {
    problems: checked.faults.map(({ path, message }) => ({ file: 'mapping', path: path.join('.'), message })),
  }
}

function previewed(
  engine: ImmediateEngine,
  job: ImportJob,
  opened: OpenedReadings,
  report: Writable<ImportReport>,
): WriteResult {
  const { problems } = checkReadings(engine, job)
  return resultOf({ ...report, left: leftOf(opened) }, problems)
}

function written(
  engine: ImmediateEngine,
  job: ImportJob,
  opened: OpenedReadings,
  report: Writable<ImportReport>,
): WriteResult {
  let revision: number | null = null
  const onRevision = (key: number | null) => {
    revision = key
  }
  try {
    const counts = importReadings(engine, { ...job, onRevision })
    return { ...resultOf({ ...report, counts, left: leftOf(opened) }, []), revision }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return resultOf({ ...report, left: leftOf(opened) }, error.problems)
  }
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] }

const noCounts = (): Counts => ({ created: 0, updated: 0, unchanged: 0 })
const emptyReport = (format: string | null): Writable<ImportReport> => ({
  format,
  items: recordFrom(sectionNames, () => 0),
  counts: recordFrom(sectionNames, noCounts) satisfies ImportSummary,
  first: [],
  left: [],
  problems: [],
  problemCount: 0,
})

function noteItems(report: Writable<ImportReport>, items: DossierItems): void {
  const counts: Record<Section, number> = recordFrom(sectionNames, () => 0)
  for (const number of items.numbers()) counts[items.nounOf(number)]++
  report.items = counts
  report.first = [...items.numbers()]
    .slice(0, SHOWN)
    .map((number) => ({ section: items.nounOf(number), fields: items.fields(number) }))
}

const leftOf = ({ foreign }: OpenedReadings): ImportReport['left'] =>
  [...(foreign?.reading.left ?? [])]
    .map(([what, count]) => ({ what, count }))
    .sort((a, b) => b.count - a.count)

const resultOf = (report: ImportReport, problems: readonly Problem[]): WriteResult => ({
  revision: null,
  nodes: [],
  problems: [],
  imported: { ...report, problems: problems.slice(0, MOST_TOLD), problemCount: problems.length },
})
