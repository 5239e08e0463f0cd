import type { NodeId } from '../../values/id.ts'
import { namerIn } from '../nodes/references.ts'
import type { LinkStep, LinkTable, MergeStep, OtherStep } from './merge-steps.ts'

/** The nodes whose fields a step changed. */
export function nodesOfStep(step: MergeStep): NodeId[] {
  switch (step.kind) {
    case 'MOVED':
      return step.rows.map((key) => ({ type: namerIn(step.table).from, key }))
    case 'PART':
      return [{ type: namerIn(step.table).from, key: step.row }]
    case 'LINKS':
      return step.rows.flatMap((row) => ownersOf(step.table, row))
    case 'ABOUT':
      return [...step.moved, ...step.dropped].map(statement)
    case 'SPOKEN_FOR':
    case 'ADDRESSED':
      return step.rows.map(([id]) => statement(id))
    case 'NODE':
      return []
  }
}

/** A step as far as it changed some nodes; null where it changed none of them. */
export function stepOn(step: MergeStep, isOne: (node: NodeId) => boolean): OtherStep | null {
  switch (step.kind) {
    case 'MOVED': {
      const type = namerIn(step.table).from
      return unlessEmpty({ ...step, rows: step.rows.filter((key) => isOne({ type, key })) })
    }
    case 'LINKS':
      return unlessEmpty({ ...step, rows: step.rows.filter((row) => ownersOf(step.table, row).some(isOne)) })
    case 'ABOUT': {
      const among = (ids: readonly number[]) => ids.filter((id) => isOne(statement(id)))
      const [moved, dropped] = [among(step.moved), among(step.dropped)]
      return moved.length + dropped.length > 0 ? { ...step, moved, dropped } : null
    }
    case 'SPOKEN_FOR':
      return unlessEmpty({ ...step, rows: step.rows.filter(([id]) => isOne(statement(id))) })
    case 'ADDRESSED':
      return unlessEmpty({ ...step, rows: step.rows.filter(([id]) => isOne(statement(id))) })
    case 'PART':
      return nodesOfStep(step).some(isOne) ? step : null
    case 'NODE':
      return null
  }
}

const statement = (key: number): NodeId => ({ type: 'STATEMENT', key })

const unlessEmpty = <Step extends OtherStep & { readonly rows: readonly unknown[] }>(
  step: Step,
): Step | null => (step.rows.length > 0 ? step : null)

/** The node that has a link among its fields: before and after the step. */
function ownersOf(table: LinkTable, { before, after }: LinkStep): NodeId[] {
  const { from, owner } = namerIn(table)
  const keys = new Set([before, after ?? before].map((row) => Number(row[owner])))
  return [...keys].map((key) => ({ type: from, key }))
}
