import { applyingFields, type FormField, type RowsField } from './field.ts'
import {
  type FormRow,
  type FormValue,
  type FormValues,
  isChosenNode,
  isEmptyValue,
  isFormRow,
  nodesIn,
  rowsIn,
  textIn,
} from './form-value.ts'

type Input = Readonly<Record<string, unknown>>

/** The fields of these names as a mutation takes them; what is empty, or has no meaning beside the others, is null. */
export function inputOf(fields: readonly FormField[], values: FormValues, names: ReadonlySet<string>): Input {
  const applying = new Set(applyingFields(fields, values))
  return Object.fromEntries(
    fields
      .filter(({ name }) => names.has(name))
      .map((field) => [field.name, applying.has(field) ? inputValue(field, values[field.name]) : null]),
  )
}

function inputValue(field: FormField, value: FormValue | undefined): unknown {
  switch (field.kind) {
    case 'check':
      return value === true
    case 'node':
      return isChosenNode(value) ? value.key : null
    case 'nodes':
      return nodesIn(value).map(({ key }) => key)
    case 'group':
      return isEmptyValue(value) ? null : filled(rowInput(field.fields, value))
    case 'rows':
      return rowsInput(field, value)
    case 'number':
      return isEmptyValue(value) ? null : Number(textIn(value))
    case 'text':
      // Where a text is long, its white space may be meant.
      return isEmptyValue(value) ? null : field.isLong ? textIn(value) : textIn(value).trim()
    default:
      return textIn(value).trim() || null
  }
}

const rowInput = (fields: readonly FormField[], value: FormValue | undefined): Input =>
  isFormRow(value) ? inputOf(fields, value, new Set(fields.map(({ name }) => name))) : {}

/** Without what is empty. */
const filled = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))

/** The rows that say something, and where in the form they stand. */
const filledRows = (value: FormValue | undefined): { readonly row: FormRow; readonly index: number }[] =>
  rowsIn(value)
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => !isEmptyValue(row))

function rowsInput(field: RowsField, value: FormValue | undefined): readonly Input[] {
  const { grouped } = field
  if (!grouped) return filledRows(value).map(({ row }) => filled(rowInput(field.fields, row)))
  return groupsIn(field, value).map(({ key, rows }) => ({
    [grouped.key]: key,
    [grouped.as]: rows.map(({ row }) => textIn(row[grouped.each]).trim()),
  }))
}

/** Rows with the same key, in the order of the first of each. */
function groupsIn({ grouped }: RowsField, value: FormValue | undefined) {
  const groups = new Map<string, ReturnType<typeof filledRows>>()
  for (const one of filledRows(value)) {
    const key = textIn(one.row[grouped?.key ?? '']).trim()
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, rows]) => ({ key, rows }))
}

/**
 * Where in a form something stands that stands at this path of the input: blank rows are not sent, and rows with the same
 * key are sent as one, so that `labels.0.texts.1` may be `labels.3.text`.
 */
export function pathInForm(
  fields: readonly FormField[],
  values: FormValues,
  path: readonly string[],
): readonly string[] {
  const [name, index, ...rest] = path
  const field = fields.find((each) => each.name === name)
  if (field?.kind !== 'rows' || name === undefined || index === undefined) return path
  const value = values[name]
  if (!field.grouped) return [name, String(filledRows(value)[Number(index)]?.index ?? index), ...rest]
  const [part, place = '0'] = rest
  const row = groupsIn(field, value)[Number(index)]?.rows[Number(place)]
  const column = part === field.grouped.key ? part : field.grouped.each
  return row ? [name, String(row.index), ...(part === undefined ? [] : [column])] : [name]
}
