import { type Answer, type Engine, mapAnswer } from '../../sql/engine.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import type { ChangeRecord } from './change-store.ts'
import { type FieldDifference, fieldDifferences } from './field-difference.ts'
import { type KeyedNode, NamedForms } from './named-forms.ts'
import { PastForms } from './past-forms.ts'

/** A node before and after one of its changes; null where it was not there. */
interface ChangedForms {
  readonly change: ChangeRecord
  readonly before: KeyedNode | null
  readonly after: KeyedNode | null
}

/** Tells field by field what a change did to its node. */
export class FieldChangeStore {
  readonly #past: PastForms
  readonly #named: NamedForms

  constructor(engine: Engine) {
    this.#past = new PastForms(engine)
    this.#named = new NamedForms(engine)
  }

  /** Of many changes at once. */
  of(changes: readonly ChangeRecord[]): Answer<Map<ChangeRecord, FieldDifference[]>> {
    return mapAnswer(this.#past.of(changes), (ends) =>
      this.#differences(
        changes.map((change, index) => ({
          change,
          before: keyed(change.type, ends[index]?.before),
          after: keyed(change.type, ends[index]?.after),
        })),
      ),
    )
  }

  #differences(changed: readonly ChangedForms[]): Answer<Map<ChangeRecord, FieldDifference[]>> {
    const nodes = changed.flatMap(({ before, after }) => [before, after]).filter((node) => node !== null)
    return mapAnswer(this.#named.read(nodes), (all) => {
      const named = new Map(all.map((fields, index) => [nodes[index], fields]))
      const fieldsOf = (node: KeyedNode | null) => (node && named.get(node)) ?? null
      return new Map(
        changed.map(({ change, before, after }) => [
          change,
          fieldDifferences(fieldsOf(before), fieldsOf(after)),
        ]),
      )
    })
  }
}

const keyed = (type: NodeType, form: object | null | undefined): KeyedNode | null =>
  form ? { type, form } : null
