import type { TokenRange } from '../grammar/phrase.ts'
import { negations } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'

/** A sentence of what is said, taken apart as far as its predicate. */
export interface MainClause {
  /** The words before the verb, without *that* and marks of quotation. */
  readonly subject: TokenRange
  /** The auxiliaries in small letters: will, have, is. */
  readonly auxiliaries: readonly string[]
  readonly isNegated: boolean
  /** The word after the auxiliaries: a verb, or what somebody is said to be. */
  readonly head: number
  /** The sentence's end, or the place up to which it was read. */
  readonly last: number
  /** The clause in small letters from the subject on, without marks of quotation. */
  readonly words: string
}

/** Further words tell more of what was said, not what kind of thing it was. */
const LONGEST_CLAUSE = 45
/** The most tokens in which the end of a sentence is looked for. */
const FARTHEST_SENTENCE_END = 200

/** The most sentences of what somebody says that are read: later ones tell nothing of the act. */
const MOST_SENTENCES = 3

/** The first sentences of what is said, those without a verb left out. */
export function mainClauses(t: Tokens, d: AttributionDraft): MainClause[] {
  const found: MainClause[] = []
  let read = 0
  for (const [from, to] of d.content) {
    for (let i = from; i < to && read < MOST_SENTENCES; read++) {
      const last = sentenceEnd(t, i, Math.min(to, i + FARTHEST_SENTENCE_END))
      const clause = clauseIn(t, i, Math.min(last, i + LONGEST_CLAUSE))
      if (clause) found.push(clause)
      i = last + 1
    }
  }
  return found
}

function clauseIn(t: Tokens, from: number, last: number): MainClause | undefined {
  const first = mainClauseStart(t, from, last)
  const verb = finiteVerb(t, first, last)
  if (verb < 0) return undefined
  const auxiliaries: string[] = []
  let isNegated = false
  let head = verb
  for (; head < last; head++) {
    const w = t.lowAt(head)
    if (negations.has(w)) isNegated = true
    else if (t.pos[head] === 'AUX') auxiliaries.push(w)
    else if (t.pos[head] !== 'ADV' && !isMarkToSkip(t, head)) break
  }
  let end = verb
  while (end > first && (isMarkToSkip(t, end - 1) || t.pos[end - 1] === 'ADV')) end--
  return { subject: [first, end], auxiliaries, isNegated, head, last, words: lowWordsOf(t, first, last) }
}

/** The words of a range in small letters, a space between any two. */
export function lowWordsOf(t: Tokens, first: number, last: number): string {
  let words = ''
  for (let i = first; i < last; i++) if (!isMarkToSkip(t, i)) words += `${words ? ' ' : ''}${t.low[i]}`
  return words
}

const isMarkToSkip = (t: Tokens, i: number) => /^(?:["“”„«»‘]|''|``)$/.test(t.wordAt(i))

function sentenceEnd(t: Tokens, first: number, last: number): number {
  for (let i = first + 1; i < last - 1; i++) if (/^[.?!;]$/.test(t.wordAt(i))) return i
  return last
}

/** "that", "and"; not the subject of "that is not true". */
const isClauseOpener = (t: Tokens, i: number) =>
  t.low[i] === 'that' ? t.pos[i + 1] !== 'AUX' : /^(?:and|but|so|yet|then|,|:)$/.test(t.lowAt(i))

/**
 * The begin of the main clause, past *that*, marks, a conjunction, and a condition up to its comma: "if it rains, the dam
 * will break".
 */
function mainClauseStart(t: Tokens, from: number, last: number): number {
  let i = from
  while (i < last && (isMarkToSkip(t, i) || isClauseOpener(t, i))) i++
  if (!/^(?:if|when|once|unless|until|while|although|though|as|because|since|after)$/.test(t.lowAt(i)))
    return i
  for (let j = i; j < last - 2; j++) if (t.word[j] === ',') return j + 1
  return i
}

/** The first verb that no relative clause has; "the packs made in spring may burn" has its own after a participle. */
function finiteVerb(t: Tokens, first: number, last: number): number {
  let owed = 0
  let verb = -1
  for (let i = first; i < last; i++) {
    const w = t.lowAt(i)
    if (verb >= 0 && (t.pos[i] === 'PUNCT' || /^(?:CCONJ|SCONJ|PRON)$/.test(t.posAt(i)))) {
      if (!isMarkToSkip(t, i)) break
    }
    if (i > first && /^(?:who|which|that)$/.test(w)) owed++
    if (!isPredicateVerb(t, i)) continue
    if (owed === 0) {
      if (t.pos[i] === 'AUX') return i
      if (verb < 0) verb = i
    } else owed--
    if (verb < 0) while (/^(?:VERB|AUX|ADV|PART)$/.test(t.posAt(i + 1))) i++
  }
  return verb
}

const isPredicateVerb = (t: Tokens, i: number) =>
  t.pos[i] === 'AUX' || (t.pos[i] === 'VERB' && !t.lowAt(i).endsWith('ing') && t.low[i - 1] !== 'to')
