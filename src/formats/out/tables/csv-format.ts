import type { BundleFormat } from '../export-format.ts'
import { TallyCounter } from '../tally.ts'
import { dataDictionary, tablesReadme } from './dictionary.ts'
import { tables } from './tables.ts'
import { writeCsvTable } from './write-csv.ts'

const notes = [
  'The files are UTF-8 with a byte order mark, with commas and CRLF (RFC 4180). A text that begins with = + - @ has an',
  'apostrophe before it, so that no spreadsheet takes it for a formula.',
]

/** All tables, each in a CSV file of its own, and what their columns mean. */
export const csvFormat: BundleFormat = {
  name: 'csv',
  title: 'CSV tables',
  endings: ['csv.zip'],
  description:
    'A CSV file for each noun, with names beside slugs and ISO days beside dates, and a data dictionary.',
  isBundle: true,
  write(graph, bundle) {
    const tally = new TallyCounter()
    bundle.file('README.txt').write(tablesReadme('csv', notes))
    bundle.file('data-dictionary.csv').write(dataDictionary())
    for (const table of tables)
      tally.wrote(table.name, writeCsvTable(table, graph, bundle.file(`${table.name}.csv`)))
    return tally
  },
}
