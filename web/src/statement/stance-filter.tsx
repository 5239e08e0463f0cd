import { Toggles } from '../page/toggles.tsx'
import { StanceMark } from './stance-mark.tsx'

export const STANCES = ['AFFIRMS', 'UNCOMMITTED', 'DENIES'] as const
export type Stance = (typeof STANCES)[number]

const isStance = (value: string): value is Stance => STANCES.some((stance) => stance === value)

/** The stances that the address asks for; what is none is left out. */
export const stancesIn = (params: URLSearchParams): Stance[] => params.getAll('stance').filter(isStance)

/** Switches for the three stances. */
export const StanceFilter = ({ stance }: { readonly stance: readonly Stance[] }) => (
  <Toggles legend="Stance" name="stance" values={STANCES} chosen={stance}>
    {(one) => <StanceMark stance={one} />}
  </Toggles>
)
