import type { Database } from 'better-sqlite3'
import { errorMessage } from '../../values/errors.ts'
import { type Finding, FindingCounts } from '../finding.ts'
import { freshSchema, type SchemaPart, schemaQuery } from './fresh-schema.ts'
import { noteFullText } from './full-text-check.ts'
import { engineRefusalOf } from './refusals.ts'

/**
 * What is wrong with a database, whatever its rows say: pages and indexes that are damaged, references that lead to nothing,
 * tables, indexes and triggers that are not as in a new file, full-text indexes of other words than stand in the tables.
 *
 * @param db A connection of its own, in which temporary tables may be made.
 */
export function databaseFaults(db: Database): Finding[] {
  const counts = new FindingCounts()
  try {
    for (const note of [noteDamage, noteSchema, noteReferences]) note(db, counts)
    // Not of damaged pages: each word of them would be told.
    if (!counts.all().some(({ where }) => where === 'file')) noteFullText(db, counts)
  } catch (error) {
    if (engineRefusalOf(error) !== 'damaged') throw error
    counts.note('file', IS_DAMAGED, errorMessage(error))
  }
  return counts.all()
}

const IS_DAMAGED = 'is damaged'

function noteDamage(db: Database, counts: FindingCounts): void {
  const messages = db.prepare<[], string>('pragma integrity_check').pluck().all()
  for (const message of messages) if (message !== 'ok') counts.note('file', IS_DAMAGED, message)
}

/** Other programs may keep tables of their own in the file; but a trigger acts on ours. */
function noteSchema(db: Database, counts: FindingCounts): void {
  const missing = new Map(freshSchema().map((part) => [keyOf(part), part]))
  for (const part of db.prepare<[], SchemaPart>(schemaQuery).all()) {
    const fresh = missing.get(keyOf(part))
    missing.delete(keyOf(part))
    if (!fresh && part.type === 'trigger')
      counts.note('triggers', 'have some that no new file has', part.name)
    if (fresh && fresh.sql !== part.sql)
      counts.note(plural[part.type], 'have some that are not as in a new file', part.name)
  }
  for (const { type, name } of missing.values())
    counts.note(plural[type], 'lack some that a new file has', name)
}

const plural = { table: 'tables', index: 'indexes', trigger: 'triggers', view: 'views' } as const

const keyOf = ({ type, name }: SchemaPart): string => `${type} ${name}`

function noteReferences(db: Database, counts: FindingCounts): void {
  const broken = db
    .prepare<[], { table: string; rowid: number | null; parent: string }>('pragma foreign_key_check')
    .all()
  for (const { table, rowid, parent } of broken)
    counts.note(
      table,
      `refers to rows of ${parent} that are not there`,
      rowid === null ? 'a row' : `row ${rowid}`,
    )
}
