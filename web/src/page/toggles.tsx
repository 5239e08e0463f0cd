import type { ComponentChildren } from 'preact'
import { type Params, setParams } from '../kit/location.ts'

interface TogglesProps<Value extends string> {
  readonly legend: string
  /** Where the values do not tell what they are of. */
  readonly showsLegend?: boolean
  /** In the address. */
  readonly name: string
  readonly values: readonly Value[]
  readonly chosen: readonly Value[]
  /** What else goes from the address when another value is asked for. */
  readonly clears?: Params
  readonly children: (value: Value) => ComponentChildren
}

/** A switch for each of a few values; none pressed means all. */
export function Toggles<Value extends string>(props: TogglesProps<Value>) {
  const { legend, showsLegend = false, name, values, chosen, clears, children } = props
  const toggle = (one: Value) =>
    setParams({
      ...clears,
      [name]: chosen.includes(one) ? chosen.filter((it) => it !== one) : [...chosen, one],
    })
  return (
    <fieldset class="chips">
      <legend class={showsLegend ? undefined : 'visually-hidden'}>{legend}</legend>
      {values.map((one) => (
        <button
          key={one}
          type="button"
          class="chip"
          aria-pressed={chosen.includes(one)}
          onClick={() => toggle(one)}
        >
          {children(one)}
        </button>
      ))}
    </fieldset>
  )
}
