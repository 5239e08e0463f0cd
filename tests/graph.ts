import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { dbOf, isOnPostgres, openWriter } from './engine.ts'
import { writeGraph } from './made-graph.ts'
import { dropDatabasesIn } from './postgres/graph-databases.ts'

/** A folder of this test file's own, gone when its tests are done. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'hearsay-'))
  afterAll(() => {
    dropDatabasesIn(path)
    rmSync(path, { recursive: true, force: true })
  })
  return path
}

let made = 0
/** A new graph in a file of its own. */
export function newGraph(path: string): ImmediateEngine {
  const file = join(path, `graph-${++made}.db`)
  writeGraph(file)
  return openWriter(file)
}

const derivedTables = ['size', 'tally', 'speaks_about', 'position', 'agreement', 'timeline_day'] as const

/** All rows of the tables that are derived, and the derived columns of the others. */
export const derivedState = (graph: ImmediateEngine): Record<string, unknown[]> => ({
  ...Object.fromEntries(
    derivedTables.map((table) => [table, dbOf(graph).prepare(`select * from ${table} order by 1, 2`).all()]),
  ),
  claim: dbOf(graph)
    .prepare(
      'select id, review, standing, statement_count, speaker_count, source_count from claim order by id',
    )
    .all(),
  entity: dbOf(graph).prepare('select id, review from entity order by id').all(),
  event: dbOf(graph).prepare('select id, review from event order by id').all(),
  actor: dbOf(graph).prepare('select id, statement_count from actor order by id').all(),
  statement: dbOf(graph)
    .prepare(
      'select id, known_at, said_month, said_earliest, said_latest, via_speaker_id from statement order by id',
    )
    .all(),
  statement_about: dbOf(graph).prepare('select * from statement_about order by 1, 2').all(),
})

/** Every row of every table, but for the moments at which revisions were written: no two graphs share those. */
export function everyRow(graph: ImmediateEngine): Record<string, unknown[]> {
  const tables = dbOf(graph)
    .prepare(
      isOnPostgres
        ? "select tablename from pg_tables where schemaname = current_schema() and tablename not in ('graph_version', 'last_id') order by 1"
        : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all() as string[]
  const columns = (table: string) => (table === 'revision' ? 'id, by_id, action, note, undoes_id' : '*')
  return Object.fromEntries(
    tables.map((table) => [
      table,
      dbOf(graph)
        .prepare(`select ${columns(table)} from "${table}"`)
        .all()
        .map((row) => [JSON.stringify(row), row] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, row]) => row),
    ]),
  )
}
