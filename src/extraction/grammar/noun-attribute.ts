import { senses } from '../lexicon/lexicon.ts'
import { relatives, subordinators } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { canEndPhrase, isPossessiveWord } from './noun-head.ts'
import { isNounLike } from './phrase.ts'

export const objects = new Set(`him her them it us me you`.split(' '))

/** "of registered voters", "the managing director": a participle before its noun. */
export const qualifies = (t: Tokens, i: number) =>
  isParticiple(t, i) &&
  isNounLike(t, i + 1) &&
  (t.pos[i - 1] === 'DET' ||
    t.low[i - 1] === "'s" ||
    (/^(of|for|from)$/.test(t.lowAt(i - 1)) && !/ing$/.test(t.lowAt(i))))

/** "a man standing …", "officials recently briefed …": the first token of the participle that is at i. */
export function participleAfter(t: Tokens, i: number, best: number, floor: number): number | undefined {
  if (!isParticiple(t, i) || (best === i + 1 && takesClause(t, i))) return undefined
  const before = t.pos[i - 1] === 'ADV' ? i - 2 : i - 1
  const describes =
    before >= floor &&
    isNounLike(t, before) &&
    !relatives.has(t.lowAt(before)) &&
    isFirstInClause(t, before, floor)
  return describes ? before + 1 : undefined
}

/** "officials who met the …", "the company that designs her …": the pronoun of the relative clause that i belongs to. */
export function relativeBefore(t: Tokens, i: number, best: number, floor: number): number | undefined {
  for (let j = i; j > floor && i - j < 15; j--) {
    const w = t.lowAt(j)
    if (t.pos[j] === 'VERB' && best === j + 1 && !isObject(t, best) && takesClause(t, j)) return undefined
    if (/^(who|that|which)$/.test(w))
      return canEndPhrase(t, j - 1) &&
        j < i &&
        opensVerb(t, j + 1) &&
        (w === 'who' || t.pos[j - 1] !== 'PRON')
        ? j
        : undefined
    if (t.pos[j] === 'PUNCT' || t.pos[j] === 'SCONJ' || t.pos[j] === 'CCONJ') return undefined
    if (t.pos[j] === 'PRON' && !isPossessiveWord(w) && !objects.has(w)) return undefined
  }
  return undefined
}

/** "him" is never a subject, where "it" may be. */
const isObject = (t: Tokens, i: number) => /^(him|them|me|us)$/.test(t.lowAt(i))

const opensVerb = (t: Tokens, i: number) => /^(VERB|AUX)$/.test(t.posAt(t.pos[i] === 'ADV' ? i + 1 : i))

/** Whether what follows the verb at i may be the subject of what it reports: "critics who say he …". */
const takesClause = (t: Tokens, i: number) =>
  senses
    .get(t.lowAt(i))
    ?.some((s) =>
      s.cues.some((c) => c.particles.length === 0 && (c.takes.has('clause') || c.takes.has('told'))),
    ) === true

export const isParticiple = (t: Tokens, i: number) =>
  t.pos[i] === 'VERB' &&
  /(ing|ed)$|^(known|led|made|held|taken|seen|written|born|sent|given|found|hurt|brought|drawn|shown|paid|built|sold|caught|hit|shot|kept|left|run|won|chosen|driven|torn)$/.test(
    t.lowAt(i),
  )

/** Whether the noun phrase that ends at i opens its clause, so that a participle after it only describes it. */
function isFirstInClause(t: Tokens, i: number, floor: number): boolean {
  for (let j = i; j >= floor; j--) {
    const pos = t.posAt(j)
    if (pos === 'AUX' || (pos === 'VERB' && !qualifies(t, j))) return false
    if (pos === 'PUNCT' || pos === 'SCONJ' || subordinators.has(t.lowAt(j))) return true
  }
  return true
}
