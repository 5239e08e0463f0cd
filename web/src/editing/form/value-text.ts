import { dateText } from '../../kit/date.ts'
import { capital, plain } from '../../kit/words.ts'
import type { FormField } from './field.ts'
import {
  type FormValue,
  isChosenNode,
  isEmptyValue,
  isFormRow,
  nodesIn,
  rowsIn,
  textIn,
} from './form-value.ts'

/** What a field says, as lines of text to be read; none where it says nothing. */
export function linesOf(field: FormField, value: FormValue | undefined): readonly string[] {
  if (isEmptyValue(value)) return []
  if (field.kind === 'rows')
    return rowsIn(value)
      .filter((row) => !isEmptyValue(row))
      .map((row) => rowText(field.fields, row))
  if (field.kind === 'nodes') return nodesIn(value).map(({ name }) => name)
  if (field.kind === 'group') return isFormRow(value) ? [rowText(field.fields, value)] : []
  return [singleText(field, value)]
}

const rowText = (fields: readonly FormField[], row: { readonly [name: string]: FormValue }): string =>
  fields
    .flatMap((field) => linesOf(field, row[field.name]).map((text) => `${field.label}: ${text}`))
    .join(' · ')

function singleText(field: FormField, value: FormValue | undefined): string {
  if (isChosenNode(value)) return value.name
  if (value === true) return 'yes'
  const text = textIn(value)
  if (field.kind === 'choice') return capital((field.words ?? plain)(text))
  return field.kind === 'date' ? (dateText(text) ?? text) : text
}
