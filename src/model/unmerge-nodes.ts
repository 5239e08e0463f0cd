import type { ImmediateEngine } from '../sql/engine.ts'
import type { NodeId } from '../values/id.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { Journal, RevisionDraft } from './history/journal.ts'
import type { LeftOut } from './history/later-statements.ts'
import type { StepOnNodes } from './history/merge-returns.ts'
import { nodesOfStep } from './history/merge-step-nodes.ts'
import type { MergedPair, MergeStep, OtherStep } from './history/merge-steps.ts'
import type { Survivors } from './history/merge-survivors.ts'
import { type MergeDraft, type MergeParts, mergePartsFor } from './merge-nodes.ts'
import { type Revised, revise } from './transact.ts'

/**
 * Takes a merge apart: the merged nodes are there again with their keys and slugs, and what hung on them hangs there again,
 * as far as it still names the node that they were merged into. What was changed since stays changed, and what was removed
 * since stays removed.
 *
 * @param revision One whose merge stands.
 * @param checked Called once nobody else can write; throws where something has come in the way.
 */
export const unmergeNodes = (
  engine: ImmediateEngine,
  about: RevisionDraft,
  revision: number,
  checked: () => void = () => {},
): Revised<readonly MergedPair[]> => {
  const parts = mergePartsFor(engine)
  return revise(
    engine,
    { ...about, undoes: revision },
    ({ journal, touched }) => {
      checked()
      const pairs = parts.record.pairs(revision)
      const steps = parts.record.steps(revision)
      parts.moved.look(steps.flatMap(({ step }) => nodesMovedBack(step, parts.survivors)))
      for (const { type, into } of pairs) journal.touch(type, into)
      // Before the nodes are there again: their slugs are taken as long as they lead elsewhere.
      parts.record.leadNoMore(revision, pairs)
      const apart = parts.returns.of(
        pairs.map(({ type, from }) => ({ type, key: from })),
        revision,
      )
      const byKey = new Map(pairs.map((pair) => [pair.from, pair]))
      for (const { from, step } of [...steps].reverse()) {
        const pair = byKey.get(from)
        if (!pair) continue
        parts.touched.noteStep(step, nodesMovedBack(step, parts.survivors), touched)
        if (step.kind === 'NODE') {
          journal.restore(pair.type, from)
          if (pair.type !== 'CLAIM') parts.names.takeBack(pair, revision)
          bringBack(parts, step, pair, apart)
        } else if (step.kind === 'LINKS')
          parts.laterLinks.change(revision, step.table, (later) =>
            parts.links.moveBack(step.table, step.rows, parts.survivors, later),
          )
        else {
          const leftOut = parts.laterStatements.leftOutFor(revision, step, pair)
          for (const { back } of leftOut) parts.touched.noteStep(back, nodesOfStep(back), touched)
          undoStep(parts, step, pair)
          for (const one of leftOut) putInAgain(parts, one, pair)
        }
      }
      // Of links this merge has been told already, and whom the nodes name was looked at as they were brought back.
      const others = apart.filter(({ step }) => step.kind !== 'LINKS' && step.kind !== 'MOVED')
      followUnmerges(engine, journal, others)
      return pairs
    },
    (unmerged) => parts.moved.keep(unmerged),
  )
}

/** A link belongs by now to whoever stands for the node that had it. */
const nodesMovedBack = (step: MergeStep, survivors: Survivors): NodeId[] =>
  step.kind === 'LINKS'
    ? nodesOfStep(step).map(({ type, key }) => ({ type, key: survivors.of(type, key) ?? key }))
    : nodesOfStep(step)

/**
 * Nodes have come back as they were before a revision. What a merge had moved by then that was taken apart since names again
 * what it named before that merge. Where the two have been made one again, the later merge is told, for when it is taken apart.
 *
 * @param apart What such merges did with these nodes, the last first.
 */
export function followUnmerges(
  engine: ImmediateEngine,
  journal: Journal,
  apart: readonly StepOnNodes[],
): void {
  const parts = mergePartsFor(engine)
  for (const { pair, step, nodes: moved } of apart) {
    const isThere = parts.obstacles.gone(pair.type, [pair.from]).length === 0
    if (!isThere) parts.record.add(pair, step)
    else {
      for (const { type, key } of moved) journal.touch(type, key)
      undoStep(parts, step, pair)
    }
  }
}

function undoStep(parts: MergeParts, step: OtherStep, pair: MergedPair): void {
  switch (step.kind) {
    case 'MOVED':
      parts.references.moveBack(step, pair)
      break
    case 'PART':
      parts.references.leadUpAgain(step, pair)
      break
    case 'LINKS':
      parts.links.moveBack(step.table, step.rows, parts.survivors, [])
      break
    default:
      parts.statements.moveBack(step, pair)
  }
}

/** Brings a merged node back, and tells the merges of what it names that they moved that too, for when they are taken apart. */
function bringBack(
  { nodes, names, survivors, record }: MergeParts,
  step: MergeStep & { kind: 'NODE' },
  merged: MergedPair,
  apart: readonly StepOnNodes[],
): void {
  for (const { table, column, row, type, key } of nodes.bringBack(step, survivors, apart))
    for (const pair of record.wayFrom(nodeKinds[type].keyTable, key))
      record.add(pair, { kind: 'MOVED', table, column, rows: [row] })
  if (merged.type !== 'CLAIM') names.writeKeyWords(merged.from)
}

/** What a later merge left out of statements is there again, and the merge is told. */
function putInAgain({ statements, record }: MergeParts, left: LeftOut, pair: MergedPair): void {
  const { merge, back, kept, moved } = left
  statements.putInAgain(back, pair)
  record.change(merge.revision, merge.place, kept)
  if (moved) record.add({ ...pair, from: merge.from }, moved)
}

/** Which nodes a merge made one, to make them one again. */
export function mergeDraftOf(engine: ImmediateEngine, revision: number): MergeDraft | null {
  const pairs = mergePartsFor(engine).record.pairs(revision)
  const [first] = pairs
  return first ? { type: first.type, into: first.into, from: pairs.map(({ from }) => from) } : null
}
