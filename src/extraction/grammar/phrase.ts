import {
  clauseOpeners,
  formsOfBe,
  have,
  modals,
  negations,
  nominals,
  quoteMarks,
  relatives,
  timeNouns,
  times,
} from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'

/** A range of tokens, the end exclusive. */
export type TokenRange = [first: number, last: number]

export interface VerbGroup {
  first: number
  head: number
  passive: boolean
  progressive: boolean
  perfect: boolean
  negated: boolean
  modal: string
  /** Directly after *to*. */
  infinitive: boolean
  /** It stands under *seem* or *appear*. */
  seems: boolean
}

/** The auxiliaries, adverbs and negation that stand before a verb. */
export function verbGroup(t: Tokens, head: number, low: number): VerbGroup {
  const g: VerbGroup = {
    first: head,
    head,
    passive: false,
    progressive: false,
    perfect: false,
    negated: false,
    modal: '',
    infinitive: false,
    seems: false,
  }
  const ing = t.lowAt(head).endsWith('ing')
  let i = head - 1
  for (; i >= low && t.quote[i] === t.quote[head]; i--) {
    const w = t.lowAt(i)
    const pos = t.pos[i]
    if (negations.has(w) && w !== 'no') g.negated = true
    else if (w === 'longer' && t.low[i - 1] === 'no' && i > low) {
      g.negated = true
      i--
    } else if (pos === 'ADV' && !clauseOpeners.has(w) && !isOutsideGroup(t, i)) continue
    else if (have.has(w) && pos !== 'PART') g.perfect = true
    else if (formsOfBe.has(w) && pos !== 'PART') {
      if (g.first === head || !g.perfect) {
        if (ing || w === 'being') g.progressive = true
        if (!ing) g.passive = true
      }
    } else if (modals.has(w) && (pos === 'AUX' || pos === 'VERB')) g.modal = w
    else break
    g.first = i
  }
  // adverbs right before the head or the outermost auxiliary belong to the group
  let a = g.first - 1
  while (a >= low && a > i && t.pos[a] === 'ADV' && !clauseOpeners.has(t.lowAt(a)) && !isOutsideGroup(t, a))
    g.first = a--
  g.infinitive = t.low[g.first - 1] === 'to' && g.first - 1 >= low
  if (g.infinitive) return raisedOver(t, g, low)
  return joinedTo(t, g, low)
}

/** "has not confirmed or denied": what is not true of the first verb is not true of the second. */
function joinedTo(t: Tokens, g: VerbGroup, low: number): VerbGroup {
  const or = t.low[g.first] === 'nor' ? g.first : g.first - 1
  const verb = or - 1
  if (verb < low || !/^(or|nor)$/.test(t.lowAt(or)) || t.pos[verb] !== 'VERB') return g
  const other = verbGroup(t, verb, low)
  return {
    ...g,
    negated: g.negated || other.negated || t.low[other.first - 1] === 'without',
    modal: g.modal || other.modal,
    perfect: g.perfect || other.perfect,
    infinitive: other.infinitive,
  }
}

/** "appeared to confirm", "went on to say": the verb that leads to the cue belongs to it. */
function raisedOver(t: Tokens, g: VerbGroup, low: number): VerbGroup {
  const lead = g.first - 2
  const w = t.lowAt(lead)
  if (lead < low || (t.pos[lead] !== 'VERB' && !/^(able|unable|yet)$/.test(w)) || !leads.test(w)) return g
  const outer = verbGroup(t, lead, low)
  if (outer.infinitive) return g
  const seems = /^(seem|appear)/.test(w)
  const fails = /^(fail|unable|yet)/.test(w)
  return {
    ...g,
    first: outer.first,
    negated: g.negated || outer.negated !== fails,
    infinitive: false,
    seems: g.seems || seems,
  }
}

const leads = /^(able$|unable$|yet$|fail|seem|appear|continu|began$|begin|start|proceed|tri|try|attempt)/

/** Adverbs before a verb that belong to its subject or to the sentence: "a man standing nearby said". */
const isOutsideGroup = (t: Tokens, i: number) =>
  /^(meanwhile|yesterday|today|tomorrow|overnight|nearby|here|there|abroad|alike|alone|ago|nationwide)$/.test(
    t.lowAt(i),
  )

export function isNounLike(t: Tokens, i: number): boolean {
  return nominals.has(t.posAt(i))
}

/** The end of the smallest noun phrase that starts at i; i itself where there is none. */
export function nounPhraseEnd(t: Tokens, i: number, last: number): number {
  let j = i
  let head = -1
  while (j < last) {
    const pos = t.posAt(j)
    const w = t.lowAt(j)
    if (pos === 'PRON') {
      if (j === i) return relatives.has(w) ? i : j + 1
      break
    }
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') head = j
    else if (pos === 'DET' && j > i && t.pos[j - 1] !== 'DET') break
    else if (pos === 'PART' && (w === "'s" || w === "'")) head = -1
    else if (
      !(
        pos === 'DET' ||
        pos === 'ADJ' ||
        pos === 'SYM' ||
        pos === 'ADV' ||
        w === '-' ||
        w === '&' ||
        w === '.'
      )
    )
      break
    j++
  }
  return head < 0 ? i : head + 1
}

/** Skips "on Tuesday", "in a statement to the paper", "last week", "later" after a cue. */
export function skipAdverbials(t: Tokens, i: number, last: number): number {
  let j = i
  for (;;) {
    const w = t.lowAt(j)
    const start = j
    if (j >= last || t.quote[j] !== t.quote[i]) return j
    if (times.has(w) || (t.pos[j] === 'ADV' && !clauseOpeners.has(w) && t.low[j + 1] !== 'that')) j++
    else if (
      (w === 'last' || w === 'this' || w === 'earlier' || w === 'next' || w === 'late' || w === 'early') &&
      timeNouns.has(t.lowAt(j + 1))
    )
      j += 2
    else if (/^(in|on|at|during|to|after|via|through|of|about|with|for|by|from)$/.test(w)) {
      const end = nounPhraseEnd(t, j + 1, last)
      if (end > j + 1) j = end
    }
    if (j === start) return j
  }
}

export const isQuoteMark = (t: Tokens, i: number) => quoteMarks.has(t.wordAt(i))

/** Whether a cue's particles stand at i: call *for*. */
export function particlesAt(t: Tokens, i: number, particles: string[]): boolean {
  return particles.every((p, k) => t.low[i + k] === p)
}
