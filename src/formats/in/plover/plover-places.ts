import { formatValue } from '../../../dossier/problem.ts'
import type { Problem } from '../../../values/errors.ts'
import type { FilePlace, RecordOrigin } from '../record-items.ts'
import type { RecordInText } from './json-records.ts'

/** Where a field of a record stands. */
export function placeInRecord(
  given: RecordInText,
  path: readonly (string | number)[],
  value: unknown,
  file: string,
): Omit<Problem, 'message'> {
  const at = given.text.search(new RegExp(`"${String(path[0]).replace(/\W/g, '')}"\\s*:`))
  const before = at < 0 ? '' : given.text.slice(0, at)
  const line = given.line + before.split('\n').length - 1
  return {
    file,
    line,
    column: line > given.line ? before.length - before.lastIndexOf('\n') : given.column + before.length,
    path: path.join('.'),
    value: formatValue(value),
  }
}

/** What the fields of items are called in records. */
const fieldNames: Readonly<Record<string, string>> = {
  type: 'event',
  when: 'date',
  place: 'eventLoc',
  slug: 'id',
  span: 'text',
}

/** The record that an item was made of. */
export function recordOrigin(given: RecordInText): RecordOrigin {
  return {
    line: given.line,
    placeOf(field): FilePlace {
      const name = fieldNames[field] ?? field
      const value = (given.data as Record<string, unknown>)[name]
      const { line = given.line, column } = placeInRecord(given, [name], value, '')
      return { line, column, path: name, value }
    },
  }
}
