import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import { principal } from '../derived/note.ts'
import type { TouchedNodes } from '../derived/touched-nodes.ts'
import { type NodeReference, nodeReferences, referenceKey } from '../nodes/references.ts'
import type { MergedPair, MergeStep } from './merge-steps.ts'

interface Referrers {
  readonly reference: NodeReference
  readonly ids: ImmediatePrepared<{ id: number }>
}

/** Tells which nodes a merge and its undoing change beside the merged ones: all that name one of them. */
export class MergeTouched {
  readonly #referrers: readonly Referrers[]

  constructor(engine: ImmediateEngine) {
    this.#referrers = nodeReferences.map((reference) => ({
      reference,
      ids: engine.prepare(sql`select ${sql.ref(reference.owner)} as id from ${sql.table(reference.table)}
        where ${sql.ref(reference.column)} = ${slot('node')}`),
    }))
  }

  /** Before what names `from` names `into`. */
  noteReferrers({ type, from }: MergedPair, touched: TouchedNodes): void {
    for (const { reference, ids } of this.#referrers)
      if (reference.to.includes(type))
        touched.note(
          reference.from,
          ids.all({ node: from }).map(({ id }) => id),
          referenceKey(reference),
        )
  }

  /** Before a step is undone, which changes these nodes. */
  noteStep(step: MergeStep, nodes: readonly NodeId[], touched: TouchedNodes): void {
    const [first] = nodes
    if (!first) return
    // All nodes of a step are of one kind.
    const ids = nodes.map(({ key }) => key)
    for (const column of movedColumns(step)) touched.note(first.type, ids, column)
  }
}

/** The references that a step moved; undefined where all that follows from a node may be another. */
function movedColumns(step: MergeStep): readonly (string | undefined)[] {
  switch (step.kind) {
    case 'MOVED':
    case 'PART':
      return [referenceKey(step)]
    case 'ABOUT':
      return ['statement_about.entity_id']
    case 'SPOKEN_FOR':
      return principal
    case 'ADDRESSED':
      return ['statement.addressee_id']
    default:
      return [undefined]
  }
}
