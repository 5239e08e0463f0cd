import { sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import {
  type Answer,
  atOnce,
  type Engine,
  inSteps,
  mapAnswer,
  type Prepared,
  type Steps,
  waitFor,
} from '../../sql/engine.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import { type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { type NodeReference, nodeReferences } from '../nodes/references.ts'

/** The fields of a node by their names in the dossier. */
export type NodeFields = Readonly<Record<string, unknown>>

/** A node's fields with other nodes by their keys, as they are written, and which kind of node it is. */
export interface KeyedNode {
  readonly type: NodeType
  readonly form: object
}

const referencesOf = (type: NodeType): readonly NodeReference[] =>
  nodeReferences.filter(({ from }) => from === type)

/** Fields with each reference replaced: `replace` is given what stands there and what it is a reference to. */
export function withReferences(
  type: NodeType,
  fields: object,
  replace: (value: unknown, reference: NodeReference) => unknown,
): NodeFields {
  const replaced: Record<string, unknown> = { ...fields }
  for (const reference of referencesOf(type)) {
    const { field, isList, inner } = reference
    const value = replaced[field]
    if (value === undefined || value === null) continue
    if (!isList) replaced[field] = replace(value, reference)
    else if (Array.isArray(value))
      replaced[field] = value.map((entry: unknown) => {
        if (inner === undefined) return replace(entry, reference)
        return isObjectLike(entry) ? { ...entry, [inner]: replace(entry[inner], reference) } : entry
      })
  }
  return replaced
}

/** Gives written forms the slugs of the nodes that they name by keys: as a dossier has them. */
export class NamedForms {
  readonly #slugs: Readonly<Record<KeyTable, Prepared<{ id: number; slug: string }>>>

  constructor(engine: Engine) {
    this.#slugs = recordFrom(keyTables, (table) =>
      engine.prepare<{ id: number; slug: string }>(
        sql`select id, slug from ${sql.table(table)} where slug is not null and id in ${listed('ids')}`,
      ),
    )
  }

  /** What is not there any more is named by its id. */
  named(nodes: readonly KeyedNode[]): NodeFields[] {
    return atOnce(this.read(nodes))
  }

  /** The same for whoever only looks at a graph, and may have to wait for it. */
  read(nodes: readonly KeyedNode[]): Answer<NodeFields[]> {
    return mapAnswer(
      inSteps(() => this.#slugsOf(nodes)),
      (slugs) =>
        nodes.map(({ type, form }) =>
          withReferences(type, form, (key, { to }) => {
            const [kind] = to
            if (typeof key !== 'number' || !kind) return key
            return slugs[nodeKinds[kind].keyTable].get(key) ?? formatId(kind, key)
          }),
        ),
    )
  }

  *#slugsOf(nodes: readonly KeyedNode[]): Steps<Record<KeyTable, ReadonlyMap<number, string>>> {
    const keys = recordFrom(keyTables, () => new Set<number>())
    for (const node of nodes)
      for (const { type, key } of keysNamedIn(node)) keys[nodeKinds[type].keyTable].add(key)
    const slugs = recordFrom(keyTables, () => new Map<number, string>())
    const listOf = (table: KeyTable) => ({ ids: JSON.stringify([...keys[table]]) })
    for (const table of keyTables) if (keys[table].size > 0) this.#slugs[table].expect([listOf(table)])
    for (const table of keyTables) {
      if (keys[table].size === 0) continue
      const rows = yield* waitFor(this.#slugs[table].all(listOf(table)))
      this.#slugs[table].forget(listOf(table))
      for (const { id, slug } of rows) slugs[table].set(id, slug)
    }
    return slugs
  }
}

/** The nodes that a written form names; of what may be of several kinds, the first of them. */
export function keysNamedIn({ type, form }: KeyedNode): NodeId[] {
  const named: NodeId[] = []
  withReferences(type, form, (key, { to }) => {
    const [kind] = to
    if (typeof key === 'number' && kind) named.push({ type: kind, key })
    return key
  })
  return named
}
