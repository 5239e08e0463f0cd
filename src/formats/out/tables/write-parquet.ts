import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Cell } from '../../../values/csv-line.ts'
import type { Sink } from '../export-format.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { CellType, Table } from './table.ts'

/** A group is written once it has so many rows, or so many letters: that much of a table is in memory. */
const ROWS_OF_GROUP = 5_000
const LETTERS_OF_GROUP = 8_000_000

/** Hands on what has been written, group by group. */
class SinkWriter extends ByteWriter {
  readonly #sink: Sink

  constructor(sink: Sink) {
    super(1 << 16)
    this.#sink = sink
  }

  flush(): void {
    // A copy: the buffer is written over from its beginning.
    this.#sink.write(this.getBytes().slice())
    this.index = 0
  }

  override finish(): void {
    this.flush()
  }
}

/**
 * Writes a table as Parquet, in groups of rows.
 *
 * @returns How many rows it has.
 */
export function writeParquetTable(table: Table, graph: ExportedGraph, sink: Sink): number {
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: schemaOf(table),
    createdBy: 'hearsay',
  })
  let count = 0
  for (const rows of groupsOf(table.rows(graph))) {
    count += rows.length
    const columnData = table.columns.map(({ name, type }, index) => ({
      name,
      data: rows.map((row) => typed(type, row[index])),
    }))
    writer.write({ columnData, rowGroupSize: rows.length })
  }
  writer.finish()
  return count
}

function* groupsOf(pages: Iterable<Cell[][]>): Generator<Cell[][]> {
  let group: Cell[][] = []
  let letters = 0
  for (const page of pages) {
    for (const row of page) for (const cell of row) if (typeof cell === 'string') letters += cell.length
    group.push(...page)
    if (group.length < ROWS_OF_GROUP && letters < LETTERS_OF_GROUP) continue
    yield group
    ;[group, letters] = [[], 0]
  }
  if (group.length > 0) yield group
}

function schemaOf({ columns }: Table): SchemaElement[] {
  const cells = columns.map(
    ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...parquetTypes[type] }),
  )
  return [{ name: 'root', num_children: columns.length }, ...cells]
}

const utf8 = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

const parquetTypes: Readonly<Record<CellType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: utf8,
  edtf: utf8,
  day: { type: 'INT32', converted_type: 'DATE' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
}

/** An empty list of nodes is a missing value here as well: Parquet can tell the two apart, and a CSV file cannot. */
function typed(type: CellType, cell: Cell): Exclude<Cell, undefined> | Date {
  if (cell === undefined || cell === null || cell === '') return null
  return type === 'day' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell
}
