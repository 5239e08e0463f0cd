import { type MergeDraft, type MergeParts, mergeNodes, mergePartsFor } from '../model/merge-nodes.ts'
import { mergeDraftOf, unmergeNodes } from '../model/unmerge-nodes.ts'
import { atOnce, type ImmediateEngine } from '../sql/engine.ts'
import { formatId, formatRevisionId, parseRevisionId } from '../values/id.ts'
import type { RevisionAction } from '../values/vocabulary.ts'
import { invalid, Refusal, refuseProblems } from './refusal.ts'
import type { UndoRequest, UnmergeRequest, WriteProblem, WriteResult } from './request.ts'

const path = ['revision']

/** Takes a merge apart. */
export const unmergeRequested = (engine: ImmediateEngine, request: UnmergeRequest): WriteResult =>
  takeApart(engine, request, 'UNMERGE')

/** What undoes a merge, as a revision of its own kind: the same. */
export function takeApart(
  engine: ImmediateEngine,
  { by, note, revision: id }: UnmergeRequest | UndoRequest,
  action: Extract<RevisionAction, 'UNMERGE' | 'UNDO'>,
): WriteResult {
  const named = parseRevisionId(id)
  if (named === null) throw new Refusal([notMerge(id)])
  const merge = standingMerge(mergePartsFor(engine), named)
  const { done, revision } = unmergeNodes(engine, { by, note, action }, merge, () =>
    refuseProblems(obstacles(engine, merge, id)),
  )
  const [first] = done
  const stays = first ? [{ type: first.type, key: first.into }] : []
  return { revision, nodes: [...stays, ...done.map(({ type, from }) => ({ type, key: from }))], problems: [] }
}

/**
 * The merge that is to be taken apart for a revision: its own; or, where that was taken apart and this was undone, the one
 * that merged the same nodes again.
 */
function standingMerge(
  { record, obstacles }: Pick<MergeParts, 'record' | 'obstacles'>,
  merge: number,
): number {
  if (record.stands(merge)) return merge
  const again = obstacles
    .takenApartBy(merge)
    .flatMap((apart) => obstacles.takenApartBy(apart))
    .filter((revision) => record.pairs(revision).length > 0)
    .map((revision) => standingMerge({ record, obstacles }, revision))
  return again.find((revision) => record.stands(revision)) ?? merge
}

/** What undoes the taking apart of a merge: merges the same nodes again. */
export function mergeAgain(
  engine: ImmediateEngine,
  { by, note, revision: id }: UndoRequest,
  merge: number,
): WriteResult {
  const draft = mergeDraftOf(engine, merge)
  const undoes = parseRevisionId(id)
  if (!draft || undoes === null) throw new Refusal([notMerge(id)])
  const { revision } = mergeNodes(engine, { by, note, action: 'UNDO', undoes }, () => {
    refuseProblems(againProblems(engine, draft))
    return draft
  })
  return { revision, nodes: [{ type: draft.type, key: draft.into }], problems: [] }
}

/** What keeps nodes that were one from being so again. */
function againProblems(engine: ImmediateEngine, { type, into, from }: MergeDraft): WriteProblem[] {
  const { obstacles: known, faults } = mergePartsFor(engine)
  const gone = known.gone(type, [into, ...from])
  return [
    ...gone.map((key) => invalid(path, `${formatId(type, key)} is gone, and cannot be merged again.`)),
    ...atOnce(faults.of(type, into, from)).map((fault) =>
      invalid(path, `${formatId(type, fault.from ?? into)} ${fault.message}.`),
    ),
  ]
}

const notMerge = (id: string): WriteProblem =>
  invalid(path, `${JSON.stringify(id)} is not the id of a revision that merged nodes.`)

function obstacles(engine: ImmediateEngine, merge: number, id: string): WriteProblem[] {
  const { record, obstacles: known } = mergePartsFor(engine)
  const pairs = record.pairs(merge)
  const [first] = pairs
  if (!first) return [notMerge(id)]
  if (!record.stands(merge)) {
    const by = known.takenApartBy(merge).map(formatRevisionId)
    return [
      invalid(path, `${id} has been taken apart already${by.length > 0 ? `, by ${by.join(', ')}` : ''}.`, by),
    ]
  }
  const { type, into } = first
  const later = known.mergedAwayBy(type, into)
  if (later !== null) {
    const named = formatRevisionId(later)
    const message = `${formatId(type, into)} was merged into another by ${named}: take that apart first.`
    return [invalid(path, message, [named])]
  }
  return known
    .gone(type, [into])
    .map((key) => invalid(path, `${formatId(type, key)} is gone: bring it back first.`))
}
