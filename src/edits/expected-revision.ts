import { fieldDifferences } from '../model/history/field-difference.ts'
import { atOnce } from '../sql/engine.ts'
import type { FieldPath } from '../values/errors.ts'
import { formatId, formatRevisionId, type NodeId, parseRevisionId } from '../values/id.ts'
import { invalid } from './refusal.ts'
import type { WriteProblem } from './request.ts'
import type { EditTools } from './tools.ts'

/** No problem where a node is as the caller knows it, or the caller does not say; else what others did to it since. */
export function expectedProblems(
  { revisions, later, forms, named }: EditTools,
  node: NodeId,
  expected: string | undefined,
  path: FieldPath,
): WriteProblem[] {
  if (expected === undefined) return []
  const key = parseRevisionId(expected)
  const latest = atOnce(revisions.last())
  // One that is still to come was another graph's: this one has been restored to an earlier state since.
  if (key === null || key > latest) {
    const known = formatRevisionId(latest)
    return [
      invalid(path, `${JSON.stringify(expected)} is not the id of a revision; the last is ${known}.`, [
        known,
      ]),
    ]
  }
  const id = formatId(node.type, node.key)
  const last = atOnce(revisions.lastOf([node])).get(id)
  if (!last || last.id <= key) return []
  const fields = (form: object | null) =>
    form ? (named.named([{ type: node.type, form }])[0] ?? null) : null
  const theirs = fieldDifferences(fields(later.formAfter(node, key)), fields(forms.of(node.type, node.key)))
  const message = `${id} has been changed by ${formatRevisionId(last.id)} since ${expected}.`
  return [{ kind: 'CONFLICT', path, message, revision: last.id, theirs }]
}
