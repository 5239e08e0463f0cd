import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dateRefusal, parseEdtf } from '../../../src/values/date.ts'
import { useTyped } from './use-typed.ts'

interface DateFieldProps {
  readonly label: string
  readonly value: string | null
  readonly choose: (value: string) => void
  /** Whether it is refused where it is open towards the future. */
  readonly needsEnd?: boolean
  readonly placeholder?: string
}

const HINT =
  '2023, 2023-05 or 2023-05-22; about: 2023~; spring: 2023-21; the 1980s: 198X; 44 BC: -0043; beyond 9999: Y20000'

/** Why a text is not taken, in the words in which the server would refuse it; nothing where it is. */
function refusalIn(text: string, needsEnd: boolean): string {
  if (text === '') return ''
  const date = parseEdtf(text)
  if (!date) return `This is no date here. ${JSON.stringify(text)} ${dateRefusal(text)}.`
  return needsEnd && date.latest === null ? `${text} is open: give a date that has an end.` : ''
}

/** A date as EDTF: half a date, such as 2023-05, is one too, which is why it is no date picker. */
export function DateField({
  label,
  value,
  choose,
  needsEnd = false,
  placeholder = '2023-05-22',
}: DateFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [shown, type] = useTyped(value ?? '')
  const [refusal, setRefusal] = useState('')
  const refuse = (sentence: string) => {
    setRefusal(sentence)
    // A form is not sent with it.
    input.current?.setCustomValidity(sentence)
  }
  useLayoutEffect(() => refuse(''), [value])
  const take = (text: string) => {
    const reason = refusalIn(text, needsEnd)
    type(reason ? text : null)
    refuse(reason)
    if (!reason) choose(text)
  }
  /** The sentence goes as soon as something else is typed: what follows it is not to move under a click. */
  const mend = (text: string) => {
    type(text)
    refuse('')
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        size={11}
        placeholder={placeholder}
        title={HINT}
        value={shown}
        onInput={(event) => mend(event.currentTarget.value)}
        onChange={(event) => take(event.currentTarget.value.trim())}
        {...(refusal && { 'aria-invalid': true, 'aria-describedby': `${id}-refused` })}
      />
      {refusal && (
        <p id={`${id}-refused`} class="refused" role="alert">
          {refusal}
        </p>
      )}
    </div>
  )
}
