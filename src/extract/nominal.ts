import { clauseEnd, objectEnd } from './content.ts'
import type { Draft } from './draft.ts'
import { type NounCue, nounCues } from './lexicon-nouns.ts'
import type { Range } from './phrase.ts'
import { subjectAfter } from './subject-after.ts'
import type { Tokens, Unit } from './tokens.ts'

/** Nouns that report: her claim that …, his support for …, denials of … by … */
export function nominal(t: Tokens, u: number): Draft[] {
  const unit = t.units[u] as Unit
  const found: Draft[] = []
  for (let i = unit.first; i < unit.last - 1; i++) {
    if (t.pos[i] !== 'NOUN' && t.pos[i] !== 'VERB') continue
    const cue = nounCues.get(t.low[i] as string)
    if (!cue || (t.quote[i] as number) >= 0) continue
    const draft = at(t, cue, i, unit)
    if (draft) found.push(draft)
  }
  return found
}

function at(t: Tokens, cue: NounCue, i: number, unit: Unit): Draft | undefined {
  const next = t.low[i + 1] as string
  const owner = possessor(t, i, unit.first)
  if (t.pos[i] === 'VERB' && !owner) return undefined
  if (!owner) return fromSomebody(t, cue, i, unit)
  const first = owner[1]
  const make = (cueEnd: number, content: Range, frame: string): Draft => ({
    source: owner,
    cue: [first, cueEnd],
    content: [content],
    frame: `noun-${frame}`,
    meaning: cue,
    sure: false,
  })
  if (
    next === 'that' &&
    cue.clause &&
    t.pos[i + 2] !== 'VERB' &&
    t.pos[i + 2] !== 'AUX' &&
    i + 3 < unit.last
  ) {
    return make(i + 1, [i + 1, clauseEnd(t, i + 1, unit.last)], 'that')
  }
  if (next === 'to' && cue.infinitive && cue.act !== 'INTEND' && t.pos[i + 2] === 'VERB')
    return make(i + 1, [i + 1, objectEnd(t, i + 1, unit.last)], 'to')
  if (cue.prepositions.has(next) && i + 2 < unit.last && t.pos[i + 2] !== 'PUNCT') {
    return make(i + 2, [i + 2, nounEnd(t, i + 2, unit.last)], 'of')
  }
  return undefined
}

/** "denials from the palace that …", "criticism of the law from judges": the speaker follows. */
function fromSomebody(t: Tokens, cue: NounCue, i: number, unit: Unit): Draft | undefined {
  if (t.low[i + 1] !== 'from' && t.low[i + 1] !== 'by') return undefined
  const source = subjectAfter(t, i + 2, unit.last)
  if (!source) return undefined
  const next = t.low[source[1]] as string
  const after = source[1] + 1
  const first = modifiers(t, i, unit.first)
  if (cue.stance === 'DENIES' && /^(despite|against)$/.test(t.low[first - 1] ?? ''))
    return despite(t, cue, first, i, source, unit)
  if (source[1] >= unit.last - 1) return undefined
  const clause = next === 'that' && cue.clause
  if (!clause && !cue.prepositions.has(next)) return undefined
  const content: Range = clause
    ? [source[1], clauseEnd(t, source[1], unit.last)]
    : [after, nounEnd(t, after, unit.last)]
  return { source, cue: [first, i + 1], content: [content], frame: 'noun-from', meaning: cue, sure: false }
}

/** "…, despite denials from the palace": what is denied is the clause before. */
function despite(
  t: Tokens,
  cue: NounCue,
  first: number,
  i: number,
  source: Range,
  unit: Unit,
): Draft | undefined {
  let start = unit.first
  for (let j = unit.first; j < first - 1; j++) if (t.low[j] === 'that' && t.pos[j] === 'SCONJ') start = j
  const end = t.word[first - 2] === ',' ? first - 2 : first - 1
  if (end - start < 3) return undefined
  return {
    source,
    cue: [first, i + 1],
    content: [[start, end]],
    frame: 'noun-from',
    meaning: cue,
    sure: false,
  }
}

/** "his", "the minister's": the possessor, up to the adjectives of the noun at i. */
function possessor(t: Tokens, i: number, low: number): Range | undefined {
  let j = i - 1
  while (
    j >= low &&
    (t.pos[j] === 'ADJ' || t.pos[j] === 'ADV' || (t.pos[j] === 'NOUN' && j > low && t.low[j - 1] !== "'s"))
  )
    j--
  if (j < low) return undefined
  const w = t.low[j] as string
  if (/^(his|her|their|its|my|our|your)$/.test(w)) return [j, j + 1]
  if (t.pos[j] === 'PROPN' && j === i - 1 && t.low[i + 1] === 'that')
    return t.pos[j - 1] === 'DET' && j > low ? [j - 1, j + 1] : [j, j + 1]
  if (w !== "'s" && w !== "'") return undefined
  let k = j - 1
  while (k >= low && (t.pos[k] === 'PROPN' || t.pos[k] === 'NOUN' || t.pos[k] === 'ADJ')) k--
  if (t.pos[k] === 'DET' && k >= low) k--
  return k + 1 < j ? [k + 1, j + 1] : undefined
}

function modifiers(t: Tokens, i: number, low: number): number {
  let j = i
  while (j - 1 >= low && (t.pos[j - 1] === 'ADJ' || t.pos[j - 1] === 'DET')) j--
  return j
}

/** Shorter than an object: a finite verb after it belongs to the sentence around it. */
function nounEnd(t: Tokens, i: number, high: number): number {
  const end = objectEnd(t, i, high)
  for (let j = i + 1; j < end; j++) {
    if ((t.quote[j] as number) >= 0) continue
    if (t.pos[j] === 'AUX' && t.low[j] !== 'be') return j
    if (t.pos[j] === 'VERB' && /(ed|s)$/.test(t.low[j] as string) && t.pos[j - 1] !== 'PUNCT') return j
  }
  return end
}
