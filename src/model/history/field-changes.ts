import { type RawBuilder, sql } from 'kysely'
import { eachTuple } from '../../sql/dialect.ts'
import { type Answer, atOnce, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import type { ChangeRecord } from './change-store.ts'
import { NodeNames } from './node-names.ts'
import { WrittenForms } from './written.ts'

/** A node in its written form, as JSON that was read: other nodes by their keys. */
export type JsonForm = Readonly<Record<string, unknown>>

/** One field that differs; values are JSON text, null where there was or is none. */
interface FieldDifference {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

interface ChangeEnds {
  readonly type: NodeType
  readonly key: number
  readonly revision: number
  readonly before: string | null
  /** Whether the node was changed again, and how it was before that. */
  readonly isChangedAgain: 0 | 1
  readonly next: string | null
}

/** Tells field by field what a change did to its node. */
export class FieldChanges {
  readonly #ends: Prepared<ChangeEnds>
  readonly #forms: WrittenForms
  readonly #names: NodeNames

  constructor(engine: Engine) {
    this.#ends = engine.prepare(endsOfChanges)
    this.#forms = new WrittenForms(engine)
    this.#names = new NodeNames(engine)
  }

  /** A statement for all of them, what is read of the nodes as they are now, and one for the names in them. */
  of(changes: readonly ChangeRecord[]): Answer<Map<ChangeRecord, readonly FieldDifference[]>> {
    const asked = changes.map(({ type, key, revisionId }) => [type, key, revisionId])
    return mapAnswer(this.#ends.all({ changes: JSON.stringify(asked) }), (ends) => {
      const byChange = new Map(ends.map((end) => [changeKey(end.type, end.key, end.revision), end]))
      const now = this.#formsNow(ends)
      const pairs = changes.map((change) => {
        const end = byChange.get(changeKey(change.type, change.key, change.revisionId))
        const after = end?.isChangedAgain ? formIn(end.next) : now.get(nodeKey(change.type, change.key))
        return { change, before: formIn(end?.before), after: after ?? {} }
      })
      const names = atOnce(this.#names.in(pairs.flatMap(({ change, before, after }) => [{ type: change.type, form: before }, { type: change.type, form: after }])))
      return new Map(
        pairs.map(({ change, before, after }) => [
          change,
          differences(names.named(change.type, before), names.named(change.type, after)),
        ]),
      )
    })
  }

  /** What differs between two forms of a node, such as what others have changed since. */
  between(type: NodeType, before: JsonForm, after: JsonForm): FieldDifference[] {
    const names = atOnce(this.#names.in([{ type, form: before }, { type, form: after }]))
    return differences(names.named(type, before), names.named(type, after))
  }
}
