import { isObjectLike } from '../../values/is-object-like.ts'
import { nodeKinds } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { hierarchies } from './references.ts'

interface FormedNode {
  readonly type: NodeType
  readonly id: number
  readonly form: object
}

/** The kinds of nodes, each after those that it refers to. */
const kindsInOrder = Object.values(nodeKinds).flatMap(({ one }) =>
  nodeTypes.filter((type) => nodeKinds[type].one === one),
)

/** In an order in which each node comes after those that it refers to: a part of an event after the whole. */
export const inWriteOrder = <Node extends FormedNode>(nodes: readonly Node[]): Node[] =>
  kindsInOrder.flatMap((kind) => parentsFirst(nodes.filter(({ type }) => type === kind)))

function parentsFirst<Node extends FormedNode>(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const sorted = new Set<Node>()
  const begun = new Set<Node>()
  const add = (node: Node): void => {
    if (begun.has(node)) return
    begun.add(node)
    for (const key of parentKeys(node)) {
      const parent = byId.get(key)
      if (parent) add(parent)
    }
    sorted.add(node)
  }
  for (const node of nodes) add(node)
  return [...sorted]
}

/** The keys of the nodes of its own kind that a node leads up to. */
const parentKeys = ({ type, form }: FormedNode): number[] =>
  hierarchies
    .filter(({ from }) => from === type)
    .map(({ field }) => (isObjectLike(form) ? form[field] : undefined))
    .filter((key) => typeof key === 'number')
