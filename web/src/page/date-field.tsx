import { useEffect, useId, useRef, useState } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly value: string | null
  readonly choose: (value: string) => void
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12]\d|3[01])(T.*)?)?)?[~?%]?$/

const REFUSAL = 'This is no date here. Write 2023, 2023-05 or 2023-05-22.'

/** A date as EDTF: half a date, such as 2023-05, is one too, which is why it is no date picker. */
export function DateField({ label, value, choose }: Props) {
  const id = useId()
  const [refused, setRefused] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const refuse = (typed: string | null) => {
    setRefused(typed)
    // A form is not sent with it.
    input.current?.setCustomValidity(typed === null ? '' : REFUSAL)
  }
  useEffect(() => refuse(null), [value])
  const take = (typed: string) => {
    const isDate = typed === '' || DATE.test(typed)
    refuse(isDate ? null : typed)
    if (isDate) choose(typed)
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        inputMode="numeric"
        size={11}
        placeholder="2023-05-22"
        title="2023, 2023-05 or 2023-05-22"
        value={refused ?? value ?? ''}
        onChange={(event) => take(event.currentTarget.value.trim())}
        {...(refused !== null && { 'aria-invalid': true, 'aria-describedby': `${id}-refused` })}
      />
      {refused !== null && (
        <p id={`${id}-refused`} class="refused" role="alert">
          {REFUSAL}
        </p>
      )}
    </div>
  )
}
