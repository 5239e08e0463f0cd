import type { WriteProblem } from '../../desk/write-problem.ts'
import type { FormField } from '../form/field.ts'
import type { FormValue } from '../form/form-value.ts'

/** What the view of any field is given. */
export interface FieldProps<Field extends FormField = FormField> {
  readonly field: Field
  readonly value: FormValue | undefined
  readonly set: (value: FormValue) => void
  /** Those of the whole form. */
  readonly problems: readonly WriteProblem[]
  /** Where in the form it stands. */
  readonly path: readonly string[]
}
