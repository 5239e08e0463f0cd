interface Props {
  readonly label: string
  readonly value: string | null
  readonly choose: (value: string) => void
}

/** A date as EDTF: half a date, such as 2023-05, is one too, which is why it is no date picker. */
export const DateField = ({ label, value, choose }: Props) => (
  <label class="field">
    {label}
    <input
      type="text"
      inputMode="numeric"
      size={11}
      placeholder="2023-05-22"
      title="2023, 2023-05 or 2023-05-22"
      pattern="\d{4}(-\d\d(-\d\d.*)?)?"
      value={value ?? ''}
      onChange={(event) => event.currentTarget.validity.valid && choose(event.currentTarget.value)}
    />
  </label>
)
