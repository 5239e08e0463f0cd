import { basename } from 'node:path'
import { checkReadings, importReadings } from '../dossier/import.ts'
import type { ImportSummary } from '../dossier/item-keys.ts'
import type { Pruning } from '../dossier/prune.ts'
import { sectionNames } from '../dossier/sections.ts'
import { TextFile } from '../dossier/text-file.ts'
import { LastDossier } from '../dossier/whole-dossier.ts'
import type { ImportJob, ImportProgress, ItemsWriting } from '../dossier/write-items.ts'
import { formatAsked } from '../formats/format-asked.ts'
import { KnownNodes } from '../formats/in/known-nodes.ts'

import { readMappingFile } from '../formats/in/mapping/mapping-file.ts'
import { mappedFormat } from '../formats/in/mapping/open-mapped.ts'
import { type OpenedReadings, openReadings } from '../formats/open-readings.ts'

import { graphName } from '../model/address.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, type Problem } from '../values/errors.ts'
import { formatId } from '../values/id.ts'
import { previewLines } from './import-preview.ts'
import type { Out } from './out.ts'

export interface ImportOptions {
  readonly db: string
  /** The name of the files' format; they are looked into where it is left out. */
  readonly format?: string | undefined
  /** The path of the file that says what the columns of a table are. */
  readonly mapping?: string | undefined
  /** Only tells what would come. */
  readonly dryRun?: boolean | undefined
  /** Takes away what earlier imports of the same files brought and they have no more. */
  readonly prune?: boolean | undefined
  /** Does so without showing it first. */
  readonly yes?: boolean | undefined
}

/**
 * Imports files into a graph, or throws a DossierError that has all that is wrong with them.
 *
 * @param into What makes the graph, where there was none: `engine` holds nothing then.
 */
export async function importInto(
  engine: ImmediateEngine,
  inputs: readonly (TextFile | Problem)[],
  options: ImportOptions,
  out: Out,
  progress: ImportProgress | undefined,
  into: ItemsWriting | undefined,
): Promise<void> {
  const started = performance.now()
  const last = new LastDossier()
  const opened = await openAll(engine, inputs, options, last)
  let pruning: Pruning | null = null
  const summary = importReadings(engine, {
    ...jobOf(inputs, opened),
    progress,
    into,
    onChecked: () => last.clear(),
    onPruning: options.prune
      ? (found) => {
          pruning = found
        }
      : undefined,
  })
  for (const line of [...summaryLines(summary), ...leftLines(opened, options)]) out.info(line)
  if (pruning) for (const line of pruningLines(pruning, 'Taken away')) out.info(line)
  out.info(
    `Imported into ${graphName(options.db)} in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  )
}

/** Shows what an import would write, what is wrong, and what it would take away; nothing is written. */
export async function previewInto(
  engine: ImmediateEngine,
  inputs: readonly (TextFile | Problem)[],
  options: ImportOptions,
  out: Out,
): Promise<number> {
  const last = new LastDossier()
  const opened = await openAll(engine, inputs, options, last)
  const lines: string[] = []
  const job = {
    ...jobOf(inputs, opened),
    onChecked: (items: Parameters<typeof previewLines>[0]) => void lines.push(...previewLines(items)),
  }
  const { problems, pruning } = checkReadings(engine, job, options.prune)
  if (problems.length > 0) throw new DossierError(problems)
  if (options.dryRun) for (const line of [...lines, ...leftLines(opened, options)]) out.info(line)
  if (pruning) for (const line of pruningLines(pruning, 'Would be taken away')) out.info(line)
  out.info(endOfPreview(options, pruning))
  return 0
}

function endOfPreview({ dryRun }: ImportOptions, pruning: Pruning | null): string {
  if (dryRun) return 'Nothing was written: this was a dry run.'
  return pruning?.gone.length === 0
    ? 'Nothing was written, and there is nothing to take away: import again without --prune.'
    : 'Nothing was written: import again with --prune --yes to write the files and take these away.'
}

async function openAll(
  engine: ImmediateEngine,
  inputs: readonly (TextFile | Problem)[],
  { format, mapping }: ImportOptions,
  last: LastDossier,
): Promise<OpenedReadings[]> {
  const asked = mapping === undefined ? formatAsked(format) : mappedFormat(readMappingFile(mapping))
  const context = { nodes: new KnownNodes(engine) }
  const opened: OpenedReadings[] = []
  for (const input of inputs)
    opened.push(
      input instanceof TextFile
        ? await openReadings(input, context, last, asked)
        : { readings: [], faults: [input] },
    )
  return opened
}

function jobOf(inputs: readonly (TextFile | Problem)[], opened: readonly OpenedReadings[]): ImportJob {
  const files = inputs.filter((input) => input instanceof TextFile)
  return {
    files,
    readings: opened.flatMap(({ readings }) => readings),
    faults: opened.flatMap(({ faults }) => faults),
    note: files.map(({ name }) => basename(name)).join(', '),
  }
}

/** A line for each noun of which there was any. */
function summaryLines(summary: ImportSummary): string[] {
  const lines = sectionNames
    .filter((noun) => Object.values(summary[noun]).some((count) => count > 0))
    .map((noun) => {
      const { created, updated, unchanged } = summary[noun]
      return `${noun.padEnd(12)}${created} created, ${updated} updated, ${unchanged} unchanged`
    })
  return lines.length > 0 ? lines : ['There was nothing in it.']
}

/** What was in the files and is not in the graph, the most first. */
function leftLines(opened: readonly OpenedReadings[], { mapping }: ImportOptions): string[] {
  const why = mapping === undefined ? 'the graph has no place for it' : 'the mapping makes nothing of it'
  return opened.flatMap(({ foreign }) => {
    if (!foreign || foreign.reading.left.size === 0) return []
    const counts = [...foreign.reading.left].sort(([, a], [, b]) => b - a)
    const parts = counts.map(([what, count]) => `  ${what}: ${count.toLocaleString('en')}`)
    return [`Left out of ${foreign.title}, as ${why}:`, ...parts]
  })
}

function pruningLines({ gone, kept }: Pruning, what: string): string[] {
  const nameOf = ({ type, key, slug }: Pruning['gone'][number]) => `  ${formatId(type, key)} ${slug}`
  return [
    ...(gone.length > 0 ? [`${what}, as the files do not have it any more:`, ...gone.map(nameOf)] : []),
    ...(kept.length > 0
      ? ['Not in the files any more, and kept:', ...kept.map(({ node, why }) => `${nameOf(node)}: ${why}`)]
      : []),
    ...(gone.length + kept.length === 0 ? ['The files have all that they brought before.'] : []),
  ]
}
