import { itemAt } from '../../values/item-at.ts'
import type { Certainty, QuoteType, SpeechAct, Stance } from '../../values/vocabulary.ts'
import type { CueAct } from '../attribution.ts'
import { formsOfBe } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { contentAct } from './content-act.ts'
import type { AttributionDraft } from './draft.ts'
import { contentCertainty } from './hedges.ts'

/** Judges a draft by its cue, its negation and its hedges: "did not say that it rained" is STATE, UNCOMMITTED, POSSIBLE. */
export function judge(
  t: Tokens,
  d: AttributionDraft,
): { act: SpeechAct; stance: Stance; certainty: Certainty; quoteType: QuoteType } {
  let { stance, certainty } = d.meaning
  let act: SpeechAct = d.meaning.act === 'ASK' ? 'OTHER' : d.meaning.act
  const g = d.group
  if (act === 'STATE' && stance === 'AFFIRMS') {
    const said = g?.negated ? undefined : contentAct(t, d)
    if (said === 'DECLINE_COMMENT') [act, stance] = [said, 'UNCOMMITTED']
    else if (deniesOwnDeed(t, d)) [act, stance] = [refuses(t, d) ? 'INTEND' : 'DENY', 'DENIES']
    else if (doubts(t, d)) [act, stance, certainty] = ['DOUBT', 'DENIES', 'PROBABLE']
    else if (said) act = said
  }
  if (act === 'DENY' && isOfInvolvement(t, d)) act = 'DENY_RESPONSIBILITY'
  if (staysSilent(t, d)) [act, stance] = ['DECLINE_COMMENT', 'UNCOMMITTED']
  if (g?.negated) stance = isOpinion(t, d) ? stanceOfNegated(act, stance) : 'UNCOMMITTED'
  if (g && /^(may|might|could)$/.test(g.modal) && certainty === 'CERTAIN') certainty = 'POSSIBLE'
  if ((g?.seems || g?.modal === 'must') && certainty === 'CERTAIN') certainty = 'PROBABLE'
  if (stance === 'AFFIRMS') certainty = contentCertainty(t, d, act, certainty)
  if (hedged(t, d) || stance === 'UNCOMMITTED') certainty = 'POSSIBLE'
  return { act, stance, certainty, quoteType: quoteTypeOf(t, d) }
}

/**
 * "did not believe" denies; "did not say" leaves it open; "did not deny" is still no affirmation: whoever does not
 * deny has not said that it is so.
 */
export function stanceOfNegated(act: CueAct, stance: Stance): Stance {
  if (stance !== 'AFFIRMS') return 'UNCOMMITTED'
  return act === 'BELIEVE' || act === 'SUPPORT' || act === 'INTEND' ? 'DENIES' : 'UNCOMMITTED'
}

/** Whether the cue tells an opinion: not to believe is to hold the opposite, but not to know leaves it open. */
function isOpinion(t: Tokens, d: AttributionDraft): boolean {
  for (let i = d.cue[0]; i < d.cue[1]; i++)
    if (
      /^(know|knew|known|reali[sz]|learn|remember|forg[oe]t|understand|understood|see|saw|seen|find|found|discover|hear|notic|recogni|decid|determin|sens|sure|certain|aware)/.test(
        t.lowAt(i),
      )
    )
      return false
  return true
}

/** "said that it did not fire": the speaker denies of himself what the clause says without its *not*. */
function deniesOwnDeed(t: Tokens, d: AttributionDraft): boolean {
  const [first, last] = itemAt(d.content, 0)
  if (!/^(that|bare|parenthetical|according)$/.test(d.frame)) return false
  const i = t.low[first] === 'that' ? first + 1 : first
  if (!/^(it|he|she|they|we|i)$/.test(t.lowAt(i)) || t.pos[i + 1] !== 'AUX') return false
  return i + 2 < last && (t.low[i + 2] === 'not' || t.low[i + 2] === "n't" || t.low[i + 2] === 'never')
}

/** "said he would not resign": of what is to come nothing can be denied yet. */
const refuses = (t: Tokens, d: AttributionDraft) => {
  const [first] = itemAt(d.content, 0)
  return /^(will|wo|would|'ll|'d)$/.test(t.lowAt(first + (t.low[first] === 'that' ? 2 : 1)))
}

/** "would not say why", "could not recall who", "neither confirmed nor denied": whoever is asked keeps it back. */
function staysSilent(t: Tokens, d: AttributionDraft): boolean {
  const g = d.group
  if (!g?.negated) return false
  const verb = t.lowAt(g.head)
  if (/^(confirm|den)/.test(verb)) {
    const next = t.lowAt(g.head + 1)
    return /^(or|nor)$/.test(next) || /^(or|nor)$/.test(t.lowAt(g.first - 1)) || t.low[g.first] === 'nor'
  }
  if (/^(comment|answer|answered|elaborate|discuss)$/.test(verb)) return true
  if (/^(want|wish|care)/.test(verb)) return /^to (comment|discuss|say|elaborate)/.test(firstTwoWords(t, d))
  return /^(say|recall|tell)$/.test(verb) && /^(would|could|will|can|ca|wo)$/.test(g.modal)
}

const firstTwoWords = (t: Tokens, d: AttributionDraft) => {
  const [first] = itemAt(d.content, 0)
  return `${t.low[first]} ${t.low[first + 1]}`
}

/** "denied any involvement". */
function isOfInvolvement(t: Tokens, d: AttributionDraft): boolean {
  const [first, last] = itemAt(d.content, 0)
  for (let i = first; i < Math.min(last, first + 4); i++) {
    if (
      /^(involvement|responsibility|complicity|wrongdoing|participation|part|role|hand|guilt)$/.test(
        t.lowAt(i),
      )
    )
      return true
  }
  return false
}

/** "said that he was sceptical of": doubt, told in the words of a state of mind. */
function doubts(t: Tokens, d: AttributionDraft): boolean {
  const [first, last] = itemAt(d.content, 0)
  for (let i = first + 1; i < Math.min(last, first + 9); i++) {
    if (!/^(skeptical|sceptical|doubtful)$/.test(t.lowAt(i))) continue
    for (let j = i - 1; j >= first && i - j < 4; j--) {
      if (t.low[j] === 'not') return false
      if (formsOfBe.has(t.lowAt(j))) return true
    }
  }
  return false
}

/** "allegedly said", "reportedly denied": the reporter passes it on. */
function hedged(t: Tokens, d: AttributionDraft): boolean {
  for (let i = d.cue[0]; i < d.cue[1]; i++)
    if (/^(reportedly|allegedly|supposedly|possibly|perhaps)$/.test(t.lowAt(i))) return true
  return false
}

function quoteTypeOf(t: Tokens, d: AttributionDraft): QuoteType {
  if (d.isVerbatim) return 'DIRECT'
  let inside = 0
  let outside = 0
  for (const [a, b] of d.content) {
    for (let i = a; i < b; i++) {
      if (t.isQuoted(i)) inside++
      else if (t.pos[i] !== 'PUNCT') outside++
    }
  }
  if (inside === 0) return 'INDIRECT'
  return outside === 0 ? 'DIRECT' : 'MIXED'
}
