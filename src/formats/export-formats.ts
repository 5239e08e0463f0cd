import type { ExportFormat } from './out/export-format.ts'
import { csvFormat } from './out/tables/csv-format.ts'

/** All formats that the graph can be taken out in, besides the dossier's. */
export const exportFormats: readonly ExportFormat[] = [csvFormat]
