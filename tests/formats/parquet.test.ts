import { parse } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { ExportedGraph } from '../../src/formats/out/exported-graph.ts'
import { csvFormat } from '../../src/formats/out/tables/csv-format.ts'
import { parquetFormat } from '../../src/formats/out/tables/parquet-format.ts'
import type { TableColumn } from '../../src/formats/out/tables/table.ts'
import { tableOf } from '../../src/formats/out/tables/table.ts'
import { tables } from '../../src/formats/out/tables/tables.ts'
import { writeParquetTable } from '../../src/formats/out/tables/write-parquet.ts'
import { dispute, everyField, worlds } from '../graph-fixture.ts'
import { writtenBundle } from './written.ts'

const graphs = worlds()

/** A file as another program reads it. */
const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer
const rowsOf = (buffer: Buffer) => parquetReadObjects({ file: bytesOf(buffer) })

/** A value as it stands in the CSV file; formulas are disarmed there alone. */
function asCell({ type }: TableColumn, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    expect(type).toBe('day')
    return value.toISOString().slice(0, 10)
  }
  const expected = { integer: 'number', number: 'number', boolean: 'boolean' }[type as 'integer'] ?? 'string'
  expect(typeof value).toBe(expected)
  const text = String(value)
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

describe.each([
  ['disputes', dispute],
  ['every field', everyField],
])('the Parquet tables of %s', (_, dossier) => {
  it('hold what the CSV tables do, typed', async () => {
    const { writer } = graphs.of(dossier)
    const csv = writtenBundle(writer, csvFormat)
    const parquet = writtenBundle(writer, parquetFormat)
    expect(parquet.get('data-dictionary.csv')).toEqual(csv.get('data-dictionary.csv'))
    for (const { name, columns } of tables) {
      const rows = await rowsOf(parquet.get(`${name}.parquet`) ?? Buffer.of())
      const cells = rows.map((row) => columns.map((column) => asCell(column, row[column.name])))
      const lines = parse(csv.get(`${name}.csv`) ?? '', { bom: true, from: 2 }) as string[][]
      expect(cells).toEqual(lines)
    }
  })
})

it('writes a long table in groups, each handed on as it is full', async () => {
  const long = tableOf<number>({
    name: 'long',
    meaning: 'A number.',
    groups: [
      {
        columns: [{ name: 'index', type: 'integer', meaning: 'The number.' }],
        cells: (index) => [index],
      },
    ],
    *subjects() {
      for (let from = 0; from < 12_000; from += 1000)
        yield Array.from({ length: 1000 }, (_, index) => from + index)
    },
  })
  const parts: Buffer[] = []
  const sink = { write: (content: string | Uint8Array) => void parts.push(Buffer.from(content)) }
  expect(writeParquetTable(long, new ExportedGraph(graphs.empty().writer), sink)).toBe(12_000)
  expect(parts).toHaveLength(4)
  const whole = Buffer.concat(parts)
  expect(parquetMetadata(bytesOf(whole)).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
    5000, 5000, 2000,
  ])
  expect((await rowsOf(whole)).map(({ index }) => index)).toEqual(
    Array.from({ length: 12_000 }, (_, index) => index),
  )
})
