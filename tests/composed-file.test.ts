import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { openWriter } from '../src/sql/sqlite/connection.ts'
import { migrations } from '../src/sql/sqlite/migrate.ts'
import { composedText } from '../src/sql/sqlite/migrations/014-composed-text.ts'
import { connectionOf } from './engine.ts'
import { derivedState, everyRow, folder } from './graph.ts'
import { everyField, World } from './graph-fixture.ts'
import { writeOldFile } from './old-file.ts'

const path = folder()
const apart = (text: string) => text.normalize('NFD')

/** Columns of text, by their table. */
const columns: Readonly<Record<string, readonly string[]>> = {
  entity: ['name', 'description'],
  label: ['text'],
  affiliation: ['title'],
  event: ['mode'],
  source: ['title', 'author', 'text'],
  claim: ['text', 'figure_unit'],
  statement: ['text', 'span_exact', 'span_prefix', 'span_suffix'],
  assessment: ['method'],
}
const left = ['source.text', 'statement.span_exact', 'statement.span_prefix', 'statement.span_suffix']

/** A file of an earlier Hearsay in which each text ends with a letter and its mark apart, and what it had. */
function writeDecomposed(name: string): string {
  const [now, old] = [join(path, `${name}-now.db`), join(path, `${name}-old.db`)]
  const graph = openWriter(now)
  importDossiers(graph, [everyField])
  for (const [table, names] of Object.entries(columns))
    for (const column of names)
      graph.db
        .prepare(`update ${table} set ${column} = ${column} || ? where ${column} is not null`)
        .run(apart(' Łódź й'))
  graph.db.pragma('wal_checkpoint(truncate)')
  graph.close()
  writeOldFile(old, migrations.indexOf(composedText), now)
  return old
}

describe('a file in which letters and their marks stand apart', () => {
  const world = new World(writeDecomposed('all'))
  const { db } = connectionOf(world.writer)
  const valuesOf = (table: string, column: string) =>
    db.prepare(`select ${column} from ${table} where ${column} is not null`).pluck().all() as string[]

  it.each(
    Object.entries(columns).flatMap(([table, names]) =>
      names.map((column) => [`${table}.${column}`, table, column] as const),
    ),
  )('has %s composed, but for what is quoted from sources', (name, table, column) => {
    const values = valuesOf(table, column)
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect(value).toMatch(left.includes(name) ? apart('Łódź й') : 'Łódź й')
  })

  it('finds by what it has become, and by what it was', () => {
    const unit = valuesOf('claim', 'figure_unit')[0]
    const count = (given: string | undefined) =>
      world.ask('query ($unit: [String!]) { claims(filter: { unit: $unit }) { totalCount } }', {
        unit: [given],
      }).claims.totalCount
    expect(count(unit)).toBeGreaterThan(0)
    expect(count(apart(unit ?? ''))).toBe(count(unit))
    for (const text of ['lodz', 'Łódź', apart('Łódź')])
      expect(
        world.ask('query ($text: String!) { search(text: $text) { totalCount } }', { text }).search
          .totalCount,
      ).toBe(world.ask('{ search(text: "lodz") { totalCount } }').search.totalCount)
  })

  it('keeps its indexes, its order and what is derived', () => {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    for (const [table, column] of [
      ['entity', 'name'],
      ['claim', 'text'],
    ])
      expect(
        db.prepare(`select count(*) from ${table} where sort_key <> sort_key(${column})`).pluck().get(),
      ).toBe(0)
    const fresh = openWriter(join(path, 'fresh.db'))
    importDossiers(fresh, [everyField])
    expect(derivedState(world.writer)).toEqual(derivedState(fresh))
    fresh.close()
  })
})

describe('names of one actor that differ by how they are composed', () => {
  const [now, old] = [join(path, 'names-now.db'), join(path, 'names-old.db')]
  const graph = openWriter(now)
  importDossiers(graph, [everyField])
  const id = graph.db.prepare('select id from entity order by id limit 1').pluck().get()
  const add = graph.db.prepare('insert into label (entity_id, lang, text, preferred) values (?, ?, ?, ?)')
  const given: readonly (readonly [lang: string, text: string, preferred: number])[] = [
    ['pl', 'Łódź', 0],
    ['pl', apart('Łódź'), 1],
    ['cs', 'Řím', 0],
    ['cs', apart('Řím'), 0],
    ['sk', apart('Řím'), 0],
  ]
  for (const label of given) add.run(id, ...label)
  graph.db.pragma('wal_checkpoint(truncate)')
  graph.close()
  writeOldFile(old, migrations.indexOf(composedText), now)
  const opened = openWriter(old)

  it('become one, the preferred one if there is such', () => {
    const names = opened.db
      .prepare(
        "select lang, text, preferred from label where entity_id = ? and lang in ('pl', 'cs', 'sk') order by lang",
      )
      .raw()
      .all(id)
    expect(names).toEqual([
      ['cs', 'Řím', 0],
      ['pl', 'Łódź', 1],
      ['sk', 'Řím', 0],
    ])
    expect(opened.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('and a file that was composed stays as it is', () => {
    const before = everyRow(opened)
    composedText(opened.db)
    expect(everyRow(opened)).toEqual(before)
    opened.close()
  })
})
