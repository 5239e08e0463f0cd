import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { atOnce, type ImmediateEngine, type ImmediatePrepared } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { hasWholeForm } from './moved-fields.ts'
import { PastForms } from './past-forms.ts'
import type { WrittenForm } from './written.ts'

interface LaterRevision {
  readonly id: number
  readonly undoes: number | null
}

/** A node that a revision changed, and how it was before; null where it was not there. */
export interface NodeBefore {
  readonly type: NodeType
  readonly id: number
  readonly form: WrittenForm | null
}

/** What came after a revision, and what was before it. */
export class LaterRevisions {
  readonly #later: ImmediatePrepared<LaterRevision>
  readonly #changes: ImmediatePrepared<{ type: NodeType; id: number; before: string | null }>
  readonly #past: PastForms
  readonly #runs: ImmediatePrepared<{ type: NodeType; first: number; last: number }>

  constructor(engine: ImmediateEngine) {
    const [revision, own] = [slot('revision'), sql`revision_id = ${slot('revision')}`]
    this.#later = engine.prepare(sql`select id, undoes_id as undoes from revision where id in (
        select later.revision_id from change o join change later on later.type = o.type and later.node_id = o.node_id
          where o.revision_id = ${revision} and later.revision_id > ${revision} and ${hasWholeForm}
        union select later.revision_id from creation o join change later
          on later.type = o.type and later.node_id between o.first_id and o.last_id
          where o.revision_id = ${revision} and later.revision_id > ${revision} and ${hasWholeForm}
      ) order by id desc`)
    this.#changes = engine.prepare(
      sql`select type, node_id as id, before from change where ${own} order by type, node_id`,
    )
    this.#past = new PastForms(engine)
    this.#runs = engine.prepare(
      sql`select type, first_id as first, last_id as last from creation where ${own} order by type, first_id`,
    )
  }

  /**
   * The later revisions that changed the same nodes, the latest first. One that was undone counts as little as the one that
   * undid it, and one that has only moved them, as a merge does, rests on nothing.
   */
  restingOn(revision: number): number[] {
    const later = this.#later.all({ revision })
    const ids = new Set(later.map(({ id }) => id))
    for (const { id, undoes } of later)
      if (undoes !== null && ids.has(id) && ids.has(undoes)) {
        ids.delete(id)
        ids.delete(undoes)
      }
    return [...ids]
  }

  /** A node as it was right after a revision; null where it was not there. */
  formAfter(node: NodeId, revision: number): object | null {
    const [ends] = atOnce(this.#past.of([{ ...node, revisionId: revision }]))
    return ends?.after ?? null
  }

  /** All nodes that the revision made or changed, as they were before it. */
  nodesBefore(revision: number): NodeBefore[] {
    const changed = this.#changes.all({ revision }).map(({ type, id, before }): NodeBefore => {
      const form: WrittenForm | null = before === null ? null : JSON.parse(before)
      return { type, id, form }
    })
    const made = this.#runs
      .all({ revision })
      .flatMap(({ type, first, last }) =>
        Array.from(
          { length: last - first + 1 },
          (_, index): NodeBefore => ({ type, id: first + index, form: null }),
        ),
      )
    return [...changed, ...made]
  }
}
