import type { RawBuilder } from 'kysely'
import { atOnce, type Engine, type Prepared } from '../../../sql/engine.ts'
import { grouped } from '../../../values/grouped.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'

interface KeyedRow {
  readonly id: number
}

/** Reads what a dossier does not say of nodes, for a whole page of them at once. */
export class RowsByKey<Row extends KeyedRow> {
  readonly #rows: Prepared<Row>

  /** @param query Whose rows have a node's key in `id`, and which chooses them by `listed('ids')`. */
  constructor(engine: Engine, query: RawBuilder<Row>) {
    this.#rows = engine.prepare(query)
  }

  /** Each node's rows, in the order of the query. */
  of(ids: readonly number[]): ReadonlyMap<number, readonly Row[]> {
    return grouped(atOnce(this.#rows.all({ ids: JSON.stringify(ids) })), ({ id }) => id)
  }
}

/** A node with what else is known of it. */
export interface NodeWith<Type extends NodeType, More> extends ExportedNode<Type> {
  readonly more: More
}

/** The nodes of a kind, each with what `moreOf` finds for a page of keys. */
export function* nodesWith<Type extends NodeType, More>(
  graph: ExportedGraph,
  type: Type,
  moreOf: (keys: readonly number[]) => (key: number) => More,
): Generator<NodeWith<Type, More>[]> {
  for (const page of graph.pages(type)) {
    const more = moreOf(page.map(({ key }) => key))
    yield page.map((node) => ({ ...node, more: more(node.key) }))
  }
}
