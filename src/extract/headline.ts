import type { Draft } from './draft.ts'
import type { Tokens, Unit } from './tokens.ts'

const meaning = { act: 'STATE', stance: 'AFFIRMS', certainty: 'CERTAIN' } as const

/** "Minister: we were not there": a short name and a colon, at the start of a paragraph. */
export function headline(t: Tokens, u: number): Draft[] {
  const unit = t.units[u] as Unit
  if (u > 0) return []
  for (let i = unit.first; i < Math.min(unit.last - 1, unit.first + 7); i++) {
    if (t.word[i] === ':' && i > unit.first) {
      const names = t.pos.slice(unit.first, i).some((p) => p === 'PROPN' || p === 'NOUN')
      if (!names || !isName(t, unit.first, i)) return []
      return [
        {
          source: [unit.first, i],
          cue: [i, i + 1],
          content: [[i + 1, unit.last]],
          frame: 'headline',
          meaning,
          sure: false,
        },
      ]
    }
    if ((t.quote[i] as number) >= 0 || /^(VERB|AUX|PUNCT|PRON)$/.test(t.pos[i] as string)) return []
  }
  return []
}

function isName(t: Tokens, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (/^[a-z]/.test(t.word[i] as string) && t.pos[i] === 'VERB') return false
  return true
}
