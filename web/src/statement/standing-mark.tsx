import { plain } from '../words.ts'

const meanings: Readonly<Record<string, string>> = {
  ASSERTED: 'affirmed, and denied by nobody',
  DENIED: 'denied, and affirmed by nobody',
  CONTESTED: 'affirmed and denied, or contradicted by another claim that is affirmed',
  OPEN: 'nobody commits to it',
}

/** How a claim stands. It is no verdict: only who says what. */
export const StandingMark = ({ standing }: { readonly standing: string }) => (
  <span class={`standing ${standing.toLowerCase()}`} title={meanings[standing]}>
    {plain(standing)}
  </span>
)
