import { existsSync } from 'node:fs'
import { type ExportSummary, exportDossier } from '../dossier/export.ts'
import { type DossierFormat, formatOfName, isReadable, LARGEST_READ } from '../dossier/file-format.ts'
import { sectionNames } from '../dossier/sections.ts'
import { UserError } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'
import { OutputFile } from './export-file.ts'
import { StandardOutput } from './export-output.ts'
import { withGraphFile } from './graph-file.ts'
import type { Out } from './import.ts'

export interface ExportOptions {
  readonly db: string
  readonly format?: DossierFormat | undefined
  readonly force?: boolean | undefined
}

/** `hearsay export FILE`; `-` is standard output, and what there is to say goes to `out.error` then. */
export function exportCommand(file: string, { db, format, force = false }: ExportOptions, out: Out): void {
  if (!existsSync(db)) throw new UserError(`${db} does not exist. Name a graph's file with --db.`)
  const isStream = file === '-'
  const written = format ?? (isStream ? 'jsonl' : formatOf(file))
  const started = performance.now()
  withGraphFile(db, {}, (connection) => {
    const output = isStream ? new StandardOutput() : new OutputFile(file, { force, graph: db })
    let size = 0
    try {
      const summary = exportDossier(connection, written, (text) => {
        size += written === 'yaml' ? text.length : Buffer.byteLength(text)
        output.write(text)
      })
      output.finish()
      const tell = (line: string) => (isStream ? out.error(line) : out.info(line))
      for (const line of summaryLines(summary)) tell(line)
      const to = isStream ? 'standard output' : file
      tell(`Exported ${db} to ${to} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
      if (!isReadable(written, size)) out.error(tooLarge(isStream ? 'It' : file, written, size))
    } catch (error) {
      output.discard()
      throw error
    }
  })
}

function formatOf(file: string): DossierFormat {
  const format = formatOfName(file)
  if (format) return format
  throw new UserError(
    `What format is ${file}? Let its name end in .yaml, .jsonl or .json, or say it with --format.`,
  )
}

/** A line for each noun of which there was any. */
function summaryLines(summary: ExportSummary): string[] {
  const lines = sectionNames
    .filter((section) => summary[section] > 0)
    .map((section) => `${section.padEnd(12)}${summary[section]}`)
  return lines.length > 0 ? lines : ['There is nothing in it.']
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
