import { type ListVariables, listVariables } from '../../api/list-filter.ts'
import { listedKeys } from '../../api/listed-keys.ts'
import { sectionNames, sections } from '../../dossier/sections.ts'
import { exportFormats } from '../../formats/export-formats.ts'
import { dossierFileFormats } from '../../formats/out/dossier-formats.ts'
import type { ExportFormat, FileFormat } from '../../formats/out/export-format.ts'
import type { ExportPart } from '../../formats/out/exported-graph.ts'
import { StatementScope } from '../../formats/out/statement-scope.ts'
import type { Table } from '../../formats/out/tables/table.ts'
import { tableNamed, tables } from '../../formats/out/tables/tables.ts'
import { writeCsvTable } from '../../formats/out/tables/write-csv.ts'
import type { Graph } from '../../model/graph.ts'
import { nearWord } from '../../text/mistyped.ts'
import { UserError } from '../../values/errors.ts'

/** What is to be taken out. It is plain data, so that it can go to a thread. */
export interface ExportAsk {
  /** A name whose ending says in which format, such as `graph.jsonld`; of one table, its own: `statements.csv`. */
  readonly name: string
  /** The format's name, where the ending is not to tell. */
  readonly format?: string | undefined
  /** What is kept of the graph, as parameters of an address: see `listVariables`. */
  readonly filter?: string | undefined
}

/** In which format a graph will be written, and what of it; nothing has been read as yet. */
export interface ExportPlan {
  readonly format: ExportFormat
  /** To be called in the snapshot in which it is written. */
  partOf(graph: Graph): ExportPart
}

/** All formats, the dossier's first. */
export const allExportFormats: readonly ExportFormat[] = [...dossierFileFormats, ...exportFormats]

const CSV = 'text/csv; charset=utf-8'

/** Works out what is asked for, or says what is wrong with it. */
export function exportPlan({ name, format, filter = '' }: ExportAsk): ExportPlan {
  const params = new URLSearchParams(filter)
  const table = format === undefined ? tableOfName(name) : undefined
  if (table) return tablePlan(table, params)
  const found = format === undefined ? formatOfName(name) : formatNamed(format)
  const variables = params.size > 0 ? listVariables('statements', params) : null
  return { format: found, partOf: (graph) => (variables ? { scope: scopeOf(graph, variables) } : {}) }
}

const scopeOf = (graph: Graph, variables: ListVariables): StatementScope =>
  new StatementScope(graph.engine, listedKeys(graph, 'statements', variables))

/** A table of nodes takes the filter of their list, and has their order. */
function tablePlan(table: Table, params: URLSearchParams): ExportPlan {
  const section = sectionNames.find((one) => one === table.name)
  const format = tableFormat(table)
  if (params.size === 0) return { format, partOf: () => ({}) }
  if (!section) {
    const variables = listVariables('statements', params)
    return { format, partOf: (graph) => ({ scope: scopeOf(graph, variables) }) }
  }
  const variables = listVariables(section, params)
  const { type } = sections[section]
  return {
    format,
    partOf: (graph) => ({ listed: { type, pages: () => listedKeys(graph, section, variables) } }),
  }
}

const tableFormat = (table: Table): FileFormat => ({
  name: `${table.name}.csv`,
  title: `table ${table.name} (CSV)`,
  description: `${table.meaning.replace(/\.$/, '')} on each line, as CSV.`,
  endings: ['csv'],
  mediaType: CSV,
  isBundle: false,
  write: (graph, sink) => ({ written: { [table.name]: writeCsvTable(table, graph, sink) }, left: {} }),
})

/** `statements.csv`, also with the folders before it. */
function tableOfName(name: string): Table | undefined {
  const called = /([^/\\]*)\.csv$/i.exec(name)?.[1]
  if (called === undefined || hasOwnCsv(name)) return undefined
  const table = tableNamed(called)
  if (table) return table
  const names = tables.map((one) => one.name)
  throw new UserError(
    `There is no table ${called}${nearest(called, names)}. A CSV file has one table and its name: ${names.join(', ')}. ` +
      'All of them together are a ZIP file or a folder, by --format csv.',
  )
}

/** Whether a name has the ending of another format that is a CSV file, such as `graph.dna.csv`. */
const hasOwnCsv = (name: string): boolean =>
  exportFormats.some(({ endings }) =>
    endings.some((ending) => ending.endsWith('.csv') && name.toLowerCase().endsWith(`.${ending}`)),
  )

function formatNamed(name: string): ExportFormat {
  const format = allExportFormats.find((one) => one.name === name)
  if (format) return format
  const names = allExportFormats.map((one) => one.name)
  throw new UserError(`There is no format ${name}${nearest(name, names)}. There are ${names.join(', ')}.`)
}

/** The format with the longest ending that a name has: a file `a.stix.json` is no dossier in JSON. */
function formatOfName(name: string): ExportFormat {
  const lower = name.toLowerCase()
  const fitting = allExportFormats.flatMap((format) =>
    format.endings.filter((ending) => lower.endsWith(`.${ending}`)).map((ending) => ({ format, ending })),
  )
  const [found] = fitting.sort((a, b) => b.ending.length - a.ending.length)
  if (found) return found.format
  const endings = allExportFormats.flatMap((format) => format.endings.slice(0, 1)).map((one) => `.${one}`)
  throw new UserError(
    `What format is ${name}? Let its name end in ${endings.join(', ')}, or say it with --format.`,
  )
}

function nearest(name: string, names: readonly string[]): string {
  const near = nearWord(name, names)
  return near === undefined ? '' : `; did you mean ${near}?`
}
