import { type MergeFault, MergeFaults } from '../model/history/merge-faults.ts'
import { type MergeClash, type MergeMove, MergePreviews } from '../model/history/merge-preview.ts'
import { isMergedType, type MergedType } from '../model/history/merge-steps.ts'
import { type MergeDraft, mergeNodes } from '../model/merge-nodes.ts'
import { AllSlugs, type SlugOfNode } from '../model/nodes/all-slugs.ts'
import { SlugSuggestions } from '../model/nodes/slug-suggestions.ts'
import {
  type Answer,
  atOnce,
  type Engine,
  type ImmediateEngine,
  inSteps,
  type Steps,
  waitFor,
} from '../sql/engine.ts'
import type { FieldPath } from '../values/errors.ts'
import { formatId, type NodeId, parseId } from '../values/id.ts'
import { entityTypes, type KeyTable, nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { type KnownNode, NamedNodes } from './named-nodes.ts'
import { invalid, Refusal, refuseProblems } from './refusal.ts'
import type { MergeRequest, WriteProblem, WriteResult } from './request.ts'
import { unknownNode } from './unknown-nodes.ts'

/** So many nodes are merged into one at once; each that nobody knows is compared with all slugs. */
const MOST_MERGED = 100
const tooMany = (count: number) =>
  `${count} nodes are named; at most ${MOST_MERGED} are merged at once. Merge some of them first.`

/** What merges look things up with, whether they are done or only looked at. */
class MergeLookups {
  readonly nodes: NamedNodes
  readonly slugs: AllSlugs
  readonly faults: MergeFaults
  readonly previews: MergePreviews

  constructor(engine: Engine) {
    this.nodes = new NamedNodes(engine)
    this.slugs = new AllSlugs(engine)
    this.faults = new MergeFaults(engine)
    this.previews = new MergePreviews(engine)
  }
}

const lookupsOf = new WeakMap<Engine, MergeLookups>()

/** Their queries are made once for each engine. */
function mergeLookups(engine: Engine): MergeLookups {
  const known = lookupsOf.get(engine) ?? new MergeLookups(engine)
  lookupsOf.set(engine, known)
  return known
}

/** The nodes that a request names, all of one kind, and nothing in the way of making them one. */
function* mergeDraftFrom(lookups: MergeLookups, { of, into, from }: MergeNames): Steps<MergeDraft> {
  const types: readonly NodeType[] = of === 'CLAIM' ? ['CLAIM'] : entityTypes
  if (from.length > MOST_MERGED) throw new Refusal([invalid(['from'], tooMany(from.length))])
  const [stays, ...merged] = yield* lookups.nodes.findAll(types, [into, ...from])
  const unknown = [
    ...(stays ? [] : [{ reference: into, path: ['into'] }]),
    ...from.flatMap((reference, index) => (merged[index] ? [] : [{ reference, path: ['from', index] }])),
  ]
  refuseProblems([
    ...(yield* unknownProblems(lookups, types, unknown)),
    ...(from.length > 0 ? [] : [invalid(['from'], 'Name at least one node that is to be merged.')]),
    ...(stays ? pairProblems(stays, merged) : []),
  ])
  const type = stays?.type
  if (!stays || !type || !isMergedType(type)) throw new Refusal([])
  const keys = merged.flatMap((node) => (node ? [node.key] : []))
  const faults = yield* waitFor(lookups.faults.of(type, stays.key, keys))
  refuseProblems(faultProblems(type, stays.key, keys, faults))
  return { type, into: stays.key, from: keys }
}

/** All slugs are read where any of these might be meant to be one. */
function* unknownProblems(
  { slugs }: MergeLookups,
  types: readonly NodeType[],
  unknown: readonly { readonly reference: string; readonly path: FieldPath }[],
): Steps<WriteProblem[]> {
  const all = new Map<KeyTable, readonly SlugOfNode[]>()
  if (unknown.some(({ reference }) => !parseId(reference)))
    for (const table of new Set(types.map((type) => nodeKinds[type].keyTable)))
      all.set(table, yield* waitFor(slugs.of(table)))
  const suggestions = new SlugSuggestions({ all: (table) => all.get(table) ?? [] })
  return unknown.map(({ reference, path }) => unknownNode(types, reference, path, suggestions))
}

/** Makes one node of several. */
export function mergeRequested(engine: ImmediateEngine, request: MergeRequest): WriteResult {
  const { by, note } = request
  const { done, revision } = mergeNodes(engine, { by, note, action: 'MERGE' }, () =>
    atOnce(inSteps(() => mergeDraftFrom(mergeLookups(engine), request))),
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
  type: MergedType,
  into: number,
  from: readonly number[],
  faults: readonly MergeFault[],
): WriteProblem[] =>
  faults.map(({ from: one, message }) => {
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
export const mergePreview = (engine: Engine, names: MergeNames): Answer<MergePreview> =>
  inSteps(() => previewSteps(mergeLookups(engine), names))

function* previewSteps(lookups: MergeLookups, names: MergeNames): Steps<MergePreview> {
  try {
    const draft = yield* mergeDraftFrom(lookups, names)
    const { type, into, from } = draft
    const moves = yield* waitFor(lookups.previews.moves(type, into, from))
    const clashes = yield* waitFor(lookups.previews.clashes(type, into, from))
    return { draft, moves, clashes, problems: [] }
  } catch (error) {
    if (error instanceof Refusal) return { draft: null, moves: [], clashes: [], problems: error.problems }
    throw error
  }
}
