import type {
  ActorItem,
  AssessmentItem,
  ClaimItem,
  EventItem,
  PlaceItem,
  SourceItem,
  StatementItem,
} from '../../dossier/format.ts'
import {
  type ExportScope,
  ItemReader,
  type KeyedItem,
  type SaysAccepted,
  wholeGraph,
} from '../../dossier/item-reader.ts'
import type { Engine } from '../../sql/engine.ts'
import { formatId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { type NamedNode, NodeNames } from './node-names.ts'

/** What the dossier says of a node of each kind; other nodes stand by their slugs. */
export interface ItemOfType {
  PLACE: PlaceItem
  ACTOR: ActorItem
  EVENT: EventItem
  SOURCE: SourceItem
  CLAIM: ClaimItem
  STATEMENT: StatementItem
  ASSESSMENT: AssessmentItem
}

/** A node that is taken out: by its id, by its key in its table, and all that the dossier says of it. */
export interface ExportedNode<Type extends NodeType = NodeType> {
  readonly type: Type
  readonly id: string
  readonly key: number
  readonly item: ItemOfType[Type]
}

/** A list of nodes of one kind, by their keys, in its own order. */
export interface ListedNodes {
  readonly type: NodeType
  pages(): Iterable<readonly number[]>
}

/** What is taken of a graph: all of it, the nodes of a scope, or those of a list. */
export interface ExportPart {
  readonly scope?: ExportScope | undefined
  readonly listed?: ListedNodes | undefined
  /** Is told whenever nodes have been read, how many. */
  readonly onNodes?: ((count: number) => void) | undefined
}

/** Every node says whether it is accepted: what reads an export need not know what a dossier leaves out. */
const always: SaysAccepted = (_, keys) => new Set(keys)

/**
 * What an export is made of: nodes page by page, in the order of a dossier, and what nodes are called. It is read in one
 * snapshot, and nothing of it may outlast that.
 */
export class ExportedGraph {
  readonly engine: Engine
  readonly scope: ExportScope
  /** The scope, where not all of the graph is taken. */
  readonly part: ExportScope | undefined
  readonly onNodes: ExportPart['onNodes']
  readonly #listed: ListedNodes | undefined
  readonly #reader: ItemReader
  readonly #names: NodeNames

  constructor(engine: Engine, { scope, listed, onNodes }: ExportPart = {}) {
    this.engine = engine
    this.part = scope
    this.onNodes = onNodes
    this.scope = scope ?? wholeGraph
    this.#listed = listed
    this.#reader = new ItemReader(engine, this.scope, onNodes)
    this.#names = new NodeNames(engine)
  }

  /** All nodes of a kind, some hundreds at a time. */
  *pages<Type extends NodeType>(type: Type): Generator<ExportedNode<Type>[]> {
    for (const page of this.#itemPages(type))
      yield page.map(({ key, item }) => ({
        type,
        key,
        id: formatId(type, key),
        item: item as unknown as ItemOfType[Type],
      }))
  }

  *#itemPages(type: NodeType): Generator<KeyedItem[]> {
    if (this.#listed?.type !== type) yield* this.#reader.pages(type, always)
    else for (const keys of this.#listed.pages()) yield this.#reader.page(type, keys, always)
  }

  *nodes<Type extends NodeType>(type: Type): Generator<ExportedNode<Type>> {
    for (const page of this.pages(type)) yield* page
  }

  /** What a node is that an item names by its slug. `type` is any kind of the slug's space: ACTOR, PLACE and EVENT share one. */
  named(type: NodeType, slug: string): NamedNode {
    return this.#names.of(type, slug)
  }
}
