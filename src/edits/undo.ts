import type { NodeBefore } from '../model/history/later-revisions.ts'
import type { MergeObstacles } from '../model/history/merge-obstacles.ts'
import { isMergedType } from '../model/history/merge-steps.ts'
import { keysNamedIn } from '../model/history/named-forms.ts'
import type { WrittenForms } from '../model/history/written.ts'
import { mergePartsFor } from '../model/merge-nodes.ts'
import type { Referrers } from '../model/nodes/referrers.ts'
import { type FormedNode, hasForm, putForms, removeNodes } from '../model/put-forms.ts'
import type { SourceStore } from '../model/source/store.ts'
import { textHash } from '../model/source/write.ts'
import { revise } from '../model/transact.ts'
import { followUnmerges } from '../model/unmerge-nodes.ts'
import { atOnce, type ImmediateEngine } from '../sql/engine.ts'
import { formatId, formatRevisionId, type NodeId, parseRevisionId } from '../values/id.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../values/vocabulary.ts'
import type { NodeFinder } from './find-node.ts'
import { inUse, invalid, Refusal, refuseProblems } from './refusal.ts'
import type { UndoRequest, WriteProblem, WriteResult } from './request.ts'
import { editTools } from './tools.ts'
import { mergeAgain, takeApart } from './unmerge.ts'

const path = ['revision']

/** Takes a revision back: each of its nodes is put as it was before, unless later revisions rest on it. */
export function undoRevision(engine: ImmediateEngine, request: UndoRequest): WriteResult {
  const { by, note, revision: id } = request
  const undone = existingRevision(engine, id)
  const merges = mergePartsFor(engine).record
  if (merges.pairs(undone).length > 0) return takeApart(engine, request, 'UNDO')
  const merge = merges.takenApartIn(undone)
  if (merge !== null) return mergeAgain(engine, request, merge)
  const { done, revision } = revise(engine, { by, note, action: 'UNDO', undoes: undone }, (writers) => {
    const { later, forms, referrers, finder, sources } = editTools(engine)
    refuseProblems(restingOn(undone, later.restingOn(undone)))
    const nodes = later.nodesBefore(undone)
    const back = nodes.filter(hasForm)
    refuseProblems([
      ...missingProblems(forms, back, mergePartsFor(engine).obstacles),
      ...takenProblems(finder, back, nodes),
      ...knownTextProblems(sources, back, nodes),
    ])
    const gone = nodes.filter(({ form }) => form === null).map(({ type, id }) => ({ type, key: id }))
    putForms(writers, forms, back, gone)
    const keys = back.map(({ type, id }) => ({ type, key: id }))
    followUnmerges(engine, writers.journal, mergePartsFor(engine).returns.of(keys, undone))
    refuseProblems(inUseProblems(referrers, gone))
    removeNodes(writers, forms, gone)
    return nodes
  })
  return { revision, nodes: done.map(({ type, id }) => ({ type, key: id })), problems: [] }
}

/** The key of a revision that there is. */
export function existingRevision(engine: ImmediateEngine, id: string): number {
  const key = parseRevisionId(id)
  const found = key === null ? [] : atOnce(editTools(engine).revisions.byIds([key]))
  if (key === null || found.length === 0)
    throw new Refusal([invalid(path, `${JSON.stringify(id)} is not the id of a revision.`)])
  return key
}

/** The problem of a revision on which later ones rest, the latest of which has to be undone first. */
export function restingOn(key: number, later: readonly number[]): WriteProblem[] {
  if (later.length === 0) return []
  const named = later.slice(0, 10).map(formatRevisionId)
  const more = later.length > named.length ? ` and ${later.length - named.length} more` : ''
  return [
    invalid(
      path,
      `Later revisions rest on ${formatRevisionId(key)}: ${named.join(', ')}${more}. Undo those first, the latest before the others.`,
      named,
    ),
  ]
}

/** Nodes that the forms name and that are gone: they would have to be brought back first. */
function missingProblems(
  forms: WrittenForms,
  back: readonly FormedNode[],
  obstacles: MergeObstacles,
): WriteProblem[] {
  const coming = new Set(back.map(({ type, id }) => keyOf({ type, key: id })))
  const named = new Map(back.flatMap(keysNamedIn).map((node) => [keyOf(node), node]))
  const staying = [...named.values()].filter((node) => !coming.has(keyOf(node)))
  // What may be of several kinds is named as the first of them.
  const asAnyKind = staying.flatMap(({ type, key }) => typesBeside(type).map((kind) => ({ type: kind, key })))
  const now = forms.ofAll(asAnyKind)
  const isThere = ({ type, key }: NodeId) => typesBeside(type).some((kind) => now.has(formatId(kind, key)))
  return staying.filter((node) => !isThere(node)).map((node) => missingProblem(node, obstacles))
}

function missingProblem({ type, key }: NodeId, obstacles: MergeObstacles): WriteProblem {
  const named = `It would name ${formatId(type, key)}, which`
  const merge = isMergedType(type) ? obstacles.mergedAwayBy(type, key) : null
  if (merge === null) return invalid(path, `${named} is gone: bring that back first.`)
  const by = formatRevisionId(merge)
  return invalid(path, `${named} was merged into another by ${by}: take that apart first.`, [by])
}

/** Slugs that others have got since. One that goes in the same breath makes room. */
function takenProblems(
  finder: NodeFinder,
  back: readonly FormedNode[],
  nodes: readonly NodeBefore[],
): WriteProblem[] {
  const moving = new Set(nodes.map(({ type, id }) => keyOf({ type, key: id })))
  return back.flatMap(({ type, form: { slug } }) => {
    const holder = slug === undefined ? undefined : finder.find(typesBeside(type), slug)
    if (!holder || moving.has(keyOf(holder))) return []
    const id = formatId(holder.type, holder.key)
    return [
      invalid(path, `${JSON.stringify(slug)} is the slug of ${id} by now: give that one another first.`, [
        id,
      ]),
    ]
  })
}

/** Texts that another source has got since: a graph has each text once. */
const knownTextProblems = (
  sources: SourceStore,
  back: readonly FormedNode[],
  nodes: readonly NodeBefore[],
): WriteProblem[] =>
  back.flatMap(({ form }) => {
    const holder =
      'title' in form && form.text !== undefined ? atOnce(sources.byHash(textHash(form.text))) : undefined
    if (!holder || nodes.some(({ type, id }) => type === 'SOURCE' && id === holder.id)) return []
    const id = formatId('SOURCE', holder.id)
    return [invalid(path, `${id} has the text of ${form.slug} by now: remove that first.`, [id])]
  })

/** The kinds of which no two nodes have the same slug. */
const typesBeside = (type: NodeType): NodeType[] => nodeTypes.filter((other) => sameTable(type, other))

const sameTable = (one: NodeType, other: NodeType): boolean =>
  nodeKinds[one].keyTable === nodeKinds[other].keyTable
const keyOf = ({ type, key }: NodeId): string => `${nodeKinds[type].keyTable} ${key}`

/** What the revision made can only go where nothing that came later refers to it. */
function inUseProblems(referrers: Referrers, gone: readonly NodeId[]): WriteProblem[] {
  const going = new Set(gone.map(({ type, key }) => formatId(type, key)))
  return nodeTypes.flatMap((type) => {
    const keys = gone.filter((node) => node.type === type).map(({ key }) => key)
    const others =
      keys.length === 0
        ? []
        : referrers.of(type, keys).filter((node) => !going.has(formatId(node.type, node.key)))
    return others.length > 0 ? [inUse(path, `What it made (${nodeKinds[type].many})`, others)] : []
  })
}
