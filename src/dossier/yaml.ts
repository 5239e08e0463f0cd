import { type Document, isAlias, isMap, isSeq, type Node } from 'yaml'
import type { Path } from './problem.ts'

/** Where what is at the path begins, for a field where its key does; or the last part of the path that is there. */
export function offsetIn(document: Document.Parsed, path: Path): number {
  let node: Node | null | undefined = document.contents
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    const part: Part | null = partOf(isAlias(node) ? node.resolve(document) : node, step)
    if (!part) return offset
    offset = part.begins.range?.[0] ?? offset
    node = part.node
  }
  return offset
}

interface Part {
  readonly begins: Node
  readonly node: Node | null
}

function partOf(node: Node | null | undefined, step: string | number): Part | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(key) === String(step))
    return pair ? { begins: pair.key as Node, node: pair.value as Node | null } : null
  }
  const item = isSeq(node) ? (node.items[step as number] as Node | undefined) : undefined
  return item ? { begins: item, node: item } : null
}
