import type { ChosenNode } from '../../desk/node-field.tsx'

/** What one field of a form holds. What is typed is text, numbers and dates too, until it is sent. */
export type FormValue =
  | string
  | boolean
  | null
  | ChosenNode
  | readonly ChosenNode[]
  | FormRow
  | readonly FormRow[]

/** Several fields that belong together, such as the two ends of a figure and its unit. */
export interface FormRow {
  readonly [field: string]: FormValue
}

export type FormValues = FormRow

export const isChosenNode = (value: unknown): value is ChosenNode =>
  isRecord(value) && typeof value.key === 'string' && typeof value.name === 'string'

export const isFormRow = (value: unknown): value is FormRow => isRecord(value) && !isChosenNode(value)

export const rowsIn = (value: FormValue | undefined): readonly FormRow[] =>
  Array.isArray(value) ? value.filter(isFormRow) : []

export const nodesIn = (value: FormValue | undefined): readonly ChosenNode[] =>
  Array.isArray(value) ? value.filter(isChosenNode) : []

export const textIn = (value: FormValue | undefined): string => (typeof value === 'string' ? value : '')

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a field says nothing. */
export function isEmptyValue(value: FormValue | undefined): boolean {
  if (value === undefined || value === null || value === false) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value === 'boolean' || isChosenNode(value)) return false
  if (isFormRow(value)) return Object.values(value).every(isEmptyValue)
  return rowsIn(value).every(isEmptyValue) && nodesIn(value).length === 0
}

/** Whether two fields say the same; what a node is called may differ by the language in which names are shown. */
export const isSameValue = (one: FormValue | undefined, other: FormValue | undefined): boolean =>
  isEmptyValue(one) ? isEmptyValue(other) : comparable(one) === comparable(other)

const comparable = (value: FormValue | undefined): string =>
  JSON.stringify(value, (_, inner: unknown) => (isChosenNode(inner) ? inner.key : inner))
