import type { Tokens } from '../text/token-arrays.ts'

/** Whether a dash at i opens what is said: "— We will come, — said the mayor." */
export const isOpeningDash = (t: Tokens, i: number) =>
  /^(—|–|―|-)$/.test(t.wordAt(i)) && t.end[i] !== t.begin[i + 1]

/** The first token after "CITY, Country (Agency) — " at a sentence's start. */
export function pastDateline(t: Tokens, first: number, last: number): number {
  if (!/^[A-Z]{3,}$/.test(t.wordAt(first)) && t.pos[first] !== 'PROPN') return first
  for (let i = first + 1; i < Math.min(last, first + 12); i++) {
    const w = t.wordAt(i)
    if (w === '—' || w === '–' || w === '--' || (w === '-' && t.beginAt(i) > t.endAt(i - 1))) {
      return /^[A-Z]{3,}/.test(t.wordAt(first)) || t.word[i - 1] === ')' ? i + 1 : first
    }
    if (t.pos[i] === 'VERB' || t.pos[i] === 'AUX' || t.pos[i] === 'PRON') return first
  }
  return first
}
