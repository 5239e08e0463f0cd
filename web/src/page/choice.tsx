interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly choose: (value: string) => void
}

export const Choice = ({ label, value, options, choose }: ChoiceProps) => (
  <label class="field">
    {label}
    <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {!options.some(([each]) => each === value) && <option value={value}>{value}</option>}
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
