import { sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { type NodeReference, nodeReferences } from './references.ts'

const namersOf = ({ from, owner, table, column }: NodeReference) =>
  sql`select ${sql.lit(from)} as type, ${sql.ref(owner)} as key from ${sql.table(table)}
    where ${sql.ref(column)} in ${listed('ids')}`

/** Finds the nodes that refer to others, by the list of all references. */
export class Referrers {
  /** Nothing refers to an assessment: there is no query for it. */
  readonly #of: ReadonlyMap<NodeType, Prepared<{ type: NodeType; key: number }>>

  constructor(engine: Engine) {
    this.#of = new Map(
      [...new Set(nodeReferences.flatMap(({ to }) => to))].map((type) => [
        type,
        engine.prepare<{ type: NodeType; key: number }>(
          sql.join(nodeReferences.filter(({ to }) => to.includes(type)).map(namersOf), sql` union `),
        ),
      ]),
    )
  }

  /** Each node once that refers to any of these. */
  of(type: NodeType, ids: readonly number[]): NodeId[] {
    return atOnce(this.#of.get(type)?.all({ ids: JSON.stringify(ids) }) ?? [])
  }
}
