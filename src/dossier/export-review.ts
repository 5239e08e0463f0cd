import { type RawBuilder, sql } from 'kysely'
import { type NodeReference, nodeReferences } from '../model/nodes/references.ts'
import { listed } from '../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../sql/engine.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'

const derivedTables = ['entity', 'claim'] as const
type DerivedTable = (typeof derivedTables)[number]

/** The references that may lead to a node of a table. */
const referencesTo = (table: DerivedTable): readonly NodeReference[] =>
  nodeReferences.filter(({ to }) => to.some((type) => nodeKinds[type].keyTable === table))

const isNamed = (references: readonly NodeReference[], more = sql``): RawBuilder<unknown> =>
  sql.join(
    references.map(
      ({ table, column }) =>
        sql`exists (select 1 from ${sql.table(table)} naming where ${sql.ref(`naming.${column}`)} = node.id ${more})`,
    ),
    sql` or `,
  )

/** Of these nodes, those that are named, and by no accepted statement. */
const inDoubt = (table: DerivedTable): RawBuilder<{ id: number }> => {
  const references = referencesTo(table)
  const statements = references.filter(({ from }) => from === 'STATEMENT')
  return sql`select node.id from ${sql.table(table)} node where node.id in ${listed('ids')}
    and not (${isNamed(statements, sql`and naming.review = 'ACCEPTED'`)}) and (${isNamed(references)})`
}

/**
 * Tells which accepted nodes must say that they are. An import takes for proposed what proposed statements alone speak of,
 * directly or by way of each other. So where there are proposals, a node says so that anything names, unless an accepted
 * statement does: some say it without need, and none is taken for what it is not.
 */
export class AcceptedInDoubt {
  readonly #proposal: Prepared<{ found: number }>
  readonly #inDoubt: Readonly<Record<DerivedTable, Prepared<{ id: number }>>>

  constructor(engine: Engine) {
    this.#proposal = engine.prepare(sql`select 1 as found from statement where review = 'PROPOSED' limit 1`)
    this.#inDoubt = { entity: engine.prepare(inDoubt('entity')), claim: engine.prepare(inDoubt('claim')) }
  }

  hasProposals(): boolean {
    return atOnce(this.#proposal.get()) !== undefined
  }

  among(type: NodeType, ids: readonly number[]): ReadonlySet<number> {
    const table = derivedTables.find((one) => one === nodeKinds[type].keyTable)
    if (!table) return new Set()
    return new Set(atOnce(this.#inDoubt[table].all({ ids: JSON.stringify(ids) })).map(({ id }) => id))
  }
}
