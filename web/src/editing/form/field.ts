import type { NodeType } from '../../search/hit.ts'
import type { FormValues } from './form-value.ts'

interface FieldBase {
  /** In the input of its mutation, in the answer of its query, and in a dossier. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** Whether a new node needs it. */
  readonly isRequired?: boolean
  /** Whether it has a meaning beside what the other fields say; it always has, if not given. */
  readonly applies?: (values: FormValues) => boolean
}

interface TextField extends FieldBase {
  readonly kind: 'text'
  readonly isLong?: boolean
  /** Why what is typed would be refused; empty where it would not. */
  readonly refusal?: (text: string) => string
}
interface NumberField extends FieldBase {
  readonly kind: 'number'
}
interface DateField extends FieldBase {
  readonly kind: 'date'
}
interface CheckField extends FieldBase {
  readonly kind: 'check'
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice'
  readonly values: readonly string[]
  /** What a value is called, where its own words do not do. */
  readonly words?: (value: string) => string
}
export interface NodeField extends FieldBase {
  readonly kind: 'node'
  readonly types: readonly NodeType[]
}
/** A field with one value. */
export type SingleField = TextField | NumberField | DateField | CheckField | ChoiceField | NodeField

export interface NodesField extends FieldBase {
  readonly kind: 'nodes'
  readonly types: readonly NodeType[]
}
/** Fields that stand or fall together. */
export interface GroupField extends FieldBase {
  readonly kind: 'group'
  readonly fields: readonly SingleField[]
}
export interface RowsField extends FieldBase {
  readonly kind: 'rows'
  /** What one row is, such as “name”. */
  readonly one: string
  readonly fields: readonly SingleField[]
  /** Where rows with the same key are sent as one: under which name their other column, and what that one is. */
  readonly grouped?: { readonly key: string; readonly each: string; readonly as: string }
}

export type FormField = SingleField | NodesField | GroupField | RowsField

/** The fields that have a meaning beside the others. */
export const applyingFields = (fields: readonly FormField[], values: FormValues): readonly FormField[] =>
  fields.filter(({ applies }) => applies?.(values) ?? true)
