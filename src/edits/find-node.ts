import { sql } from 'kysely'
import { type Slugs, slugsOf } from '../model/nodes/slug.ts'
import { typeIn } from '../model/nodes/type-in.ts'
import { slot } from '../sql/build.ts'
import { atOnce, type ImmediateEngine, type ImmediatePrepared, inSteps } from '../sql/engine.ts'
import { type NodeId, parseId } from '../values/id.ts'
import { type KeyTable, keyTables, nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { type KnownNode, NamedNodes } from './named-nodes.ts'

/** Finds what a caller calls a node: by its id or its slug, whichever of all kinds. */
export class NodeFinder {
  readonly #slugs: Slugs
  readonly #nodes: NamedNodes
  readonly #atKey: Readonly<Record<KeyTable, ImmediatePrepared<{ slug: string; type: NodeType }>>>

  constructor(engine: ImmediateEngine) {
    this.#slugs = slugsOf(engine)
    this.#nodes = new NamedNodes(engine)
    this.#atKey = recordFrom(keyTables, (table) =>
      engine.prepare<{ slug: string; type: NodeType }>(
        sql`select slug, ${typeIn(table)} as type from ${sql.table(table)} where id = ${slot('id')}`,
      ),
    )
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
    return atOnce(inSteps(() => this.#nodes.findAll(types, references)))
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
