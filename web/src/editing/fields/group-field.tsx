import { FieldProblems } from '../../desk/write-problems.tsx'
import type { GroupField as Group } from '../form/field.ts'
import { isFormRow } from '../form/form-value.ts'
import type { FieldProps } from './field-props.ts'
import { SingleField } from './single-field.tsx'

/** Fields that stand or fall together, under one legend. */
export function GroupField({ field, value, set, problems, path }: FieldProps<Group>) {
  const row = isFormRow(value) ? value : {}
  const own = problems.filter((problem) => problem.path.length === path.length)
  return (
    <fieldset class="group wide">
      <legend>{field.label}</legend>
      {field.hint && <p class="hint">{field.hint}</p>}
      <div class="fields">
        {field.fields.map((each) => (
          <SingleField
            key={each.name}
            field={each}
            value={row[each.name]}
            set={(next) => set({ ...row, [each.name]: next })}
            problems={problems}
            path={[...path, each.name]}
          />
        ))}
      </div>
      <FieldProblems problems={own} path={path} />
    </fieldset>
  )
}
