import { dnaFormat } from './dna/dna-format.ts'
import type { ExportFormat } from './export-format.ts'
import { gexfFormat } from './network/gexf-format.ts'
import { graphmlFormat } from './network/graphml-format.ts'
import { csvFormat } from './tables/csv-format.ts'
import { parquetFormat } from './tables/parquet-format.ts'

/** All formats that the graph can be taken out in, besides the dossier's. */
export const exportFormats: readonly ExportFormat[] = [
  csvFormat,
  parquetFormat,
  gexfFormat,
  graphmlFormat,
  dnaFormat,
]

/** The format whose ending a file's name has; the longest ending that fits, so that `.stix.json` is not `.json`. */
export function formatOfEnding(name: string): ExportFormat | undefined {
  const lower = name.toLowerCase()
  const fitting = exportFormats.flatMap((format) =>
    format.endings.filter((ending) => lower.endsWith(`.${ending}`)).map((ending) => ({ format, ending })),
  )
  return fitting.sort((a, b) => b.ending.length - a.ending.length)[0]?.format
}
