import type { NodesField, SingleField as Single } from '../form/field.ts'
import { CheckField } from './check-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field-props.ts'
import { NamedField } from './named-field.tsx'
import { TextField } from './text-field.tsx'

/** A field that has no fields in it. */
export function SingleField({ field, ...rest }: FieldProps<Single | NodesField>) {
  switch (field.kind) {
    case 'check':
      return <CheckField field={field} {...rest} />
    case 'choice':
      return <ChoiceField field={field} {...rest} />
    case 'node':
    case 'nodes':
      return <NamedField field={field} {...rest} />
    default:
      return <TextField field={field} {...rest} />
  }
}
