import type { MergeClash, MergeMove } from '../model/history/merge-preview.ts'
import { isMergedType, type MergedType } from '../model/history/merge-steps.ts'
import { type MergeDraft, mergeNodes, mergePartsFor } from '../model/merge-nodes.ts'
import { atOnce, type ImmediateEngine } from '../sql/engine.ts'
import { formatId, type NodeId } from '../values/id.ts'
import { entityTypes, nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import type { KnownNode } from './find-node.ts'
import { invalid, Refusal, refuseProblems } from './refusal.ts'
import type { MergeRequest, WriteProblem, WriteResult } from './request.ts'
import { editTools } from './tools.ts'
import { UnknownNodes } from './unknown-nodes.ts'

/** So many nodes are merged into one at once; each that nobody knows is compared with all slugs. */
const MOST_MERGED = 100
const tooMany = (count: number) =>
  `${count} nodes are named; at most ${MOST_MERGED} are merged at once. Merge some of them first.`

/** The nodes that a request names, all of one kind, and nothing in the way of making them one. */
function mergeDraftFrom(engine: ImmediateEngine, { of, into, from }: MergeNames): MergeDraft {
  const types: readonly NodeType[] = of === 'CLAIM' ? ['CLAIM'] : entityTypes
  const { finder } = editTools(engine)
  if (from.length > MOST_MERGED) throw new Refusal([invalid(['from'], tooMany(from.length))])
  const [stays, ...merged] = finder.findAll(types, [into, ...from])
  const unknown = new UnknownNodes(engine)
  refuseProblems([
    ...(stays ? [] : [unknown.problem(types, into, ['into'])]),
    ...from.flatMap((reference, index) =>
      merged[index] ? [] : [unknown.problem(types, reference, ['from', index])],
    ),
    ...(from.length > 0 ? [] : [invalid(['from'], 'Name at least one node that is to be merged.')]),
    ...(stays ? pairProblems(stays, merged) : []),
  ])
  const type = stays?.type
  if (!stays || !type || !isMergedType(type)) throw new Refusal([])
  const keys = merged.flatMap((node) => (node ? [node.key] : []))
  refuseProblems(faultProblems(engine, type, stays.key, keys))
  return { type, into: stays.key, from: keys }
}

/** Makes one node of several. */
export function mergeRequested(engine: ImmediateEngine, request: MergeRequest): WriteResult {
  const { by, note } = request
  const { done, revision } = mergeNodes(engine, { by, note, action: 'MERGE' }, () =>
    mergeDraftFrom(engine, request),
  )
  const { type, into } = done.draft
  return { revision, nodes: [{ type, key: into }], problems: [] }
}

const sameNode = (one: NodeId, other: NodeId | undefined): boolean =>
  other !== undefined && one.key === other.key && one.type === other.type

function pairProblems(stays: KnownNode, merged: readonly (KnownNode | undefined)[]): WriteProblem[] {
  return merged.flatMap((node, index): WriteProblem[] => {
    if (!node) return []
    const path = ['from', index]
    const id = formatId(node.type, node.key)
    if (sameNode(stays, node)) return [invalid(path, `${id} is the node that stays.`)]
    if (merged.findIndex((other) => sameNode(node, other)) < index)
      return [invalid(path, `${id} is named twice.`)]
    if (node.type === stays.type) return []
    const [one, other] = [nodeKinds[node.type].one, nodeKinds[stays.type].one]
    return [invalid(path, `${id} is of another kind than the node that stays: ${one} and ${other}.`)]
  })
}

const faultProblems = (
  engine: ImmediateEngine,
  type: MergedType,
  into: number,
  from: readonly number[],
): WriteProblem[] =>
  mergePartsFor(engine)
    .faults.of(type, into, from)
    .map(({ from: one, message }) => {
      const index = one === null ? -1 : from.indexOf(one)
      return invalid(index < 0 ? ['into'] : ['from', index], `${formatId(type, one ?? into)} ${message}.`)
    })

/** Which nodes are to be merged, as a caller names them. */
type MergeNames = Pick<MergeRequest, 'of' | 'into' | 'from'>

/** What a merge will move and resolve, or the problems for which it would be refused. */
export interface MergePreview {
  readonly draft: MergeDraft | null
  readonly moves: readonly MergeMove[]
  readonly clashes: readonly MergeClash[]
  readonly problems: readonly WriteProblem[]
}

/** Looks at a merge as it would be done now. Nothing is written. */
export function mergePreview(engine: ImmediateEngine, names: MergeNames): MergePreview {
  try {
    const draft = mergeDraftFrom(engine, names)
    const { type, into, from } = draft
    const { mergePreviews } = editTools(engine)
    return {
      draft,
      moves: atOnce(mergePreviews.moves(type, into, from)),
      clashes: atOnce(mergePreviews.clashes(type, into, from)),
      problems: [],
    }
  } catch (error) {
    if (error instanceof Refusal) return { draft: null, moves: [], clashes: [], problems: error.problems }
    throw error
  }
}
