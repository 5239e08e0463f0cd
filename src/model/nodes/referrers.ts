import { sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import { recordFrom } from '../../values/record.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { nodeReferences } from './references.ts'

/** Finds the nodes that refer to others, by the list of all references. */
export class Referrers {
  readonly #of: Readonly<Record<NodeType, Prepared<{ type: NodeType; key: number }>>>

  constructor(engine: Engine) {
    this.#of = recordFrom(nodeTypes, (type) =>
      engine.prepare<{ type: NodeType; key: number }>(
        sql.join(
          nodeReferences
            .filter(({ to }) => to.includes(type))
            .map(
              ({ from, owner, table, column }) =>
                sql`select ${sql.lit(from)} as type, ${sql.ref(owner)} as key from ${sql.table(table)}
                  where ${sql.ref(column)} in ${listed('ids')}`,
            ),
          sql` union `,
        ),
      ),
    )
  }

  /** Each node once that refers to any of these. */
  of(type: NodeType, ids: readonly number[]): NodeId[] {
    return atOnce(this.#of[type].all({ ids: JSON.stringify(ids) }))
  }
}
