import type { FormField } from './field.ts'
import type { FormValue } from './form-value.ts'
import { linesOf } from './value-text.ts'

interface ValueLinesProps {
  readonly field: FormField | undefined
  readonly value: FormValue | undefined
}

/** What a field says, line by line, or that it says nothing. */
export function ValueLines({ field, value }: ValueLinesProps) {
  const lines = field ? linesOf(field, value) : []
  if (lines.length === 0) return <span class="faint">nothing</span>
  return lines.map((line, index) => (
    <span key={index} class="line" dir="auto">
      {line}
    </span>
  ))
}
