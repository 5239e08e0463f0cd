import { dateRefusal, parseEdtf } from '../../../../src/values/date.ts'
import type { WriteProblem } from '../../desk/write-problem.ts'
import { applyingFields, type FormField } from './field.ts'
import { type FormValue, type FormValues, isEmptyValue, isFormRow, rowsIn, textIn } from './form-value.ts'

/** What is wrong with something in a form, and where in the form. */
export type FieldProblem = Extract<WriteProblem, { __typename: 'Invalid' }>

export const problemAt = (path: string[], message: string): FieldProblem => ({
  __typename: 'Invalid',
  path,
  message,
  nearest: [],
})

/** What the server would refuse as no input at all, and what a new node lacks: told before anything is sent. */
export function problemsIn(fields: readonly FormField[], values: FormValues): FieldProblem[] {
  return applyingFields(fields, values).flatMap((field) => {
    const value = values[field.name]
    if (field.isRequired && isEmptyValue(value))
      return problemAt([field.name], `${field.label}: this is needed.`)
    return problemsOfValue(field, value).map(({ path, ...rest }) => ({
      path: [field.name, ...path],
      ...rest,
    }))
  })
}

/** Their paths begin at the field. */
function problemsOfValue(field: FormField, value: FormValue | undefined): FieldProblem[] {
  if (isEmptyValue(value)) return []
  if (field.kind === 'group') return isFormRow(value) ? problemsIn(field.fields, value) : []
  if (field.kind === 'rows')
    return rowsIn(value).flatMap((row, index) =>
      (isEmptyValue(row) ? [] : problemsIn(field.fields, row)).map(({ path, ...rest }) => ({
        path: [String(index), ...path],
        ...rest,
      })),
    )
  const refusal = refusalOf(field, textIn(value).trim())
  return refusal ? [problemAt([], refusal)] : []
}

/** Why a text is not taken by its field; empty where it is. */
export function refusalOf(field: FormField, text: string): string {
  if (text === '') return ''
  if (field.kind === 'date' && !parseEdtf(text))
    return `This is no date here. ${JSON.stringify(text)} ${dateRefusal(text)}.`
  if (field.kind === 'number' && !Number.isFinite(Number(text)))
    return `${JSON.stringify(text)} is no number.`
  return field.kind === 'text' ? (field.refusal?.(text) ?? '') : ''
}
