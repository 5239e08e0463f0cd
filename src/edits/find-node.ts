import { sql } from 'kysely'
import { nearest } from '../model/nodes/nearest.ts'
import { type Slugs, slugsOf } from '../model/nodes/slug.ts'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../sql/engine.ts'
import { type NodeId, parseId } from '../values/id.ts'
import { type KeyTable, keyTables, nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { wordList } from '../values/word-list.ts'

/** A node that is there, and its slug as it is now. */
export interface KnownNode extends NodeId {
  readonly slug: string
}

/** Finds what a caller calls a node: by its id or its slug, whichever of all kinds. */
export class NodeFinder {
  readonly #slugs: Slugs
  readonly #slugOf: Readonly<Record<KeyTable, ImmediatePrepared<{ slug: string }>>>

  constructor(engine: ImmediateEngine) {
    this.#slugs = slugsOf(engine)
    this.#slugOf = recordFrom(keyTables, (table) =>
      engine.prepare<{ slug: string }>(sql`select slug from ${sql.table(table)} where id = ${slot('id')}`),
    )
  }

  /** The node of one of these kinds that an id or a slug names; undefined where there is none. */
  find(types: readonly NodeType[], reference: string): KnownNode | undefined {
    const id = parseId(reference)
    if (id) return types.includes(id.type) ? this.#known(id) : undefined
    const tables = new Set(types.map((type) => nodeKinds[type].keyTable))
    for (const table of tables) {
      const found = this.#slugs.find(table, reference)
      if (found && types.includes(found.type)) return this.#known({ type: found.type, key: found.id })
    }
    return undefined
  }

  /** The slugs that come nearest to a reference to none of these kinds. */
  nearest(types: readonly NodeType[], reference: string): readonly string[] {
    const tables = [...new Set(types.map((type) => nodeKinds[type].keyTable))]
    const slugs = tables.flatMap((table) => this.#slugs.all(table)).filter(({ type }) => types.includes(type))
    return nearest(
      reference,
      slugs.map(({ slug }) => slug),
    )
  }

  #known(id: NodeId): KnownNode | undefined {
    const type = this.#typeOf(id)
    const slug = this.#slugOf[nodeKinds[id.type].keyTable].get({ id: id.key })?.slug
    return slug !== undefined && type === id.type ? { ...id, slug } : undefined
  }

  /** The kind that the node of a key is: actors, places and events share their keys. */
  #typeOf({ type, key }: NodeId): NodeType | undefined {
    const table = nodeKinds[type].keyTable
    const slug = this.#slugOf[table].get({ id: key })?.slug
    return slug === undefined ? undefined : this.#slugs.find(table, slug)?.type
  }
}

/** `is not the id or slug of an actor`, with the nearest. */
export function noSuchNode(types: readonly NodeType[], near: readonly string[]): string {
  const kinds = wordList(
    types.map((type) => `${/^[aeiou]/.test(nodeKinds[type].one) ? 'an' : 'a'} ${nodeKinds[type].one}`),
    'or',
  )
  const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''
  return `is not the id or slug of ${kinds}${hint}`
}
