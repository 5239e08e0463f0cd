import type { RecordItems } from '../record-items.ts'
import type { MappedRow } from './mapped-row.ts'
import type { NodeFinder } from './node-finder.ts'

/** What changes while a table is read. It is read more than once, each time with a finder of its own. */
export interface TableProgress {
  readonly items: RecordItems
  finder: NodeFinder
  /** The row that is read now, or was read last. */
  row: MappedRow | null
}
