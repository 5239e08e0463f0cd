import { type RawBuilder, sql } from 'kysely'
import { eachTuple } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { formatId } from '../../values/id.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import type { ChangeRecord } from './change-store.ts'
import { type FieldDifference, fieldDifferences } from './field-difference.ts'
import { type KeyedNode, NamedForms } from './named-forms.ts'
import { WrittenForms } from './written.ts'

/** How a node was before a change of it, and before the one that came next. */
interface ChangeEnds {
  readonly type: NodeType
  readonly key: number
  readonly revision: number
  readonly before: string | null
  readonly isChangedAgain: 0 | 1
  readonly next: string | null
}

/** A node before and after one of its changes; null where it was not there. */
interface ChangedForms {
  readonly change: ChangeRecord
  readonly before: KeyedNode | null
  readonly after: KeyedNode | null
}

/** Tells field by field what a change did to its node. */
export class FieldChangeStore {
  readonly #ends: Prepared<ChangeEnds>
  readonly #written: WrittenForms
  readonly #named: NamedForms

  constructor(engine: Engine) {
    this.#ends = engine.prepare(endsOfChanges)
    this.#written = new WrittenForms(engine)
    this.#named = new NamedForms(engine)
  }

  /** Of many changes at once: what came after a change is what was before the next one, or the node as it is now. */
  of(changes: readonly ChangeRecord[]): Answer<Map<ChangeRecord, FieldDifference[]>> {
    const asked = changes.map(({ type, key, revisionId }) => [type, key, revisionId])
    return mapAnswer(this.#ends.all({ changes: JSON.stringify(asked) }), (ends) =>
      this.#differences(this.#formsOf(changes, ends)),
    )
  }

  #formsOf(changes: readonly ChangeRecord[], ends: readonly ChangeEnds[]): ChangedForms[] {
    const now = this.#formsNow(ends.filter(({ isChangedAgain }) => !isChangedAgain))
    const endsOf = new Map(ends.map((end) => [`${formatId(end.type, end.key)} ${end.revision}`, end]))
    return changes.map((change) => {
      const { type, key, revisionId } = change
      const end = endsOf.get(`${formatId(type, key)} ${revisionId}`)
      const after = end?.isChangedAgain ? formIn(end.next) : now.get(formatId(type, key))
      return { change, before: keyed(type, formIn(end?.before)), after: keyed(type, after) }
    })
  }

  #formsNow(nodes: readonly { readonly type: NodeType; readonly key: number }[]): Map<string, object> {
    const forms = new Map<string, object>()
    for (const type of nodeTypes) {
      const keys = nodes.filter((node) => node.type === type).map(({ key }) => key)
      if (keys.length === 0) continue
      for (const [key, form] of this.#written.many(type, keys)) forms.set(formatId(type, key), form)
    }
    return forms
  }

  #differences(changed: readonly ChangedForms[]): Map<ChangeRecord, FieldDifference[]> {
    const nodes = changed.flatMap(({ before, after }) => [before, after]).filter((node) => node !== null)
    const named = new Map(this.#named.named(nodes).map((fields, index) => [nodes[index], fields]))
    const fieldsOf = (node: KeyedNode | null) => (node && named.get(node)) ?? null
    return new Map(
      changed.map(({ change, before, after }) => [
        change,
        fieldDifferences(fieldsOf(before), fieldsOf(after)),
      ]),
    )
  }
}

function formIn(json: string | null | undefined): object | null {
  const form: unknown = JSON.parse(json ?? 'null')
  return isObjectLike(form) ? form : null
}

const keyed = (type: NodeType, form: object | null | undefined): KeyedNode | null =>
  form ? { type, form } : null

/** Of what a revision created there is no row in `change`. */
const endsOfChanges: RawBuilder<ChangeEnds> = sql`
  select c.type as type, c.key as key, c.revision as revision, ch.before as before,
    case when later.revision_id is null then 0 else 1 end as "isChangedAgain", later.before as next
  from ${eachTuple('changes', { type: 'text', key: 'number', revision: 'number' })} c
  left join change ch on ch.type = c.type and ch.node_id = c.key and ch.revision_id = c.revision
  left join change later on later.type = c.type and later.node_id = c.key and later.revision_id = (
    select min(revision_id) from change where type = c.type and node_id = c.key and revision_id > c.revision)`
