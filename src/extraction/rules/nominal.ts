import { clauseEnd, objectEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { subjectAfter } from '../grammar/subject-after.ts'
import { type NounCue, nounCues } from '../lexicon/cue-nouns.ts'
import { senses } from '../lexicon/lexicon.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'

/** Nouns that report: her claim that …, his support for …, denials of … by … */
export function reportingNouns(t: Tokens, u: number): AttributionDraft[] {
  const unit = t.unitAt(u)
  const found: AttributionDraft[] = []
  for (let i = unit.first; i < unit.last - 1; i++) {
    if (t.pos[i] !== 'NOUN' && t.pos[i] !== 'VERB') continue
    const cue = nounCues.get(t.lowAt(i))
    if (!cue || t.isQuoted(i)) continue
    const draft = at(t, cue, i, unit)
    if (draft) found.push(draft)
  }
  return found
}

function at(t: Tokens, cue: NounCue, i: number, unit: Unit): AttributionDraft | undefined {
  const next = t.lowAt(i + 1)
  const owner = possessorBefore(t, i, unit.first)
  if (t.pos[i] === 'VERB' && !owner) return undefined
  if (!owner) return fromSomebody(t, cue, i, unit)
  const first = owner[1]
  const make = (cueEnd: number, content: TokenRange, frame: 'of' | 'that' | 'to'): AttributionDraft => ({
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
    return make(i + 1, [i + 1, nounClauseEnd(t, i + 1, unit.last, owner[0])], 'that')
  }
  if (next === 'to' && cue.infinitive && cue.act !== 'INTEND' && t.pos[i + 2] === 'VERB')
    return make(i + 1, [i + 1, nounEnd(t, i + 1, unit.last, owner[0])], 'to')
  if (cue.prepositions.has(next) && i + 2 < unit.last && t.pos[i + 2] !== 'PUNCT') {
    return make(i + 2, [i + 2, nounEnd(t, i + 2, unit.last, owner[0])], 'of')
  }
  return undefined
}

/** "denials from the palace that …", "criticism of the law from judges": the speaker follows. */
function fromSomebody(t: Tokens, cue: NounCue, i: number, unit: Unit): AttributionDraft | undefined {
  if (t.low[i + 1] !== 'from' && t.low[i + 1] !== 'by') return undefined
  const source = subjectAfter(t, i + 2, unit.last)
  if (!source) return undefined
  const next = t.lowAt(source[1])
  const after = source[1] + 1
  const first = modifiers(t, i, unit.first)
  if (cue.stance === 'DENIES' && /^(despite|against)$/.test(t.lowAt(first - 1)))
    return despite(t, cue, first, i, source, unit)
  if (source[1] >= unit.last - 1) return undefined
  const clause = next === 'that' && cue.clause
  if (!clause && !cue.prepositions.has(next)) return undefined
  const content: TokenRange = clause
    ? [source[1], clauseEnd(t, source[1], unit.last)]
    : [after, nounEnd(t, after, unit.last, first)]
  return { source, cue: [first, i + 1], content: [content], frame: 'noun-from', meaning: cue, sure: false }
}

/** "…, despite denials from the palace": what is denied is the clause before. */
function despite(
  t: Tokens,
  cue: NounCue,
  first: number,
  i: number,
  source: TokenRange,
  unit: Unit,
): AttributionDraft | undefined {
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
function possessorBefore(t: Tokens, i: number, low: number): TokenRange | undefined {
  let j = i - 1
  while (
    j >= low &&
    (t.pos[j] === 'ADJ' || t.pos[j] === 'ADV' || (t.pos[j] === 'NOUN' && j > low && t.low[j - 1] !== "'s"))
  )
    j--
  if (j < low) return undefined
  const w = t.lowAt(j)
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

/**
 * The end of a noun's content. That of a subject ("his support for the plan | surprised many") ends before the sentence's
 * own verb; that of an object goes as far as objects do.
 */
function nounEnd(t: Tokens, i: number, high: number, first: number): number {
  const end = objectEnd(t, i, high)
  if (!isSubjectOfVerb(t, first, high)) return end
  let owed = 0
  for (let j = i + 1; j < end; j++) {
    if (t.isQuoted(j)) continue
    if (/^(who|which|that)$/.test(t.lowAt(j))) owed++
    if (!isPredicateAfterNoun(t, j)) continue
    if (owed === 0) return j
    owed--
    while (/^(VERB|AUX|ADV)$/.test(t.posAt(j + 1))) j++
  }
  return end
}

/** "the mayor's claim that the bridge was safe | is old": a clause after a subject has one verb, and those it leads to. */
function nounClauseEnd(t: Tokens, that: number, high: number, first: number): number {
  const end = clauseEnd(t, that, high)
  if (!isSubjectOfVerb(t, first, high)) return end
  let owed = 1
  for (let j = that + 1; j < end; j++) {
    const w = t.lowAt(j)
    if (t.isQuoted(j)) continue
    if (/^(who|which|that|and|or|but|if|when|what|how|whether|because|as|than)$/.test(w)) owed++
    if (owed <= 0 && t.pos[j] === 'PRON' && /^(he|she|it|they|we|i)$/.test(w)) owed++
    if (!isPredicateAfterNoun(t, j) && !(t.pos[j] === 'VERB' && t.pos[j - 1] === 'PRON')) continue
    if (owed <= 0) return j
    owed--
    while (/^(VERB|AUX|ADV|PART)$/.test(t.posAt(j + 1))) j++
    if (senses.get(t.lowAt(j))?.some((s) => s.cues.some((c) => c.takes.has('clause')))) owed++
  }
  return end
}

/** Whether the phrase at first opens its clause, so that a verb of its own follows. */
const isSubjectOfVerb = (t: Tokens, first: number, high: number) =>
  first === 0 ||
  t.unit[first - 1] !== t.unit[Math.min(first, high - 1)] ||
  /^(PUNCT|CCONJ|SCONJ)$/.test(t.posAt(first - 1))

const isPredicateAfterNoun = (t: Tokens, j: number) =>
  (t.pos[j] === 'AUX' && t.low[j] !== 'be' && t.low[j] !== 'been') ||
  (t.pos[j] === 'VERB' && /(ed|s)$/.test(t.lowAt(j)) && t.pos[j - 1] !== 'PUNCT')
