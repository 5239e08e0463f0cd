import { dnaFormat } from './out/dna/dna-format.ts'
import type { ExportFormat } from './out/export-format.ts'
import { ftmOut } from './out/ftm/ftm-format.ts'
import { jsonLd } from './out/linked-data/json-ld.ts'
import { nQuads, turtle } from './out/linked-data/rdf-formats.ts'
import { gexfFormat } from './out/network/gexf-format.ts'
import { graphmlFormat } from './out/network/graphml-format.ts'
import { stixOut } from './out/stix/stix-format.ts'
import { csvFormat } from './out/tables/csv-format.ts'
import { parquetFormat } from './out/tables/parquet-format.ts'

/** All formats that the graph can be taken out in, besides the dossier's. */
export const exportFormats: readonly ExportFormat[] = [
  csvFormat,
  parquetFormat,
  jsonLd,
  turtle,
  nQuads,
  gexfFormat,
  graphmlFormat,
  stixOut,
  ftmOut,
  dnaFormat,
]
