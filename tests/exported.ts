import { exportDossier } from '../src/dossier/export.ts'
import type { DossierFormat } from '../src/dossier/file-format.ts'
import { facetDefinitions } from '../src/model/derived/facets.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { type KeyTable, keyTables } from '../src/values/node-kinds.ts'
import { recordFrom } from '../src/values/record.ts'
import { dbOf } from './engine.ts'
import { derivedState } from './graph.ts'

/** A graph as a dossier. */
export function exported(graph: ImmediateEngine, format: DossierFormat = 'jsonl'): string {
  let text = ''
  exportDossier(graph, format, (piece) => {
    text += piece
  })
  return text
}

type Row = Record<string, unknown>

/** What the keys in a column are of; `id` is that of the table itself. */
const tableOf: Readonly<Record<string, KeyTable>> = {
  ...{ actor_id: 'entity', entity_id: 'entity', speaker_id: 'entity', principal_id: 'entity' },
  ...{
    via_speaker_id: 'entity',
    a_id: 'entity',
    b_id: 'entity',
    claim_id: 'claim',
    statement_id: 'statement',
  },
}
const ownTables: Readonly<Record<string, KeyTable>> = {
  ...{ entity: 'entity', event: 'entity', actor: 'entity', claim: 'claim', statement: 'statement' },
}
const facetTables = { CLAIM: 'claim', SOURCE: 'source' } as const

/** What is derived, with slugs for keys, so that two graphs compare whose keys differ. */
export function derivedBySlug(graph: ImmediateEngine): Record<string, string[]> {
  const slugs = recordFrom(
    keyTables,
    (table) =>
      new Map(dbOf(graph).prepare<[], [number, string]>(`select id, slug from ${table}`).raw().all()),
  )
  const slugOf = (table: KeyTable | undefined, key: unknown) =>
    table && typeof key === 'number' ? (slugs[table].get(key) ?? key) : key
  const named = (table: string, row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        slugOf(column === 'id' ? ownTables[table] : tableOf[column], value),
      ]),
    )
  const ofTable = (table: string, row: Row): Row => {
    // An engine whose columns have one type has keys in a column of their own as well.
    const { key, ...tally } = { key: row.value, ...row }
    if (table === 'tally' && typeof key === 'number') {
      const facet = Object.keys(facetDefinitions).includes(String(row.facet)) ? String(row.facet) : ''
      const of = Object.entries(facetTables).find(([name]) => name === facet)?.[1] ?? 'entity'
      return { ...tally, value: slugOf(of, key) }
    }
    if (table !== 'agreement') return named(table, row)
    const { a_id, b_id, ...rest } = named(table, row)
    return { ...rest, pair: [a_id, b_id].sort() }
  }
  return Object.fromEntries(
    Object.entries(derivedState(graph)).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify(ofTable(table, row as Row))).sort(),
    ]),
  )
}
