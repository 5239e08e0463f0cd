import { describe, expect, it } from 'vitest'
import { ExportedGraph } from '../../src/formats/out/exported-graph.ts'
import type { Table } from '../../src/formats/out/tables/table.ts'
import { tableNamed } from '../../src/formats/out/tables/tables.ts'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import type { Cell } from '../../src/values/csv-line.ts'
import { dbOf, isOnPostgres } from '../engine.ts'
import { dispute, everyField, type World, worlds } from '../graph-fixture.ts'
import { fill } from '../synthetic.ts'

const graphs = worlds()

function made(): World {
  const world = graphs.empty()
  fill(world, 15)
  return world
}

type Row = Record<string, Cell>

/** What the file says to a program that knows nothing of Hearsay. */
function viewedBy(world: World, view: string): Row[] {
  if (isOnPostgres) return dbOf(world.writer).prepare<[], Row>(`select * from ${view}`).all()
  const db = openDatabase(dbOf(world.writer).name, { readonly: true })
  try {
    return db.prepare<[], Row>(`select * from ${view}`).all()
  } finally {
    db.close()
  }
}

/** The rows of a table in the columns of a view, as SQLite has their values. */
function exported(world: World, table: Table, columns: readonly string[]): Row[] {
  const rows = world.writer.snapshot(() => [...table.rows(new ExportedGraph(world.writer))].flat())
  const places = columns.map((column) => table.columns.findIndex(({ name }) => name === column))
  expect(places).not.toContain(-1)
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, stored(row[places[index] ?? 0])])),
  )
}

function stored(cell: Cell): Cell {
  if (typeof cell === 'boolean') return cell ? 1 : 0
  return cell === '' ? null : (cell ?? null)
}

/** No text and an empty one are the same in a CSV file. */
const inOrder = (rows: readonly Row[]): string[] =>
  rows.map((row) => JSON.stringify(Object.values(row).map((cell) => (cell === '' ? null : cell)))).sort()

/** Which columns of its table a view leaves out. */
const views = [
  ['statements', []],
  ['claims', []],
  ['positions', []],
  ['sources', []],
  ['assessments', []],
  ['actors', ['labels', 'links']],
  ['events', ['labels', 'links']],
] as const

describe.each([
  ['disputes', () => graphs.of(dispute)],
  ['every field', () => graphs.of(everyField)],
  ['a made graph', made],
] as const)('the views of %s', (_, make) => {
  const world = make()

  it.each(views)('v_%s has the rows and the columns of the exported table', (name, without) => {
    const table = tableNamed(name)
    if (!table) throw new Error(`There is no table ${name}.`)
    const rows = viewedBy(world, `v_${name}`)
    const columns = Object.keys(rows[0] ?? {})
    expect(rows.length).toBeGreaterThan(0)
    const left: readonly string[] = without
    expect(columns).toEqual(table.columns.map((column) => column.name).filter((one) => !left.includes(one)))
    expect(inOrder(rows)).toEqual(inOrder(exported(world, table, columns)))
  })

  it('leave a graph without a fault', () => {
    expect(world.writer.faults()).toEqual([])
  })
})

it('gives days before 1970 and none in years that SQLite does not know', () => {
  const world = graphs.empty()
  const dates = [
    '1969-12-31T23:59:59Z',
    '0001-01-01',
    '0000-12-31',
    '-0043-03-15',
    'Y20000',
    '9999-12-31',
    '../1900',
    '..',
  ]
  world.write(({ events }) => {
    for (const [index, when] of dates.entries())
      events.put({
        slug: `event-${index}`,
        name: 'Rain',
        type: 'OTHER',
        when: when === '..' ? undefined : when,
      })
  })
  expect(viewedBy(world, 'v_events').map((row) => [row.whenEarliest, row.whenLatest])).toEqual([
    ['1969-12-31', '1969-12-31'],
    ['0001-01-01', '0001-01-01'],
    [null, null],
    [null, null],
    [null, null],
    ['9999-12-31', '9999-12-31'],
    [null, '1900-12-31'],
    [null, null],
  ])
})
