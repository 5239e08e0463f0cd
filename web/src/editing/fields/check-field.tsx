import { FieldProblems } from '../../desk/write-problems.tsx'
import type { FieldProps } from './field-props.ts'

/** Yes or no. */
export const CheckField = ({ field, value, set, problems, path }: FieldProps) => (
  <div class="check">
    <label>
      <input
        type="checkbox"
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
      />{' '}
      {field.label}
    </label>
    <FieldProblems problems={problems} path={path} />
  </div>
)
