import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ExportedGraph } from '../../src/formats/out/exported-graph.ts'
import { csvFormat } from '../../src/formats/out/tables/csv-format.ts'
import { tableNamed, tables } from '../../src/formats/out/tables/tables.ts'
import { writeCsvTable } from '../../src/formats/out/tables/write-csv.ts'
import { csvLine, withoutGuard } from '../../src/values/csv-line.ts'
import { isObjectLike } from '../../src/values/is-object-like.ts'
import { nodeTypes } from '../../src/values/vocabulary.ts'
import { everyActorRow } from '../../web/src/actors/actors-query.ts'
import { everyAssessmentRow } from '../../web/src/assessments/assessments-query.ts'
import { listedClaimRow } from '../../web/src/claims/claim-list-row.ts'
import { everyClaimRow } from '../../web/src/claims/claims-query.ts'
import { everyEventRow } from '../../web/src/events/events-query.ts'
import { fileOf, type Rows } from '../../web/src/list/file.ts'
import { everyPlaceRow } from '../../web/src/places/places-query.ts'
import { everySourceRow } from '../../web/src/sources/sources-query.ts'
import { statementRows } from '../../web/src/statement/statements-query.ts'
import { dbOf } from '../engine.ts'
import { dispute, everyField, run, seed, type World, worlds } from '../graph-fixture.ts'
import { fill } from '../synthetic.ts'
import { writtenBundle } from './written.ts'

type Line = Readonly<Record<string, string>>

const graphs = worlds()
const linesIn = (csv: string): Line[] => parse(csv, { bom: true, columns: true })

