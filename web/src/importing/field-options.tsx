import { CreateOptions } from './create-options.tsx'
import { amended, objectOf, shortValue } from './mapped-uses.ts'
import type { AmendProps, FieldOptionsProps } from './mapping-props.ts'
import { WordTable } from './word-table.tsx'

/** How the cells of a column are read, by what the field holds that they fill. */
export function FieldOptions(props: FieldOptionsProps) {
  const { value, field, set } = props
  const object = objectOf(value)
  const amend: AmendProps['amend'] = (changed) => set(shortValue(amended(object, changed)))
  switch (field.field?.kind) {
    case 'date':
      return <DateForm object={object} amend={amend} />
    case 'number':
      return <NumberForm object={object} amend={amend} />
    case 'choice':
      return <WordTable {...props} values={field.field.values} words={field.field.words} />
    case 'nodes':
      return (
        <>
          <PartsField object={object} amend={amend} />
          <CreateOptions object={object} amend={amend} types={field.field.types} />
        </>
      )
    case 'node':
      return <CreateOptions object={object} amend={amend} types={field.field.types} />
    default:
      return null
  }
}

const DATE_FORMS = [
  'iso',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'DD/MM/YYYY',
  'M/D/YYYY',
  'YYYYMMDD',
  'unix',
  'excel',
  'any',
]

const DateForm = ({ object: { date = '' }, amend }: AmendProps) => (
  <label class="field">
    How its dates are written
    <input
      list="date-forms"
      value={typeof date === 'string' ? date : date.join(' or ')}
      onChange={({ currentTarget }) => amend({ date: formsIn(currentTarget.value) })}
    />
    <datalist id="date-forms">
      {DATE_FORMS.map((form) => (
        <option key={form} value={form} />
      ))}
    </datalist>
  </label>
)

function formsIn(text: string): string | readonly string[] | undefined {
  const forms = text
    .split(/\s+or\s+/)
    .map((form) => form.trim())
    .filter(Boolean)
  return forms.length > 1 ? forms : forms[0]
}

const numberForms = {
  '1234.5': true,
  '1,234.5': { decimal: '.', thousands: ',' },
  '1234,5': { decimal: ',' },
  '1.234,5': { decimal: ',', thousands: '.' },
  '1 234,5': { decimal: ',', thousands: ' ' },
} as const
const numberForm = (name: string) => Object.entries(numberForms).find(([each]) => each === name)?.[1]

function NumberForm({ object: { number }, amend }: AmendProps) {
  const now = Object.entries(numberForms).find(([, form]) => JSON.stringify(form) === JSON.stringify(number))
  return (
    <label class="field">
      How its numbers are written
      <select
        value={now?.[0] ?? ''}
        onChange={({ currentTarget }) => amend({ number: numberForm(currentTarget.value) })}
      >
        <option value="">as the text says below</option>
        {Object.keys(numberForms).map((form) => (
          <option key={form}>{form}</option>
        ))}
      </select>
    </label>
  )
}

const PartsField = ({ object: { split = '' }, amend }: AmendProps) => (
  <label class="field">
    Several in a cell, with this between them
    <input
      class="short"
      value={typeof split === 'string' ? split : split.join(' ')}
      onChange={({ currentTarget }) => amend({ split: currentTarget.value || undefined })}
    />
  </label>
)
