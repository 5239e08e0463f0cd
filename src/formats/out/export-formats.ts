import type { ExportFormat } from './export-format.ts'
import { ftmOut } from './ftm/ftm-format.ts'
import { stixOut } from './stix/stix-format.ts'
import { csvFormat } from './tables/csv-format.ts'

/** All formats that the graph can be taken out in, besides the dossier's. */
export const exportFormats: readonly ExportFormat[] = [csvFormat, stixOut, ftmOut]

/** The format whose ending a file's name has; the longest ending that fits, so that `.stix.json` is not `.json`. */
export function formatOfEnding(name: string): ExportFormat | undefined {
  const lower = name.toLowerCase()
  const fitting = exportFormats.flatMap((format) =>
    format.endings.filter((ending) => lower.endsWith(`.${ending}`)).map((ending) => ({ format, ending })),
  )
  return fitting.sort((a, b) => b.ending.length - a.ending.length)[0]?.format
}
