import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'
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
  readonly #next: ImmediatePrepared<{ before: string | null }>
  readonly #runs: ImmediatePrepared<{ type: NodeType; first: number; last: number }>

  constructor(engine: ImmediateEngine) {
    const [revision, own] = [slot('revision'), sql`revision_id = ${slot('revision')}`]
    this.#later = engine.prepare(sql`select id, undoes_id as undoes from revision where id in (
        select c.revision_id from change o join change c on c.type = o.type and c.node_id = o.node_id
          where o.revision_id = ${revision} and c.revision_id > ${revision}
        union select c.revision_id from creation o join change c
          on c.type = o.type and c.node_id between o.first_id and o.last_id
          where o.revision_id = ${revision} and c.revision_id > ${revision}
      ) order by id desc`)
    this.#changes = engine.prepare(
      sql`select type, node_id as id, before from change where ${own} order by type, node_id`,
    )
    this.#next = engine.prepare(sql`select before from change where type = ${slot('type')}
      and node_id = ${slot('key')} and revision_id > ${revision} order by revision_id limit 1`)
    this.#runs = engine.prepare(
      sql`select type, first_id as first, last_id as last from creation where ${own} order by type, first_id`,
    )
  }

  /**
   * The later revisions that changed the same nodes, the latest first. One that was undone counts as little as the one that
   * undid it.
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

  /** A node as it was right after a revision, where later ones have changed it; null where it was not there. */
  formAfter({ type, key }: NodeId, revision: number): WrittenForm | null {
    const text = this.#next.get({ type, key, revision })?.before
    return text == null ? null : JSON.parse(text)
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
