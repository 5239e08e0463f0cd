import { type RawBuilder, sql } from 'kysely'
import { type KeyTable, nodeTypeNamed } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** What a row of a table of keys is. */
export const typeIn = (table: KeyTable): RawBuilder<NodeType> =>
  table === 'entity' ? sql.ref('kind') : sql`${sql.lit(nodeTypeNamed(table))}`
