import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'

/** What is in a graph's file. */
export interface Left {
  readonly problems: readonly string[]
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>
  /** How many statements are in each source, by its slug. */
  readonly statements: Readonly<Record<string, number>>
}

const tables = [
  'entity',
  'label',
  'source',
  'claim',
  'statement',
  'statement_about',
  'position',
  'claim_text',
]

/** Opens the file as the next command would, and has SQLite look through all of it. */
export function look(path: string): Left {
  if (!existsSync(path)) return { problems: [], rows: {}, statements: {} }
  const db = openDatabase(path)
  try {
    const known = new Set(db.prepare('select name from sqlite_schema').pluck().all() as string[])
    const count = (table: string) => db.prepare(`select count(*) from ${table}`).pluck().get() as number
    return {
      problems: problemsIn(db),
      rows: Object.fromEntries(
        tables.filter((table) => known.has(table)).map((table) => [table, count(table)]),
      ),
      statements: known.has('statement') ? statementsIn(db) : {},
    }
  } finally {
    db.close()
  }
}

function problemsIn(db: Database): string[] {
  const integrity = db.pragma('integrity_check', { simple: true })
  const foreign = db.pragma('foreign_key_check') as unknown[]
  return [
    ...(integrity === 'ok' ? [] : [`integrity_check says ${integrity}`]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} rows refer to nothing`]),
  ]
}

const statementsIn = (db: Database): Record<string, number> =>
  Object.fromEntries(
    db
      .prepare(
        `select source.slug, count(statement.id) from source left join statement on source_id = source.id
          group by source.id`,
      )
      .raw()
      .all() as [string, number][],
  )
