import { type RawBuilder, sql } from 'kysely'
import type { ExportScope } from '../../dossier/item-reader.ts'
import { type NodeReference, nodeReferences } from '../../model/nodes/references.ts'
import { listed } from '../../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import { type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'

interface NamedKey {
  readonly id: number
}

/** How many nodes are looked at together. */
const PAGE = 1000

const tableOf = (type: NodeType): KeyTable => nodeKinds[type].keyTable

/** The references between tables, each once: several kinds of entity may be named by one column. */
const tableReferences = nodeReferences.map((reference) => {
  const [to] = reference.to
  if (!to) throw new Error(`${reference.field} names nothing.`)
  return { reference, from: tableOf(reference.from), to: tableOf(to) }
})

const keysNamed = ({ table, column, owner }: NodeReference): RawBuilder<NamedKey> =>
  sql`select distinct ${sql.ref(column)} as id from ${sql.table(table)}
    where ${sql.ref(owner)} in ${listed('ids')} and ${sql.ref(column)} is not null`

/**
 * The part of a graph that statements stand in: all that they name, all that is named by that, and the assessments of their
 * claims. So nothing in it names what is not in it, and an import takes it.
 */
export class StatementScope implements ExportScope {
  readonly #keys = recordFrom(keyTables, () => new Set<number>())
  /** Nodes whose own references have not been followed yet. */
  readonly #waiting = recordFrom(keyTables, (): number[] => [])
  readonly #named: readonly { from: KeyTable; to: KeyTable; query: Prepared<NamedKey> }[]
  readonly #assessments: Prepared<NamedKey>

  constructor(engine: Engine, statements: Iterable<readonly number[]>) {
    this.#named = tableReferences.map(({ reference, from, to }) => ({
      from,
      to,
      query: engine.prepare(keysNamed(reference)),
    }))
    this.#assessments = engine.prepare(sql`select id from assessment where claim_id in ${listed('ids')}`)
    for (const keys of statements) this.#add('statement', keys)
    this.#followAll()
  }

  has(type: NodeType, key: number): boolean {
    return this.#keys[tableOf(type)].has(key)
  }

  #add(table: KeyTable, keys: readonly number[]): void {
    const known = this.#keys[table]
    for (const key of keys) {
      if (known.has(key)) continue
      known.add(key)
      this.#waiting[table].push(key)
    }
  }

  #followAll(): void {
    for (;;) {
      const table = keyTables.find((one) => this.#waiting[one].length > 0)
      if (!table) return
      const waiting = this.#waiting[table].splice(-PAGE)
      this.#follow(table, JSON.stringify(waiting))
    }
  }

  #follow(table: KeyTable, ids: string): void {
    const keysOf = (query: Prepared<NamedKey>) => atOnce(query.all({ ids })).map(({ id }) => id)
    for (const { from, to, query } of this.#named) if (from === table) this.#add(to, keysOf(query))
    if (table === 'claim') this.#add('assessment', keysOf(this.#assessments))
  }
}
