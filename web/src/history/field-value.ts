import type { FormField, RowsField, SingleField } from '../editing/form/field.ts'
import { isRecord } from '../editing/form/form-value.ts'

/** One value in a field of the history, or in a row of one. */
export interface NamedValue {
  readonly field: FormField
  readonly value: unknown
}

/** What a field's value consists of: a row of values for each item of a list, one row with one value for what is no list. */
export function entriesIn(field: FormField, value: unknown): readonly (readonly NamedValue[])[] {
  if (field.kind === 'group') return [rowIn(field.fields, value)]
  if (field.kind === 'nodes') return listed(value).map((each) => [{ field, value: each }])
  if (field.kind === 'rows')
    return field.grouped ? groupedRows(field, value) : listed(value).map((each) => rowIn(field.fields, each))
  return [[{ field, value }]]
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const rowIn = (fields: readonly SingleField[], value: unknown): readonly NamedValue[] =>
  isRecord(value)
    ? fields.filter(({ name }) => value[name] != null).map((field) => ({ field, value: value[field.name] }))
    : []

/** In a dossier these are a map of lists: `{ "uk": ["Київ"] }`. */
function groupedRows({ fields, grouped }: RowsField, value: unknown): readonly (readonly NamedValue[])[] {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, all]) =>
    listed(all).map((each) => rowIn(fields, { [grouped?.key ?? '']: key, [grouped?.each ?? '']: each })),
  )
}

/** The node that a value names; null where it names none. */
export const namedIn = (field: FormField, value: unknown): string | null =>
  (field.kind === 'node' || field.kind === 'nodes') && typeof value === 'string' ? value : null

/** All nodes that a value of the history names. */
export function namesInValue(field: FormField | undefined, json: string | null): string[] {
  if (!field || json === null) return []
  return entriesIn(field, JSON.parse(json)).flatMap((row) =>
    row.flatMap((one) => namedIn(one.field, one.value) ?? []),
  )
}
