import { sql } from 'kysely'
import { build, inTime, Prepared } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** How much there is of each noun, as far as it is accepted. */
export class SizeStore {
  readonly #sizes: Prepared<{ type: NodeType; nodes: number }>
  readonly #proposals: Prepared<{ statements: number }>

  constructor(connection: Connection) {
    this.#sizes = new Prepared(connection, build.selectFrom('size').select(['type', 'nodes']))
    this.#proposals = new Prepared(
      connection,
      sql`select count(*) as statements from statement where review = 'PROPOSED' and ${inTime('source_id')}`,
    )
  }

  all(): Map<NodeType, number> {
    return new Map(this.#sizes.all().map(({ type, nodes }) => [type, nodes]))
  }

  /** Statements that wait for somebody to accept or to reject them. */
  proposals(): number {
    return this.#proposals.get()?.statements ?? 0
  }
}
