import type { FieldProps } from './field-props.ts'
import { GroupField } from './group-field.tsx'
import { RowsField } from './rows-field.tsx'
import { SingleField } from './single-field.tsx'

/** A field of any kind. */
export function FieldView({ field, ...rest }: FieldProps) {
  if (field.kind === 'group') return <GroupField field={field} {...rest} />
  if (field.kind === 'rows') return <RowsField field={field} {...rest} />
  return <SingleField field={field} {...rest} />
}
