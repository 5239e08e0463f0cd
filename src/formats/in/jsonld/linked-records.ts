import { type Fields, isFields } from '../../../dossier/fields.ts'
import { valueAt } from '../../../dossier/problem.ts'
import type { FieldPath } from '../../../values/errors.ts'

/** A record of a file, where it stands, and the contexts that hold there, outermost first. */
export interface FileRecord {
  readonly path: FieldPath
  readonly fields: Fields
  readonly contexts: readonly unknown[]
}

/** Where files keep their lists of records: graphs, feeds of fact checks, pages of annotations, lists of items. */
const listPaths: readonly FieldPath[] = [
  ['@graph'],
  ['dataFeedElement'],
  ['items'],
  ['first', 'items'],
  ['itemListElement'],
]

/** The records of a file one by one, however many lists they stand within. What is no record is told by its path. */
export function* fileRecords(
  value: unknown,
  onOther: (path: FieldPath) => void,
  path: FieldPath = [],
  outer: readonly unknown[] = [],
): Generator<FileRecord> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* fileRecords(each, onOther, [...path, index], outer)
    return
  }
  if (!isFields(value)) {
    onOther(path)
    return
  }
  const contexts = value['@context'] === undefined ? outer : [...outer, value['@context']]
  const list = listPaths.find((steps) => Array.isArray(valueAt(value, steps)))
  if (list) yield* fileRecords(valueAt(value, list), onOther, [...path, ...list], contexts)
  else if (isFields(value.item) || Array.isArray(value.item))
    yield* fileRecords(value.item, onOther, [...path, 'item'], contexts)
  else yield { path, fields: withoutContext(value), contexts }
}

function withoutContext(fields: Fields): Fields {
  if (fields['@context'] === undefined) return fields
  const { '@context': _, ...rest } = fields
  return rest
}
