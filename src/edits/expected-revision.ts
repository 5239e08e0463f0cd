import { sql } from 'kysely'
import { fieldDifferences } from '../model/history/field-difference.ts'
import { NamedForms } from '../model/history/named-forms.ts'
import { RevisionStore } from '../model/history/revision-store.ts'
import { type WrittenForm, WrittenForms } from '../model/history/written.ts'
import { slot } from '../sql/build.ts'
import { atOnce, type ImmediateEngine, type ImmediatePrepared } from '../sql/engine.ts'
import type { FieldPath } from '../values/errors.ts'
import { formatId, type NodeId } from '../values/id.ts'
import { invalid } from './refusal.ts'
import type { WriteProblem } from './request.ts'

const revisionId = /^revision_([1-9][0-9]{0,14})$/

/** The key of a revision by its id, such as `revision_12`; null where it is no such id. */
export const revisionKey = (id: string): number | null => {
  const [, key] = revisionId.exec(id) ?? []
  return key === undefined ? null : Number(key)
}

export const formatRevision = (key: number): string => `revision_${key}`

/** Tells whether a node has changed since a caller looked at it, and what others did to it. */
export class ExpectedRevisions {
  readonly #revisions: RevisionStore
  readonly #forms: WrittenForms
  readonly #named: NamedForms
  readonly #beforeNext: ImmediatePrepared<{ before: string | null }>

  constructor(engine: ImmediateEngine) {
    this.#revisions = new RevisionStore(engine)
    this.#forms = new WrittenForms(engine)
    this.#named = new NamedForms(engine)
    this.#beforeNext = engine.prepare(sql`select before from change where type = ${slot('type')}
      and node_id = ${slot('key')} and revision_id > ${slot('expected')} order by revision_id limit 1`)
  }

  /** No problem where the node is as the caller knows it, or the caller does not say. */
  problems(node: NodeId, expected: string | undefined, path: FieldPath): WriteProblem[] {
    if (expected === undefined) return []
    const key = revisionKey(expected)
    if (key === null) return [invalid(path, `${JSON.stringify(expected)} is not the id of a revision.`)]
    const last = atOnce(this.#revisions.lastOf([node])).get(formatId(node.type, node.key))
    if (!last || last.id <= key) return []
    const message = `${formatId(node.type, node.key)} has been changed by ${formatRevision(last.id)} since ${expected}.`
    return [{ kind: 'CONFLICT', path, message, revision: last.id, theirs: this.#differences(node, key) }]
  }

  #differences({ type, key }: NodeId, expected: number) {
    const text = this.#beforeNext.get({ type, key, expected })?.before
    const before: WrittenForm | null = text == null ? null : JSON.parse(text)
    const now = this.#forms.of(type, key)
    const named = (form: WrittenForm | null) =>
      form ? (this.#named.named([{ type, form }])[0] ?? null) : null
    return fieldDifferences(named(before), named(now))
  }
}
