import type { RecordItems } from '../record-items.ts'
import type { MappedRow } from './mapped-row.ts'
import type { NodeFinder } from './node-finder.ts'
import type { FindableType } from './value-schema.ts'

/** What changes while a table is read. It is read more than once, each time with a finder of its own. */
export interface TableProgress {
  readonly items: RecordItems
  finder: NodeFinder
  /** The kinds of node that the mapping looks up: of others nobody needs to know the names. */
  readonly sought: Set<FindableType>
  /** The row that is read now, or was read last. */
  row: MappedRow | null
  /** The row that begins in a line, read again where it is not at hand. */
  rowAt(line: number): MappedRow | undefined
}
