import { plain } from '../kit/words.ts'

const meanings: Readonly<Record<string, string>> = {
  ASSERTED: 'affirmed, and denied by nobody, not even without certainty',
  DENIED: 'denied, with certainty or without, and affirmed by nobody',
  CONTESTED:
    'affirmed and denied, with certainty or without, or contradicted by another claim that is affirmed',
  OPEN: 'neither affirmed nor denied by anybody',
}

/** How a claim stands. It is no verdict: only who says what. */
export const StandingMark = ({ standing }: { readonly standing: string }) => (
  <span class={`standing ${standing.toLowerCase()}`} title={meanings[standing]}>
    {plain(standing)}
  </span>
)
