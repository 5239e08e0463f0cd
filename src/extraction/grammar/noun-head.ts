import type { Tokens } from '../text/token-arrays.ts'
import { isNounLike } from './phrase.ts'

/** Words of quantity, which stand for those who are counted. */
export const quantities = new Set(
  `some many most others one two both all few several none neither either half those these each any everyone nobody everybody anyone`.split(
    ' ',
  ),
)

/** Whether the token at i may end a noun phrase. */
export function canEndPhrase(t: Tokens, i: number): boolean {
  const w = t.lowAt(i)
  if (
    w === ')' ||
    w === '%' ||
    /^(surveyed|polled|interviewed|questioned|consulted|contacted|third|quarter|familiar|close|opposed|loyal|briefed|involved|most|many|few)$/.test(
      w,
    )
  )
    return true
  if (t.pos[i] === 'DET') return quantities.has(w) || /^(this|that|another)$/.test(w)
  if (w === 'neither' || w === 'none' || w === 'few') return true
  return isNounLike(t, i) || (t.pos[i] === 'ADJ' && isDetermined(t, i))
}

/** "the poor", "the self-described democratic socialist": an adjective that stands for a noun. */
function isDetermined(t: Tokens, i: number): boolean {
  let j = i - 1
  while (j > i - 6 && (t.pos[j] === 'ADJ' || t.word[j] === '-' || t.word[j + 1] === '-')) j--
  return t.pos[j] === 'DET' || (t.pos[j] === 'VERB' && t.word[j - 1] === '-')
}

export const isPossessiveWord = (w: string) => /^(his|her|their|its|our|my|your)$/.test(w)