/** What the explorer asks over HTTP is asked of this world. */
let asked: World
beforeAll(() => {
  vi.stubGlobal('navigator', { language: 'en' })
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { query, variables } = JSON.parse(body)
    return Promise.resolve(
      new Response(JSON.stringify(run(asked.graph, query, variables)), {
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
})
afterAll(() => vi.unstubAllGlobals())

const both = { review: ['ACCEPTED' as const, 'PROPOSED' as const] }
const all = { review: [...both.review, 'REJECTED' as const] }

/** The tables that a list of the explorer can be saved as. */
const lists: readonly (readonly [table: string, key: string, rows: () => Rows])[] = [
  ['statements', 'statement', () => statementRows({ filter: all })],
  ['claims', 'claim', () => everyClaimRow({ filter: both }, listedClaimRow)],
  ['actors', 'actor', () => everyActorRow({ filter: both, orderBy: 'NAME' })],
  ['events', 'event', () => everyEventRow({ filter: both, orderBy: 'WHEN' })],
  ['places', 'place', () => everyPlaceRow({ filter: both })],
  ['sources', 'source', () => everySourceRow({ orderBy: 'PUBLISHED' })],
  ['assessments', 'assessment', () => everyAssessmentRow({ orderBy: 'DATE' })],
]

const fixtures: readonly (readonly [string, () => World])[] = [
  ['the seed', () => graphs.of(seed)],
  ['disputes', () => graphs.of(dispute)],
  ['every field', () => graphs.of(everyField)],
  ['a made graph', () => made()],
]

function made(): World {
  const world = graphs.empty()
  fill(world, 23)
  return world
}

describe.each(fixtures)('the tables of %s', (_, make) => {
  let files: ReadonlyMap<string, Buffer>
  let world: World
  const table = (name: string): Line[] => linesIn(files.get(`${name}.csv`)?.toString('utf8') ?? '')
  beforeAll(() => {
    world = make()
    files = writtenBundle(world.writer, csvFormat)
  })

  it.each(lists)('of %s begin with what the list of the explorer is saved as', async (name, key, rows) => {
    asked = world
    const saved = await (await fileOf('csv', rows(), () => {})).text()
    const heads = saved.split('\r\n')[0]?.split(',') ?? []
    const columns = tableNamed(name)?.columns.map((column) => column.name) ?? []
    const listed = linesIn(saved)
    expect(listed.length).toBeGreaterThan(0)
    expect(columns.slice(0, heads.length)).toEqual(heads)
    const rowsByKey = new Map(table(name).map((row) => [row[key], row]))
    for (const row of listed) expect(rowsByKey.get(row[key])).toMatchObject(row)
    // Lists leave out whoever is not named.
    const named = table(name).filter((row) => row.unnamed !== 'true')
    expect(named).toHaveLength(listed.length)
  })

  it('have the same columns in each row, and in the data dictionary', () => {
    for (const { name, columns } of tables) {
      const rows = parse(files.get(`${name}.csv`) ?? '', { bom: true }) as string[][]
      expect(rows[0]).toEqual(columns.map((column) => column.name))
    }
    const dictionary = linesIn(files.get('data-dictionary.csv')?.toString('utf8') ?? '')
    expect(dictionary.map((row) => `${row.table}.${row.column}`)).toEqual(
      tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
    )
    for (const row of dictionary) expect(row.meaning).toMatch(/^[A-Z].*\.$/)
  })

  it('have only words of their vocabularies, days and numbers where they say so', () => {
    for (const { name, columns } of tables)
      for (const row of table(name))
        for (const { name: column, type, words } of columns) {
          const cell = row[column] ?? ''
          if (cell === '') continue
          if (words) expect(Object.keys(words)).toContain(cell)
          if (type === 'day') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/)
          if (type === 'integer') expect(cell).toMatch(/^\d+$/)
          if (type === 'number') expect(Number(cell)).not.toBeNaN()
          if (type === 'boolean') expect(['true', 'false']).toContain(cell)
        }
  })

  it('have a position for each that the graph has, and a row for each tie', () => {
    const count = (from: string) => dbOf(world.writer).prepare(`select count(*) from ${from}`).pluck().get()
    expect(table('positions')).toHaveLength(count('position') as number)
    expect(table('affiliations')).toHaveLength(count('affiliation') as number)
    expect(table('participants')).toHaveLength(count('participation') as number)
    expect(table('claim_relations')).toHaveLength(count('claim_relation') as number)
    expect(table('statement_about')).toHaveLength(count('statement_about') as number)
    expect(table('source_texts')).toHaveLength(count('source where text is not null') as number)
  })

  it('are the same bytes each time', () => {
    const again = writtenBundle(world.writer, csvFormat)
    expect([...again.keys()]).toEqual([...files.keys()])
    for (const [name, bytes] of again) expect(bytes.equals(files.get(name) ?? Buffer.of())).toBe(true)
  })
})

/** All texts and numbers of a value, whatever it is made of. */
const leavesOf = (value: unknown): string[] =>
  isObjectLike(value) ? Object.values(value).flatMap(leavesOf) : [String(value)]

it('have all that a dossier says of the graph', () => {
  const { writer } = graphs.of(everyField)
  const graph = new ExportedGraph(writer)
  const cells = writer.snapshot(() => tables.flatMap((table) => [...table.rows(graph)].flat(2)))
  const texts = new Set(cells.flatMap((cell) => String(cell ?? '').split(/; |: /)))
  const whole = new Set(cells.map(String))
  for (const type of nodeTypes)
    for (const { item } of graph.nodes(type))
      for (const leaf of leavesOf(item))
        if (!whole.has(leaf) && !texts.has(leaf)) expect.fail(`${type} ${item.slug}: no table has “${leaf}”.`)
})

describe('a table by itself', () => {
  const of = (world: World, name: string, scope?: ConstructorParameters<typeof ExportedGraph>[1]): string => {
    const parts: string[] = []
    const sink = { write: (content: string | Uint8Array) => void parts.push(String(content)) }
    const table = tableNamed(name)
    if (!table) throw new Error(`There is no table ${name}.`)
    world.writer.snapshot(() => writeCsvTable(table, new ExportedGraph(world.writer, scope), sink))
    return parts.join('')
  }

  it('is what is in the bundle', () => {
    const world = graphs.of(seed)
    const files = writtenBundle(world.writer, csvFormat)
    expect(of(world, 'statements')).toBe(files.get('statements.csv')?.toString('utf8'))
  })

  it('keeps to the part that is exported', () => {
    const world = graphs.of(seed)
    const scope = { scope: { has: (type: string, key: number) => type !== 'CLAIM' || key === 1 } }
    const claims = new Set(linesIn(of(world, 'positions', scope)).map(({ claim }) => claim))
    expect([...claims]).toEqual(linesIn(of(world, 'claims', scope)).map(({ claim }) => claim))
    expect(claims.size).toBe(1)
  })

  it.each(['=1', "'=1", "''-1", '＝1', "'a", "'", '-', 'a=1'])('brings %s back as it was', (text) => {
    const cell = csvLine([text]).trimEnd()
    expect(cell).toMatch(/^['a]/)
    expect(withoutGuard(cell)).toBe(text)
  })

  it('disarms formulas, and leaves numbers as they are', () => {
    const world = graphs.empty()
    world.write(({ places }) => {
      const formula = { name: '=cmd|x', description: '@now, "so"\r\nand on' }
      places.put({ slug: 'south', ...formula, precision: 'EXACT', latitude: -5, longitude: 1e-7 })
    })
    const [heads, south] = of(world, 'places')
      .slice(1)
      .split(/\r\n(?!and)/)
    expect(heads).toMatch(/^place,placeName,description,/)
    expect(south).toMatch(/^south,'=cmd\|x,"'@now, ""so""\r\nand on",,,-5,1e-7,EXACT,0,0,ACCEPTED,/)
  })
})
