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
  const input = useRef<HTMLInputElement>(null)
  /** What is typed, from when it is refused until it is taken. */
  const [typed, setTyped] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  const refuse = (refused: boolean) => {
    setRefused(refused)
    // A form is not sent with it.
    input.current?.setCustomValidity(refused ? REFUSAL : '')
  }
  useEffect(() => {
    setTyped(null)
    refuse(false)
  }, [value])
  const take = (text: string) => {
    const isDate = text === '' || DATE.test(text)
    setTyped(isDate ? null : text)
    refuse(!isDate)
    if (isDate) choose(text)
  }
  /** The sentence goes as soon as something else is typed: what follows it is not to move under a click. */
  const mend = (text: string) => {
    if (typed === null) return
    setTyped(text)
    refuse(false)
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
        value={typed ?? value ?? ''}
        onInput={(event) => mend(event.currentTarget.value)}
        onChange={(event) => take(event.currentTarget.value.trim())}
        {...(isRefused && { 'aria-invalid': true, 'aria-describedby': `${id}-refused` })}
      />
      {isRefused && (
        <p id={`${id}-refused`} class="refused" role="alert">
          {REFUSAL}
        </p>
      )}
    </div>
  )
}
