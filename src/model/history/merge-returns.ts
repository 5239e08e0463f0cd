import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { nodesOfStep, stepOn } from './merge-step-nodes.ts'
import type { MergedPair, MergedType, OtherStep } from './merge-steps.ts'

/** What a merge did with some nodes, and which they are. */
export interface StepOnNodes {
  readonly pair: MergedPair
  readonly step: OtherStep
  readonly nodes: readonly NodeId[]
}

/** Finds what is to be moved back of nodes that come back as they were while a merge stood that was taken apart since. */
export class MergeReturns {
  readonly #steps: ImmediatePrepared<{ type: MergedType; from: number; into: number; step: string }>

  constructor(engine: ImmediateEngine) {
    this.#steps =
      engine.prepare(sql`select m.type as type, m.from_id as "from", m.into_id as "into", s.step as step
      from merge_step s join merging m on m.revision_id = s.revision_id and m.from_id = s.from_id
      where s.revision_id < ${slot('revision')} and exists (
        select 1 from revision u where u.undoes_id = s.revision_id and u.id > ${slot('revision')})
      order by s.revision_id desc, s.place desc`)
  }

  /** What merges did with these nodes that stood right before a revision and do not stand any more, the last first. */
  of(nodes: readonly NodeId[], revision: number): StepOnNodes[] {
    const asked = new Set(nodes.map(idOf))
    const isAsked = (node: NodeId) => asked.has(idOf(node))
    return this.#steps.all({ revision }).flatMap(({ step: text, ...pair }) => {
      const step = stepOn(JSON.parse(text), isAsked)
      return step ? [{ pair, step, nodes: nodesOfStep(step).filter(isAsked) }] : []
    })
  }
}

const idOf = ({ type, key }: NodeId): string => formatId(type, key)
