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

/** Is told what stands around records and is none. */
export interface RecordNotes {
  /** A value among records that is no object. */
  other(): void
  /** A property of a list of records, such as the moment at which a feed was made. */
  property(name: string): void
}

/** The records of a file one by one, however many lists they stand within. */
export function* fileRecords(
  value: unknown,
  notes: RecordNotes,
  path: FieldPath = [],
  outer: readonly unknown[] = [],
): Generator<FileRecord> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* fileRecords(each, notes, [...path, index], outer)
    return
  }
  if (!isFields(value)) {
    notes.other()
    return
  }
  const contexts = value['@context'] === undefined ? outer : [...outer, value['@context']]
  const list = listIn(value)
  if (!list) {
    yield { path, fields: withoutContext(value), contexts }
    return
  }
  for (const name of Object.keys(value)) if (name !== list[0] && !ofLists.has(name)) notes.property(name)
  yield* fileRecords(valueAt(value, list), notes, [...path, ...list], contexts)
}

/** What every list may say of itself. */
const ofLists = new Set(['@context', '@type', 'type', '@id', 'id', 'total'])

/** The way to the records within a record; undefined where it is one itself. */
function listIn(value: Fields): FieldPath | undefined {
  const list = listPaths.find((steps) => Array.isArray(valueAt(value, steps)))
  return list ?? (isFields(value.item) || Array.isArray(value.item) ? ['item'] : undefined)
}

function withoutContext(fields: Fields): Fields {
  if (fields['@context'] === undefined) return fields
  const { '@context': _, ...rest } = fields
  return rest
}
