import { sql } from 'kysely'
import { Redirects } from '../model/nodes/redirects.ts'
import { typeIn } from '../model/nodes/type-in.ts'
import { listed } from '../sql/dialect.ts'
import { allAnswers, type Engine, type Prepared, type Steps, waitFor } from '../sql/engine.ts'
import { formatId, type NodeId, parseId } from '../values/id.ts'
import { type KeyTable, keyTables, nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'

/** A node that is there, and its slug as it is now. */
export interface KnownNode extends NodeId {
  readonly slug: string
}

/** Finds the nodes that a caller names by ids and slugs: many with as few statements as one. */
export class NamedNodes {
  readonly #redirects: Redirects
  readonly #named: Readonly<Record<KeyTable, Prepared<KnownNode>>>

  constructor(engine: Engine) {
    this.#redirects = new Redirects(engine)
    this.#named = recordFrom(keyTables, (table) => {
      const nodes = sql`select ${typeIn(table)} as type, id as key, slug from ${sql.table(table)}`
      return engine.prepare<KnownNode>(
        sql`${nodes} where id in ${listed('keys')} union all ${nodes} where slug in ${listed('slugs', 'text')}`,
      )
    })
  }

  /** In the order of the references; undefined where one names no node of these kinds. */
  *findAll(types: readonly NodeType[], references: readonly string[]): Steps<(KnownNode | undefined)[]> {
    const known = yield* this.#nodesNamed(types, references)
    const missing = references.filter((reference) => !known.has(reference))
    const merged =
      missing.length > 0 ? yield* waitFor(this.#redirects.of(missing)) : new Map<string, NodeId[]>()
    const idsOf = (reference: string) =>
      (merged.get(reference) ?? []).map(({ type, key }) => formatId(type, key))
    const survivors = yield* this.#nodesNamed(types, missing.flatMap(idsOf))
    return references.map(
      (reference) =>
        known.get(reference) ??
        idsOf(reference)
          .map((id) => survivors.get(id))
          .find((node) => node !== undefined),
    )
  }

  /** The nodes of these kinds by all that they can be called: their ids and their slugs. */
  *#nodesNamed(
    types: readonly NodeType[],
    references: readonly string[],
  ): Steps<ReadonlyMap<string, KnownNode>> {
    if (references.length === 0) return new Map()
    const ids = references.map(parseId)
    const keys = JSON.stringify(ids.flatMap((id) => (id ? [id.key] : [])))
    const slugs = JSON.stringify(references.filter((_, index) => !ids[index]))
    const tables = [...new Set(types.map((type) => nodeKinds[type].keyTable))]
    const rows = yield* waitFor(allAnswers(tables.map((table) => this.#named[table].all({ keys, slugs }))))
    return new Map(
      rows
        .flat()
        .filter(({ type }) => types.includes(type))
        .flatMap((node) => [[formatId(node.type, node.key), node] as const, [node.slug, node] as const]),
    )
  }
}
