import type { DuplicatePair } from './duplicates-query.ts'

/** How likely two are one, and why. */
export const Likeness = ({ pair: { score, reasons } }: { readonly pair: DuplicatePair }) => (
  <span class="faint">
    {Math.round(score * 100)} % alike{reasons.length > 0 && `: ${reasons.join('; ')}`}
  </span>
)
