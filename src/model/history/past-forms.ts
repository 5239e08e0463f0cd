import { type RawBuilder, sql } from 'kysely'
import { collected, eachTuple } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { hasWholeForm, isMovedChange, withMoved } from './moved-fields.ts'
import { WrittenForms } from './written.ts'

/** A node and a revision that changed it. */
export interface ChangeKey extends NodeId {
  readonly revisionId: number
}

/** A node before and after one of its changes; null where it was not there. */
export interface ChangeEnds {
  readonly before: object | null
  readonly after: object | null
}

interface PastChange {
  readonly type: NodeType
  readonly key: number
  readonly revision: number
  /** Null also where the revision created the node, of which there is no row in `change`. */
  readonly before: string | null
  /** What was before each later change, the earliest first, up to the first that has all fields: a JSON list. */
  readonly later: string
}

/** Tells how nodes were before and after their changes: after one is what was before the next, or the node as it is. */
export class PastForms {
  readonly #changes: Prepared<PastChange>
  readonly #written: WrittenForms

  constructor(engine: Engine) {
    this.#changes = engine.prepare(pastChanges)
    this.#written = new WrittenForms(engine)
  }

  /** In the order in which they were asked for. */
  of(changes: readonly ChangeKey[]): Answer<ChangeEnds[]> {
    const asked = changes.map(({ type, key, revisionId }) => [type, key, revisionId])
    return mapAnswer(this.#changes.all({ changes: JSON.stringify(asked) }), (rows) => {
      const unchanged = rows.filter(({ later }) => laterIn(later).every(isMovedChange))
      return mapAnswer(this.#written.read(unchanged), (now) => {
        const ends = new Map(rows.map((row) => [idOf(row, row.revision), endsOf(row, now)]))
        return changes.map((change) => ends.get(idOf(change, change.revisionId)) ?? nothing)
      })
    })
  }
}

const nothing: ChangeEnds = { before: null, after: null }

const idOf = ({ type, key }: NodeId, revision: number) => `${formatId(type, key)} ${revision}`

function endsOf({ type, key, before, later }: PastChange, now: ReadonlyMap<string, object>): ChangeEnds {
  const after = laterIn(later).reduceRight(formBefore, now.get(formatId(type, key)) ?? null)
  return { before: formBefore(after, before), after }
}

/** How a node was before a change, by what the journal has of it and how the node was after it. */
const formBefore = (after: object | null, before: string | null): object | null =>
  isMovedChange(before) ? withMoved(after, before) : formIn(before)

function formIn(json: string | null): object | null {
  const form: unknown = JSON.parse(json ?? 'null')
  return isObjectLike(form) ? form : null
}

const laterIn = (list: string): (string | null)[] => JSON.parse(list)

const pastChanges: RawBuilder<PastChange> = sql`
  select c.type as type, c.key as key, c.revision as revision, ch.before as before, ${collected(
    'before',
    sql`select before from change later
      where later.type = c.type and later.node_id = c.key and later.revision_id > c.revision
        and later.revision_id <= coalesce((
          select later.revision_id from change later
          where later.type = c.type and later.node_id = c.key and later.revision_id > c.revision and ${hasWholeForm}
          order by later.revision_id limit 1), ${sql.lit(Number.MAX_SAFE_INTEGER)})
      order by later.revision_id`,
  )} as later
  from ${eachTuple('changes', { type: 'text', key: 'number', revision: 'number' })} c
  left join change ch on ch.type = c.type and ch.node_id = c.key and ch.revision_id = c.revision`
