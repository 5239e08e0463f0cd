import type { Act, Certainty, CueAct, QuoteType, Stance } from './attribution.ts'
import type { Draft } from './draft.ts'
import type { Range } from './phrase.ts'
import type { Tokens } from './tokens.ts'
import { be } from './words.ts'

/** What a draft's cue, its negation and its hedges make of the content. */
export function judge(
  t: Tokens,
  d: Draft,
): { act: Act; stance: Stance; certainty: Certainty; quoteType: QuoteType } {
  let { stance, certainty } = d.meaning
  let act: Act = d.meaning.act === 'ASK' ? 'OTHER' : d.meaning.act
  if (act === 'STATE' && stance === 'AFFIRMS') {
    if (disowns(t, d)) [act, stance] = ['DENY', 'DENIES']
    else if (doubts(t, d)) [act, stance, certainty] = ['DOUBT', 'DENIES', 'PROBABLE']
  }
  if (act === 'DENY' && involves(t, d)) act = 'DENY_RESPONSIBILITY'
  const g = d.group
  if (g?.negated) stance = isOpinion(t, d) ? negated(act, stance) : 'UNCOMMITTED'
  if (g && /^(may|might|could)$/.test(g.modal) && certainty === 'CERTAIN') certainty = 'POSSIBLE'
  if ((g?.seems || g?.modal === 'must') && certainty === 'CERTAIN') certainty = 'PROBABLE'
  if (hedged(t, d)) certainty = 'POSSIBLE'
  return { act, stance, certainty, quoteType: quoteType(t, d) }
}

/**
 * "did not believe" denies; "did not say" leaves it open; "did not deny" is still no affirmation: whoever does not
 * deny has not said that it is so.
 */
export function negated(act: CueAct, stance: Stance): Stance {
  if (stance !== 'AFFIRMS') return 'UNCOMMITTED'
  return act === 'BELIEVE' || act === 'SUPPORT' || act === 'INTEND' ? 'DENIES' : 'UNCOMMITTED'
}

/** Who does not believe holds the opposite; who does not know, or is not sure, leaves it open. */
function isOpinion(t: Tokens, d: Draft): boolean {
  for (let i = d.cue[0]; i < d.cue[1]; i++)
    if (
      /^(know|knew|known|reali[sz]|learn|remember|forg[oe]t|understand|understood|see|saw|seen|find|found|discover|hear|notic|recogni|decid|determin|sens|sure|certain|aware)/.test(
        t.low[i] as string,
      )
    )
      return false
  return true
}

/** "said that it did not fire": the speaker denies of himself what the clause says without its *not*. */
function disowns(t: Tokens, d: Draft): boolean {
  const [first, last] = d.content[0] as Range
  if (!/^(that|bare|parenthetical|according)$/.test(d.frame)) return false
  const i = t.low[first] === 'that' ? first + 1 : first
  if (!/^(it|he|she|they|we|i)$/.test(t.low[i] as string) || t.pos[i + 1] !== 'AUX') return false
  return i + 2 < last && (t.low[i + 2] === 'not' || t.low[i + 2] === "n't" || t.low[i + 2] === 'never')
}

/** "denied any involvement". */
function involves(t: Tokens, d: Draft): boolean {
  const [first, last] = d.content[0] as Range
  for (let i = first; i < Math.min(last, first + 4); i++) {
    if (/^(involvement|responsibility|complicity|wrongdoing)$/.test(t.low[i] as string)) return true
  }
  return false
}

/** "said that he was sceptical of": doubt, told in the words of a state of mind. */
function doubts(t: Tokens, d: Draft): boolean {
  const [first, last] = d.content[0] as Range
  for (let i = first + 1; i < Math.min(last, first + 9); i++) {
    if (!/^(skeptical|sceptical|doubtful)$/.test(t.low[i] as string)) continue
    for (let j = i - 1; j >= first && i - j < 4; j--) {
      if (t.low[j] === 'not') return false
      if (be.has(t.low[j] as string)) return true
    }
  }
  return false
}

/** "allegedly said", "reportedly denied": the reporter passes it on. */
function hedged(t: Tokens, d: Draft): boolean {
  for (let i = d.cue[0]; i < d.cue[1]; i++)
    if (/^(reportedly|allegedly|supposedly|possibly|perhaps)$/.test(t.low[i] as string)) return true
  return false
}

function quoteType(t: Tokens, d: Draft): QuoteType {
  if (d.isVerbatim) return 'DIRECT'
  let inside = 0
  let outside = 0
  for (const [a, b] of d.content) {
    for (let i = a; i < b; i++) {
      if ((t.quote[i] as number) >= 0) inside++
      else if (t.pos[i] !== 'PUNCT') outside++
    }
  }
  if (inside === 0) return 'INDIRECT'
  return outside === 0 ? 'DIRECT' : 'MIXED'
}
