import { sql } from 'kysely'
import { Redirects } from '../model/nodes/redirects.ts'
import { type Slugs, slugsOf, typeIn } from '../model/nodes/slug.ts'
import { slot } from '../sql/build.ts'
import { listed } from '../sql/dialect.ts'
import { atOnce, type ImmediateEngine, type ImmediatePrepared } from '../sql/engine.ts'
import { formatId, type NodeId, parseId } from '../values/id.ts'
import { type KeyTable, keyTables, nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'

/** A node that is there, and its slug as it is now. */
export interface KnownNode extends NodeId {
  readonly slug: string
}

/** Finds what a caller calls a node: by its id or its slug, whichever of all kinds. */
export class NodeFinder {
  readonly #slugs: Slugs
  readonly #redirects: Redirects
  readonly #atKey: Readonly<Record<KeyTable, ImmediatePrepared<{ slug: string; type: NodeType }>>>
  readonly #named: Readonly<Record<KeyTable, ImmediatePrepared<KnownNode>>>

  constructor(engine: ImmediateEngine) {
    this.#slugs = slugsOf(engine)
    this.#redirects = new Redirects(engine)
    this.#atKey = recordFrom(keyTables, (table) =>
      engine.prepare<{ slug: string; type: NodeType }>(
        sql`select slug, ${typeIn(table)} as type from ${sql.table(table)} where id = ${slot('id')}`,
      ),
    )
    this.#named = recordFrom(keyTables, (table) => {
      const nodes = sql`select ${typeIn(table)} as type, id as key, slug from ${sql.table(table)}`
      return engine.prepare<KnownNode>(
        sql`${nodes} where id in ${listed('keys')} union all ${nodes} where slug in ${listed('slugs', 'text')}`,
      )
    })
  }

  /** The node of one of these kinds that an id or a slug names; undefined where there is none. */
  find(types: readonly NodeType[], reference: string): KnownNode | undefined {
    const id = parseId(reference)
    if (id) return types.includes(id.type) ? (this.#known(id) ?? this.#survivor(id)) : undefined
    const tables = new Set(types.map((type) => nodeKinds[type].keyTable))
    for (const table of tables) {
      const found = this.#slugs.find(table, reference)
      if (found && types.includes(found.type)) return this.#known({ type: found.type, key: found.id })
    }
    return undefined
  }

  /** The same for many, with as few statements as for one. */
  findAll(types: readonly NodeType[], references: readonly string[]): (KnownNode | undefined)[] {
    const known = this.#knownNamed(types, references)
    const missing = references.filter((reference) => !known.has(reference))
    const merged = missing.length > 0 ? atOnce(this.#redirects.of(missing)) : new Map<string, NodeId[]>()
    const idsOf = (reference: string) =>
      (merged.get(reference) ?? []).map(({ type, key }) => formatId(type, key))
    const survivors = this.#knownNamed(types, missing.flatMap(idsOf))
    return references.map(
      (reference) =>
        known.get(reference) ??
        idsOf(reference)
          .map((id) => survivors.get(id))
          .find((node) => node !== undefined),
    )
  }

  /** The nodes of these kinds by all that they can be called: their ids and their slugs. */
  #knownNamed(types: readonly NodeType[], references: readonly string[]): ReadonlyMap<string, KnownNode> {
    if (references.length === 0) return new Map()
    const ids = references.map(parseId)
    const keys = JSON.stringify(ids.flatMap((id) => (id ? [id.key] : [])))
    const slugs = JSON.stringify(references.filter((_, index) => !ids[index]))
    const rows = [...new Set(types.map((type) => nodeKinds[type].keyTable))].flatMap((table) =>
      this.#named[table].all({ keys, slugs }),
    )
    return new Map(
      rows
        .filter(({ type }) => types.includes(type))
        .flatMap((node) => [[formatId(node.type, node.key), node] as const, [node.slug, node] as const]),
    )
  }

  /** The node into which one that is gone was merged. */
  #survivor({ type, key }: NodeId): KnownNode | undefined {
    const found = this.#slugs.survivor(nodeKinds[type].keyTable, key)
    return found?.type === type ? this.#known({ type, key: found.id }) : undefined
  }

  /** Actors, places and events share their keys: the one that has a key must be of the kind that is asked for. */
  #known({ type, key }: NodeId): KnownNode | undefined {
    const found = this.#atKey[nodeKinds[type].keyTable].get({ id: key })
    return found?.type === type ? { type, key, slug: found.slug } : undefined
  }
}
