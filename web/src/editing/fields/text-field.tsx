import { useState } from 'preact/hooks'
import { problemAt, refusalOf } from '../form/check.ts'
import type { SingleField } from '../form/field.ts'
import { textIn } from '../form/form-value.ts'
import type { FieldProps } from './field-props.ts'
import { Labelled } from './labelled.tsx'

/** Text, a date or a number. What cannot be taken is told when the field is left, in the server's words. */
export function TextField({ field, value, set, problems, path }: FieldProps<SingleField>) {
  const [isLeft, setLeft] = useState(false)
  const text = textIn(value)
  const refusal = isLeft ? refusalOf(field, text.trim()) : ''
  const isLong = field.kind === 'text' && field.isLong === true
  const shown = refusal ? [problemAt([...path], refusal)] : problems
  const type = (next: string) => {
    setLeft(false)
    set(next)
  }
  return (
    <Labelled field={field} problems={shown} path={path} isWide={isLong} take={set}>
      {(attributes) =>
        isLong ? (
          <textarea
            {...attributes}
            dir="auto"
            rows={Math.min(12, Math.max(2, Math.ceil(text.length / 90)))}
            value={text}
            onInput={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <input
            {...attributes}
            type="text"
            dir="auto"
            {...(field.kind === 'number' && { inputMode: 'decimal' as const })}
            value={text}
            onInput={(event) => type(event.currentTarget.value)}
            onBlur={() => setLeft(true)}
          />
        )
      }
    </Labelled>
  )
}
