import { sql } from 'kysely'
import { NamedForms, type NodeFields } from '../model/history/named-forms.ts'
import { WrittenForms } from '../model/history/written.ts'
import { typeIn } from '../model/nodes/type-in.ts'
import { slot } from '../sql/build.ts'
import { upTo } from '../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../sql/engine.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { type NodeType, nodeTypes } from '../values/vocabulary.ts'
import { exportedItem } from './export-item.ts'

/** How many nodes are read at a time. A source has its whole text. */
const PAGE = 500
const PAGE_OF_SOURCES = 10

/** Which nodes are taken out of a graph. */
export interface ExportScope {
  has(type: NodeType, key: number): boolean
}

export const wholeGraph: ExportScope = { has: () => true }

/** A node as an item of a dossier, and the key that it has in its graph. */
export interface KeyedItem {
  readonly key: number
  readonly item: NodeFields
}

/** Of these nodes, those whose items must say that they are accepted. */
export type SaysAccepted = (type: NodeType, keys: readonly number[]) => ReadonlySet<number>

/** Kinds of node among which the one that came later goes before an equal one, as of two statements of one moment. */
const ranked: readonly NodeType[] = ['SOURCE', 'STATEMENT', 'ASSESSMENT']

interface OrderedKey {
  readonly id: number
  /** What the nodes are ordered by. */
  readonly at: string | number
}

/** Reads the nodes of a kind as items of a dossier: in the order of slugs, or in that of coming where it matters. */
export class ItemReader {
  readonly #keys: Readonly<Record<NodeType, Prepared<OrderedKey>>>
  readonly #forms: WrittenForms
  readonly #named: NamedForms
  readonly #scope: ExportScope
  readonly #onNodes: ((count: number) => void) | undefined

  constructor(engine: Engine, scope: ExportScope = wholeGraph, onNodes?: (count: number) => void) {
    this.#keys = recordFrom(nodeTypes, (type) => engine.prepare(keysAfter(type)))
    this.#forms = new WrittenForms(engine)
    this.#named = new NamedForms(engine)
    this.#scope = scope
    this.#onNodes = onNodes
  }

  *pages(type: NodeType, saysAccepted: SaysAccepted): Generator<KeyedItem[]> {
    const limit = type === 'SOURCE' ? PAGE_OF_SOURCES : PAGE
    let after: string | number = ranked.includes(type) ? 0 : ''
    for (;;) {
      const keys = atOnce(this.#keys[type].all({ after, limit }))
      const last = keys.at(-1)
      if (!last) return
      const wanted = keys.flatMap(({ id }) => (this.#scope.has(type, id) ? [id] : []))
      if (wanted.length > 0) yield this.page(type, wanted, saysAccepted)
      after = last.at
    }
  }

  /** The nodes of these keys that are there, in the order of the keys. */
  page(type: NodeType, ids: readonly number[], saysAccepted: SaysAccepted): KeyedItem[] {
    const saying = saysAccepted(type, ids)
    const forms = this.#forms.many(type, ids)
    const keyed = ids.flatMap((id) => {
      const form = forms.get(id)
      return form ? [{ id, type, form }] : []
    })
    const named = this.#named.named(keyed)
    this.#onNodes?.(keyed.length)
    return keyed.map(({ id }, index) => ({
      key: id,
      item: exportedItem(type, named[index] ?? {}, saying.has(id)),
    }))
  }
}

const keysAfter = (type: NodeType) => {
  const table = nodeKinds[type].keyTable
  const order = sql.ref(ranked.includes(type) ? 'id' : 'slug')
  return sql<OrderedKey>`select id, ${order} as at from ${sql.table(table)}
    where ${typeIn(table)} = ${sql.lit(type)} and ${order} > ${slot('after')} order by ${order} limit ${upTo('limit')}`
}
