import type { Tokens } from '../text/token-arrays.ts'

const singleOccasion =
  /^(statement|interview|tweet|email|e-mail|letter|memo|speech|release|report|filing|post|briefing|conference)$/

/** "said in a statement", "told reporters": the end of the cue with the occasion that belongs to it. */
export function withOccasion(t: Tokens, end: number, high: number): number {
  if (t.low[end] !== 'in' || !/^(a|an)$/.test(t.lowAt(end + 1))) return end
  for (let i = end + 2; i < Math.min(high, end + 5); i++) {
    if (singleOccasion.test(t.lowAt(i))) return t.pos[i + 1] === 'NOUN' ? i + 2 : i + 1
  }
  return end
}
