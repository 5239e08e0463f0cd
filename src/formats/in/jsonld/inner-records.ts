import { type ExpandedNode, isOfClass, nodesOf } from './expanded-node.ts'

/** Annotations, reviews and claims wherever they stand in a record; not the claims that reviews are about. */
export function* recordsWithin(node: ExpandedNode): Generator<ExpandedNode> {
  if (isOfClass(node, 'ClaimReview', 'Annotation')) {
    yield node
    return
  }
  if (isOfClass(node, 'Claim')) yield node
  for (const inner of innerNodes(node)) yield* recordsWithin(inner)
}

/** A node, and all that stand within it. */
export function* nodesWithin(node: ExpandedNode): Generator<ExpandedNode> {
  yield node
  for (const inner of innerNodes(node)) yield* nodesWithin(inner)
}

const innerNodes = (node: ExpandedNode): readonly ExpandedNode[] =>
  Object.keys(node)
    .filter((name) => !name.startsWith('@'))
    .flatMap((name) => nodesOf(node, name))
