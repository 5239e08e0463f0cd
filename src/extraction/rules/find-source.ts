import { nounPhraseEnd, type TokenRange, verbGroup } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import { subjectAfter } from '../grammar/subject-after.ts'
import { relatives } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

/** The subject of a cue verb: right before it, shared with an earlier cue, or the main clause's. */
export function findSource(t: Tokens, c: Candidate, earlier: AttributionDraft[]): TokenRange | undefined {
  const g = c.group
  if (g.infinitive || citesSpeakers(t, c)) return undefined
  const before = g.first - 1
  const w = t.lowAt(before)
  if (c.form === 'ing' && !g.progressive) return participleSource(t, c, earlier)
  if (t.low[g.first] === 'nor') return subjectOfEarlierVerb(t, c, earlier)
  if (before >= c.low && (w === 'and' || w === 'or' || w === 'but' || w === ',')) {
    const direct = w === ',' ? subjectBefore(t, g.first, c.low) : undefined
    return direct ?? subjectOfEarlierVerb(t, c, earlier)
  }
  return before >= c.low ? subjectBefore(t, g.first, c.low) : undefined
}

const speakerNouns =
  /^(sources?|officials?|witness|witnesses|eyewitnesses|members?|residents?|people|aides?|lawmakers?|employees?|workers?|participants?|authorities|experts?|analysts?|diplomats?|police|officers?|colleagues?|lawyers?|investigators?|agency|agencies|media|reports?|relatives?|neighbou?rs|doctors?|soldiers?|activists?|ministers?|ministry|spokes\w+)$/

/** "citing two crew members": these are who told it, and not what is told. */
function citesSpeakers(t: Tokens, c: Candidate): boolean {
  if (t.low[c.group.head] !== 'citing') return false
  const end = nounPhraseEnd(t, c.group.head + 1, c.high)
  if (end <= c.group.head + 1 || t.low[end] === "'s" || t.low[end] === "'") return false
  return speakerNouns.test(t.lowAt(end - 1)) || (t.pos[end - 1] === 'PROPN' && t.pos[end] === 'PUNCT')
}

/** "…, saying that": the subject of what the participle hangs on. */
function participleSource(t: Tokens, c: Candidate, earlier: AttributionDraft[]): TokenRange | undefined {
  const before = c.group.first - 1
  if (before < c.low) return subjectAfterComma(t, c)
  const w = t.lowAt(before)
  if (/^(while|by|before|after|since|besides|in)$/.test(w))
    return opensSentence(t, before, c.low) ? subjectAfterComma(t, c) : subjectOfEarlierVerb(t, c, earlier)
  if (w === 'or' && c.group.negated) return undefined
  if (/^(,|and|or|but|—|–)$/.test(w)) return subjectOfEarlierVerb(t, c, earlier)
  if (t.pos[before] === 'ADP' || t.pos[before] === 'SCONJ') return undefined
  return subjectBefore(t, c.group.first, c.low)
}

/** Whether nothing but an adverb or a conjunction stands before. */
const opensSentence = (t: Tokens, i: number, low: number) =>
  i === low || (i === low + 1 && /^(ADV|CCONJ)$/.test(t.posAt(low)))

/** "Citing the cost, the minister …": the subject after the comma. */
function subjectAfterComma(t: Tokens, c: Candidate): TokenRange | undefined {
  for (let j = c.group.head + 1; j < c.high; j++) {
    if (t.word[j] === ',' && t.quote[j] === -1) {
      const s = subjectAfter(t, j + 1, c.high)
      if (s && (t.pos[s[1]] === 'VERB' || t.pos[s[1]] === 'AUX' || t.pos[s[1]] === 'ADV')) return s
    }
  }
  return undefined
}

/** The subject of the nearest verb before that shares its own: no relative clause's, and none inside what is said. */
function subjectOfEarlierVerb(t: Tokens, c: Candidate, earlier: AttributionDraft[]): TokenRange | undefined {
  for (let j = c.group.first - 1; j >= c.low; j--) {
    const cue = earlier.find((d) => d.cue[0] <= j && j < d.cue[1])
    if (cue?.source && sharesClause(t, cue.source, c) && !isSaidBySomebodyElse(cue, c, earlier))
      return cue.source
    if (cue || t.isQuoted(j) || !/^(VERB|AUX)$/.test(t.posAt(j))) continue
    if (earlier.some((d) => contentHolds(d, j) && !contentHolds(d, c.group.head))) continue
    const g = verbGroup(t, j, c.low)
    if (g.infinitive || (/ing$/.test(t.lowAt(j)) && !g.progressive)) continue
    const s = subjectBefore(t, g.first, c.low)
    if (s && !isRelative(t, s)) return s
    j = g.first
  }
  return undefined
}

/** "who met the mayor and said": a relative pronoun is the subject of what follows up to its clause's comma. */
const sharesClause = (t: Tokens, source: TokenRange, c: Candidate) =>
  !isRelative(t, source) ||
  (t.low[c.group.first - 1] === 'and' && !t.word.slice(source[1], c.group.first).includes(','))

const isRelative = (t: Tokens, [, end]: TokenRange) => relatives.has(t.lowAt(end - 1))

const contentHolds = (d: AttributionDraft, i: number) => d.content.some(([a, b]) => a <= i && i < b)

/** Whether a cue stands inside what somebody says, and the verb in question does not. */
const isSaidBySomebodyElse = (d: AttributionDraft, c: Candidate, all: AttributionDraft[]) =>
  all.some((x) => x !== d && contentHolds(x, d.cue[0]) && !contentHolds(x, c.group.head))
