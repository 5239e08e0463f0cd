import { capital, plain } from '../../kit/words.ts'
import type { ChoiceField as Choice } from '../form/field.ts'
import { textIn } from '../form/form-value.ts'
import type { FieldProps } from './field-props.ts'
import { Labelled } from './labelled.tsx'

/** A word of a vocabulary, or none. */
export const ChoiceField = ({ field, value, set, problems, path }: FieldProps<Choice>) => (
  <Labelled field={field} problems={problems} path={path} take={set}>
    {(attributes) => (
      <select {...attributes} value={textIn(value)} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">—</option>
        {field.values.map((each) => (
          <option key={each} value={each}>
            {capital((field.words ?? plain)(each))}
          </option>
        ))}
      </select>
    )}
  </Labelled>
)
