import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'

/** Notes, for nodes of one kind, something that follows from them. */
export interface NoteDraft {
  /**
   * - `OWNER`: what others are counted by, before it changes.
   * - `STALE`: what else must be derived anew, by what they name before and after.
   * - `COUNT`: what they add to counts: with -1 before they change, and with 1 afterwards.
   * - `COPY`: copies of their columns, afterwards.
   */
  readonly kind: 'OWNER' | 'STALE' | 'COUNT' | 'COPY'
  /** The references that it goes by, such as `statement.speaker_id`: where another one moves, it stays as it is. */
  readonly reads: readonly string[]
  readonly text: RawBuilder<never>
}

/** 1 where what nodes add is noted, -1 where it is taken off. */
export const by = slot<number>('by')

/** Whether a row is of the nodes, by the column with their keys. */
export const isOfNodes = (column: string): RawBuilder<boolean> => sql`${sql.ref(column)} in ${listed('ids')}`

/** Who speaks, and for whom: what a statement's principal goes by. */
export const principal = ['statement.speaker_id', 'statement.on_behalf_of_id']
