import { setParams } from '../kit/location.ts'
import { Choice } from '../page/choice.tsx'
import { DateField } from '../page/date-field.tsx'
import { useTyped } from '../page/use-typed.ts'

interface WordsProps {
  readonly label: string
  /** In the address. */
  readonly name: string
  readonly value: string | undefined
}

/** A text to search for, asked when it is done. */
export function WordsField({ label, name, value }: WordsProps) {
  const [shown, type] = useTyped(value ?? '')
  const take = (text: string) => {
    type(null)
    setParams({ [name]: text })
  }
  return (
    <label class="field">
      {label}
      <input
        type="search"
        value={shown}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
    </label>
  )
}

/** Of how many at least, in the address as `min`; one is the usual, and not in it. */
export function LeastField({ label, value }: { readonly label: string; readonly value: number }) {
  const [shown, type] = useTyped(String(value))
  const take = (text: string) => {
    type(null)
    setParams({ min: text === '1' ? null : text })
  }
  return (
    <label class="field">
      {label}, at least
      <input
        type="number"
        min={1}
        max={9999}
        value={shown}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
    </label>
  )
}

interface OrderProps<Order extends string> {
  readonly value: Order
  readonly orders: readonly [Order, ...Order[]]
  readonly words: Readonly<Record<Order, string>>
}

/** What a list is sorted by; the first order is the usual one, and not in the address. */
export const OrderField = <Order extends string>({ value, orders, words }: OrderProps<Order>) => (
  <Choice
    label="Order"
    value={value}
    options={orders.map((each) => [each, words[each]] as const)}
    choose={(each) => setParams({ order: each === orders[0] ? null : each })}
  />
)

interface WordProps {
  readonly label: string
  /** In the address. */
  readonly name: string
  /** The address may name several, which no single option says. */
  readonly chosen: readonly string[]
  readonly words: readonly (readonly [value: string, name: string])[]
}

/** One of a vocabulary that is too long for switches. */
export const WordField = ({ label, name, chosen, words }: WordProps) => (
  <Choice
    label={label}
    value={chosen.length > 1 ? chosen.map((one) => optionWord(one, words)).join(' or ') : (chosen[0] ?? '')}
    options={[['', 'any'], ...words]}
    choose={(each) => setParams({ [name]: each })}
  />
)

const optionWord = (value: string, words: WordProps['words']): string =>
  words.find(([each]) => each === value)?.[1] ?? value

/** From when until when; half a date will do. */
export const TimeFields = ({ params, what }: { readonly params: URLSearchParams; readonly what: string }) => (
  <>
    <DateField label={`${what} from`} value={params.get('from')} choose={(from) => setParams({ from })} />
    <DateField label={`${what} until`} value={params.get('until')} choose={(until) => setParams({ until })} />
  </>
)
