import type { BundleFormat } from '../export-format.ts'
import { TallyCounter } from '../tally.ts'
import { dataDictionary, tablesReadme } from './dictionary.ts'
import { tables } from './tables.ts'
import { writeParquetTable } from './write-parquet.ts'

const notes = ['Columns are typed: numbers, booleans, texts, and days as dates.']

/** All tables, each in a Parquet file of its own, and what their columns mean. */
export const parquetFormat: BundleFormat = {
  name: 'parquet',
  title: 'Parquet tables',
  endings: ['parquet.zip'],
  description: 'The tables of the CSV export as Parquet files with typed columns, and a data dictionary.',
  isBundle: true,
  write(graph, bundle) {
    const tally = new TallyCounter()
    bundle.file('README.txt').write(tablesReadme('parquet', notes))
    bundle.file('data-dictionary.csv').write(dataDictionary())
    for (const table of tables)
      tally.wrote(table.name, writeParquetTable(table, graph, bundle.file(`${table.name}.parquet`)))
    return tally
  },
}
