import { type DossierFormat, dossierFormats, isReadable, LARGEST_READ } from '../dossier/file-format.ts'
import type { ExportTally, Sink } from '../formats/out/export-format.ts'
import { graphName, isInFile } from '../model/address.ts'
import { Graph } from '../model/graph.ts'
import { type ExportPlan, exportPlan } from '../server/exporting/export-plan.ts'
import { writeBundle, writeExport } from '../server/exporting/write-export.ts'
import { UserError } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'
import { type Output, OutputFile } from './export-file.ts'
import { isFolderPath, OutputFolder } from './export-folder.ts'
import { StandardOutput } from './export-output.ts'
import { ExportProgress } from './export-progress.ts'
import { requireGraph } from './graph-file.ts'
import type { Out } from './out.ts'
import { withGraphToRead } from './read-graph.ts'

export interface ExportOptions {
  readonly db: string
  readonly format?: string | undefined
  /** As parameters of an address, in the words of the API's filters: `by=russia&stance=DENIES`. */
  readonly filter?: string | undefined
  readonly force?: boolean | undefined
  /** Whether the history is written as well. */
  readonly history?: boolean | undefined
  /** The address at which the graph is served. */
  readonly baseUrl?: string | undefined
}

/** `hearsay export FILE`; `-` is standard output, and what there is to say goes to `out.error` then. */
export function exportCommand(file: string, options: ExportOptions, out: Out): void {
  const { db, filter } = options
  if (file === '') throw new UserError('The file to write has no name. Name one, or - for standard output.')
  requireGraph(db, `${db} does not exist. Name a graph's file with --db.`)
  const isStream = file === '-'
  const format = options.format ?? (isStream ? 'jsonl' : formatOfBundle(file))
  const plan = exportPlan({ name: file, format, filter })
  if (options.history) requireWholeDossier(plan, filter)
  const started = performance.now()
  const { tally, size } = withGraphToRead(db, out, (connection) => {
    connection.spareMemory()
    return exported(new Graph(connection), plan, file, options)
  })
  const tell = (line: string) => (isStream ? out.error(line) : out.info(line))
  for (const line of tallyLines(tally, plan)) tell(line)
  const to = isStream ? 'standard output' : file
  tell(`Exported ${graphName(db)} to ${to} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  const dossier = dossierFormats.find((one) => one === plan.format.name)
  if (dossier && !isReadable(dossier, size)) out.error(tooLarge(isStream ? 'It' : file, dossier, size))
}

/** A ZIP file or a folder has the tables, unless another format is named. */
const formatOfBundle = (file: string): string | undefined =>
  /(^|[/\\])[^./\\]+\.zip$/i.test(file) || (isFolderPath(file) && !/\.\w+$/.test(file)) ? 'csv' : undefined

function requireWholeDossier({ format }: ExportPlan, filter: string | undefined): void {
  if (format.name !== 'jsonl')
    throw new UserError(`The history stands in JSON lines only, not in ${format.title}: --format jsonl.`)
  if (filter) throw new UserError('The history is that of the whole graph: leave --filter out.')
}

interface Exported {
  readonly tally: ExportTally
  /** How much was written, as the limits of an import measure it. */
  readonly size: number
}

function exported(
  graph: Graph,
  plan: ExportPlan,
  file: string,
  { db, force = false, baseUrl, history }: ExportOptions,
): Exported {
  const request = { baseUrl: baseUrl ?? null, at: new Date(), withHistory: history }
  const progress = new ExportProgress()
  const options = { force, graph: isInFile(db) ? db : null }
  if (plan.format.isBundle && isFolderPath(file)) {
    const folder = new OutputFolder(file, options)
    return written(folder, progress, () => writeBundle(graph, plan, folder, request, progress.onNodes))
  }
  const output = file === '-' ? new StandardOutput() : new OutputFile(file, options)
  const isYaml = plan.format.name === 'yaml'
  let size = 0
  const sink: Sink = {
    write(content) {
      size += isYaml ? content.length : Buffer.byteLength(content)
      progress.wrote(size)
      output.write(content)
    },
  }
  const { tally } = written(output, progress, () => writeExport(graph, plan, sink, request, progress.onNodes))
  return { tally, size }
}

function written(
  output: Pick<Output, 'finish' | 'discard'>,
  progress: ExportProgress,
  write: () => ExportTally,
): Exported {
  try {
    const tally = write()
    output.finish()
    return { tally, size: 0 }
  } catch (error) {
    output.discard()
    throw error
  } finally {
    progress.end()
  }
}

/** A line for each noun of which there was any, and what the format has no place for. */
function tallyLines({ written, left }: ExportTally, { format }: ExportPlan): string[] {
  const some = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).filter(([, count]) => count > 0)
  const width = Math.max(12, ...some(written).map(([what]) => what.length + 1))
  const lines = some(written).map(([what, count]) => `${what.padEnd(width)}${count}`)
  const missing = some(left).map(([what, count]) => `  ${what}: ${count.toLocaleString('en')}`)
  return [
    ...(lines.length > 0 ? lines : ['There is nothing in it.']),
    ...(missing.length > 0 ? [`Left out, as ${format.title} has no place for it:`, ...missing] : []),
  ]
}

const tooLarge = (what: string, format: DossierFormat, size: number): string =>
  `${what} has ${(size / MIB).toFixed(1)} MiB, and an import reads ${formatWords[format]} up to ${LARGEST_READ[format]}. ` +
  (format === 'jsonl'
    ? 'Split it to import it again.'
    : 'Export it as JSON lines to import it again: --format jsonl.')

const formatWords = { yaml: 'YAML', json: 'JSON', jsonl: 'JSON lines' } as const satisfies Record<
  DossierFormat,
  string
>
