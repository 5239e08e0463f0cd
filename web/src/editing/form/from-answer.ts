import type { ChosenNode } from '../../desk/node-field.tsx'
import type { FormField, SingleField } from './field.ts'
import { type FormRow, type FormValue, type FormValues, isRecord } from './form-value.ts'

/** A node as its query answers, in a form: dates and numbers as they are typed, other nodes with what they are called. */
export const valuesFrom = (
  fields: readonly FormField[],
  answer: Readonly<Record<string, unknown>>,
): FormValues => Object.fromEntries(fields.map((field) => [field.name, valueFrom(field, answer[field.name])]))

export const emptyValues = (fields: readonly FormField[]): FormValues => valuesFrom(fields, {})

function valueFrom(field: FormField, answer: unknown): FormValue {
  switch (field.kind) {
    case 'check':
      return answer === true
    case 'node':
      return nodeFrom(answer)
    case 'nodes':
      return listed(answer).flatMap((each) => nodeFrom(each) ?? [])
    case 'group':
      return rowFrom(field.fields, answer)
    case 'rows':
      return listed(answer).map((each) => rowFrom(field.fields, each))
    default:
      return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
  }
}

const listed = (answer: unknown): readonly unknown[] => (Array.isArray(answer) ? answer : [])

export const rowFrom = (fields: readonly SingleField[], answer: unknown): FormRow =>
  valuesFrom(fields, isRecord(answer) ? answer : {})

/** Sources are called by their titles, claims and statements by their texts. */
function nodeFrom(answer: unknown): ChosenNode | null {
  if (!isRecord(answer) || typeof answer.id !== 'string') return null
  const name = answer.name ?? answer.title ?? answer.text ?? answer.id
  return { key: String(answer.slug ?? answer.id), name: String(name) }
}
