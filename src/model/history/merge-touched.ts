import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import type { TouchedNodes } from '../derived/touched-nodes.ts'
import { type NodeReference, nodeReferences } from '../nodes/references.ts'
import type { LinkStep, MergedPair, MergeStep } from './merge-steps.ts'

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
          keyOf(reference),
        )
  }

  /** Before a step is undone. */
  noteStep(step: MergeStep, touched: TouchedNodes): void {
    switch (step.kind) {
      case 'MOVED':
        touched.note(namerIn(step.table), step.rows, keyOf(step))
        break
      case 'PART':
        touched.note(namerIn(step.table), [step.row], keyOf(step))
        break
      case 'LINKS':
        touched.note(namerIn(step.table), ownersOf(step.table, step.rows))
        break
      case 'ABOUT':
        touched.note('STATEMENT', [...step.moved, ...step.dropped], 'statement_about.entity_id')
        break
      case 'SPOKEN_FOR':
        for (const column of ['speaker_id', 'on_behalf_of_id'])
          touched.note('STATEMENT', idsIn(step.rows), `statement.${column}`)
        break
      case 'ADDRESSED':
        touched.note('STATEMENT', idsIn(step.rows), 'statement.addressee_id')
    }
  }
}

const keyOf = ({ table, column }: { readonly table: string; readonly column: string }) => `${table}.${column}`

const idsIn = (rows: readonly (readonly [id: number, ...rest: number[]])[]) => rows.map(([id]) => id)

const referenceIn = (table: string): NodeReference => {
  const found = nodeReferences.find((reference) => reference.table === table)
  if (!found) throw new Error(`No node names another in ${table}.`)
  return found
}

const namerIn = (table: string): NodeType => referenceIn(table).from

const ownersOf = (table: string, rows: readonly LinkStep[]): number[] => {
  const { owner } = referenceIn(table)
  return rows
    .flatMap(({ before, after }) => [before[owner], after?.[owner]])
    .filter((id) => typeof id === 'number')
}
