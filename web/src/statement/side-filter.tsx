import { Toggles } from '../page/toggles.tsx'
import { SideMark } from './stance-mark.tsx'

export const SIDES = ['AFFIRMS', 'DOUBTS', 'DENIES'] as const
export type Side = (typeof SIDES)[number]

/** Under this name the address once chose by stance. */
const FORMER: Readonly<Record<string, Side>> = { AFFIRMS: 'AFFIRMS', UNCOMMITTED: 'DOUBTS', DENIES: 'DENIES' }

/** The sides that the address asks for; what is none is left out. */
export function sidesIn(params: URLSearchParams): Side[] {
  const named = [...params.getAll('side'), ...params.getAll('stance').map((stance) => FORMER[stance])]
  return SIDES.filter((side) => named.includes(side))
}

/** Switches for the three sides. */
export const SideFilter = ({ side }: { readonly side: readonly Side[] }) => (
  <Toggles legend="Side" name="side" values={SIDES} chosen={side} clears={{ stance: null }}>
    {(one) => <SideMark side={one} />}
  </Toggles>
)
