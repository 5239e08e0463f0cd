import type { ExpectedRow, TableRow, Upserted, UpsertTable } from '../../sql/upsert.ts'
import type { KeyTable } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** Is told of nodes before they change, so that how they were can be kept. */
export interface NodeChanges {
  /** Called before a node that is there is changed or removed, as often as the writer likes. */
  touch(type: NodeType, id: number): void
  /** Called when a node is put at a key that one had before it was removed. */
  restore(type: NodeType, id: number): void
}

/** What was put, and the slug that it has: given with it, or made of its id. */
export interface PutUnderSlug extends Upserted {
  readonly slug: string
}

/** Keeps a node's row: at its key, where the draft says which, else by its slug. */
export function keepRow<Table extends KeyTable>(
  rows: UpsertTable<Table>,
  draft: ExpectedRow,
  row: TableRow<Table>,
  changes: NodeChanges,
  type: NodeType,
): Upserted {
  if (draft.id === undefined) return rows.upsert(draft.slug ?? null, row)
  const kept = rows.upsertAt(draft.id, row)
  if (kept.outcome === 'created') changes.restore(type, kept.id)
  return kept
}
