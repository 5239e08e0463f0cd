import { setParams } from '../location.ts'
import { StanceMark } from './stance-mark.tsx'

export const STANCES = ['AFFIRMS', 'UNCOMMITTED', 'DENIES'] as const
export type Stance = (typeof STANCES)[number]

const isStance = (value: string): value is Stance => STANCES.some((stance) => stance === value)

/** The stances that the address asks for; what is none is left out. */
export const stancesIn = (params: URLSearchParams): Stance[] => params.getAll('stance').filter(isStance)

/** Switches for the three stances; none pressed means all. */
export function StanceFilter({ stance }: { readonly stance: readonly Stance[] }) {
  const toggle = (one: Stance) =>
    setParams({ stance: stance.includes(one) ? stance.filter((it) => it !== one) : [...stance, one] })
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">Stance</legend>
      {STANCES.map((one) => (
        <button
          key={one}
          type="button"
          class="chip"
          aria-pressed={stance.includes(one)}
          onClick={() => toggle(one)}
        >
          <StanceMark stance={one} />
        </button>
      ))}
    </fieldset>
  )
}
