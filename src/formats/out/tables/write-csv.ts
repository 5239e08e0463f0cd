import { BYTE_ORDER_MARK, csvLine } from '../../../values/csv-line.ts'
import type { Sink } from '../export-format.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { Table } from './table.ts'

/**
 * Writes a table as CSV: UTF-8 with a byte order mark, RFC 4180.
 *
 * @returns How many rows it has, without the first line, which names the columns.
 */
export function writeCsvTable(table: Table, graph: ExportedGraph, sink: Sink): number {
  sink.write(BYTE_ORDER_MARK + csvLine(table.columns.map(({ name }) => name)))
  let count = 0
  for (const rows of table.rows(graph)) {
    sink.write(rows.map(csvLine).join(''))
    count += rows.length
  }
  return count
}
