import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../bench/synthetic/random.ts'
import { exportDossier } from '../../src/dossier/export.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { checkGraph } from '../../src/model/check/check.ts'
import { copyGraph } from '../../src/model/copy-graph.ts'
import { isGraphAt, openReader, openWriter } from '../../src/model/open.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { BlockingEngine } from '../../src/sql/postgres/blocking/blocking-engine.ts'
import { numberedTables, storedTables } from '../../src/sql/stored-tables.ts'
import { dbOf } from '../engine.ts'
import { folder } from '../graph.ts'
import { dispute } from '../graph-fixture.ts'
import { RandomEditor } from '../random-history.ts'

const path = folder()
const server = process.env.HEARSAY_TEST_POSTGRES
let made = 0
const schemas: string[] = []

/** Where no graph is yet, in a file or in a database. */
const places = {
  file: () => join(path, `copy-${++made}.db`),
  database() {
    const url = new URL(server ?? '')
    const schema = `copy_${process.pid}_${++made}`
    schemas.push(schema)
    url.searchParams.set('schema', schema)
    return url.href
  },
} as const

afterAll(() => {
  if (!server || schemas.length === 0) return
  const engine = openWriter(places.database()) as BlockingEngine
  for (const schema of schemas) engine.execute(`drop schema if exists ${schema} cascade`)
  engine.close()
})

const dossierOf = (parts: object): string => {
  const file = join(path, `places-${++made}.json`)
  writeFileSync(file, JSON.stringify({ hearsay: 1, ...parts }))
  return file
}

/** A graph that people have changed in all the ways there are, with users, tokens, and ids that nothing has any more. */
async function edited(address: string): Promise<void> {
  const graph = openWriter(address)
  const users = new UserWriter(graph)
  const ids = ['Ada', 'Ben'].map((name) => users.put(name, 'EDITOR').user.id)
  for (const userId of ids) users.issue({ userId, kind: 'API', note: 'for a program' })
  const random = new Random(5)
  const editor = new RandomEditor(graph, path, random)
  importDossiers(graph, [dossierOf(editor.dossier()), dispute])
  for (let step = 0; step < 15; step++) await editor.change(random.pick([...ids, null]))
  // A place is part of one that came later.
  const inner = { slug: 'inner', name: 'Inner', precision: 'LOCALITY', latitude: 50.5 + 1e-13, longitude: 36 }
  importDossiers(graph, [dossierOf({ places: [inner] })])
  const outer = { slug: 'outer', name: 'Outer', precision: 'REGION' }
  importDossiers(graph, [dossierOf({ places: [{ ...inner, partOf: 'outer' }, outer] })])
  graph.close()
}

/** All that a graph is, as text. */
function wholeOf(address: string) {
  const graph = openReader(address)
  try {
    let dossier = ''
    exportDossier(graph, 'jsonl', (part) => (dossier += part), { withHistory: true })
    const tables = Object.entries(storedTables).map(([name, { columns }]) => [
      name,
      rowsOf(graph, name, columns),
    ])
    const lastIds = numberedTables.map((table) => [table, graph.lastId(table)])
    return {
      dossier,
      tables: Object.fromEntries(tables),
      lastIds: Object.fromEntries(lastIds),
      faults: checkGraph(graph),
    }
  } finally {
    graph.close()
  }
}

/** Rows in an order of their own: what a tally has is a number on the one engine and a text on the other. */
const rowsOf = (graph: ImmediateEngine, table: string, columns: object): string[] =>
  dbOf(graph)
    .prepare<[], unknown[]>(
      `select ${Object.keys(columns)
        .map((one) => `"${one}"`)
        .join()} from "${table}"`,
    )
    .raw()
    .all()
    .map((row) => JSON.stringify(table === 'tally' ? row.map(String) : row))
    .sort()

const pairs = [
  ['file', 'file'],
  ['file', 'database'],
  ['database', 'file'],
  ['database', 'database'],
] as const
const isThere = ([from, to]: (typeof pairs)[number]) =>
  server !== undefined || (from === 'file' && to === 'file')
if (!server) console.warn('COPIES TO AND FROM POSTGRESQL ARE NOT TESTED: there is none here.')

/** One graph, which is copied from both. */
const originals = { file: places.file(), database: server ? places.database() : '' }
beforeAll(async () => {
  await edited(originals.file)
  if (server) copyGraph(originals.file, originals.database)
}, 60_000)

describe.each(pairs.filter(isThere))('a copy from a %s to a %s', (one, other) => {
  const [from, to] = [originals[one], places[other]()]

  it('is the same graph, with its ids, its history, its users and their tokens', () => {
    const seen: number[] = []
    copyGraph(from, to, (rows, of) => seen.push(rows / of))
    const original = wholeOf(from)
    expect(wholeOf(to)).toEqual(original)
    expect(original.faults).toEqual([])
    expect(original.tables.token).toHaveLength(2)
    expect(original.tables.merging).not.toEqual([])
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('goes on as the original does', () => {
    const outcomes = [from, to].map((address) => {
      const graph = openWriter(address)
      importDossiers(graph, [
        dossierOf({ places: [{ slug: `${one}-${other}`, name: 'New', precision: 'EXACT' }] }),
      ])
      graph.close()
      return wholeOf(address).lastIds
    })
    expect(outcomes[1]).toEqual(outcomes[0])
  })

  it('is refused where a graph is', () => {
    const before = wholeOf(to)
    expect(() => copyGraph(from, to)).toThrow(/holds a graph already/)
    expect(wholeOf(to)).toEqual(before)
  })

  it('leaves nothing where it is interrupted', () => {
    const place = places[other]()
    const stop = (rows: number, of: number) => {
      if (rows > of / 2) throw new Error('The lights went out.')
    }
    expect(() => copyGraph(from, place, stop)).toThrow('The lights went out.')
    expect(isGraphAt(place)).toBe(false)
    expect(other === 'file' && existsSync(place)).toBe(false)
    copyGraph(from, place)
    expect(wholeOf(place).dossier).toBe(wholeOf(from).dossier)
  })
})

describe.each(server ? (['file', 'database'] as const) : (['file'] as const))(
  'the tables in a %s',
  (kind) => {
    it('are those that are copied, with all columns that are written', () => {
      const graph = openWriter(places[kind]())
      const rows = dbOf(graph)
        .prepare<[], { table: string; column: string }>(
          graph instanceof BlockingEngine
            ? `select table_name as "table", column_name as "column" from information_schema.columns
              join pg_tables on schemaname = table_schema and tablename = table_name
              where table_schema = current_schema() and is_generated = 'NEVER'`
            : `select t.name as "table", c.name as "column" from pragma_table_list t, pragma_table_xinfo(t.name) c
              where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' and c.hidden = 0`,
        )
        .all()
      graph.close()
      const ownAffair = /_text(_\w+)?$|_term$|^graph_version$|^last_id$/
      const there = rows
        .filter(({ table }) => !ownAffair.test(table))
        .map(({ table, column }) => `${table}.${column}`)
      const copied = Object.entries(storedTables).flatMap(([table, { columns }]) =>
        Object.keys(columns).map((column) => `${table}.${column}`),
      )
      expect(copied.sort()).toEqual(there.sort())
    })
  },
)
