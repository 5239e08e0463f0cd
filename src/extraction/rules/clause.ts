import { clauseAhead, clauseEnd, objectEnd, quoteAfterColon } from '../grammar/content.ts'
import { nounPhraseEnd, particlesAt, skipAdverbials, type TokenRange } from '../grammar/phrase.ts'
import { withOccasion } from '../grammar/statement-phrase.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

const wh = /^(that|whether|how|why|what|who|where|when|if)$/

/** said that …, said on Monday that …, said …, told reporters that … */
export function reportedClause(t: Tokens, c: Candidate): AttributionDraft | undefined {
  if (c.group.passive) return undefined
  for (const cue of c.cues) {
    const told = cue.takes.has('told')
    if (!told && !cue.takes.has('clause')) continue
    const after = c.group.head + 1 + cue.particles.length
    if (!particlesAt(t, c.group.head + 1, cue.particles) || after >= c.high) continue
    const reply = cue.verb === 'say' ? replyAt(t, after, c.high) : undefined
    if (reply) return replied(c, cue, after, reply)
    const start = told ? pastAddressee(t, after, c.high) : reportedClauseStart(t, after, c.high, cue)
    if (start < 0 || start >= c.high) continue
    const quoted = quoteAhead(t, start, c.high)
    const that = wh.test(t.lowAt(start))
    return {
      source: undefined,
      cue: [c.group.first, withOccasion(t, after, start)],
      content: [
        [start, clauseEnd(t, start, quoted ? quoted[0] - 1 : subordinateEnd(t, c, start))],
        ...(quoted ? [quoted] : []),
      ],
      frame: that ? 'that' : 'bare',
      meaning: cue,
      group: c.group,
      sure: cue.core && (that || cue.act !== 'BELIEVE'),
    }
  }
  return undefined
}

const replied = (c: Candidate, cue: VerbCue, after: number, reply: TokenRange): AttributionDraft => ({
  source: undefined,
  cue: [c.group.first, after],
  content: [reply],
  frame: 'bare',
  meaning: cue,
  group: c.group,
  sure: false,
})

/** "said no", "said so on Monday", "said the same of Poe". */
function replyAt(t: Tokens, i: number, high: number): TokenRange | undefined {
  if (t.low[i] === 'the' && t.low[i + 1] === 'same') return [i, objectEnd(t, i, high)]
  if (!/^(no\.?|yes|so)$/.test(t.lowAt(i))) return undefined
  const next = skipAdverbials(t, i + 1, high)
  return i + 1 >= high || next > i + 1 || t.pos[i + 1] === 'PUNCT' ? [i, i + 1] : undefined
}

/** "said it was over: “We lost.”": the quotation is a piece of its own. */
function quoteAhead(t: Tokens, start: number, high: number): TokenRange | undefined {
  for (let j = start + 1; j + 1 < high; j++) {
    const quote = quoteAfterColon(t, j)
    if (quote) return quote
  }
  return undefined
}

/** "While she says that …, he …": a reported clause inside an opening subordinate clause ends with it. */
function subordinateEnd(t: Tokens, c: Candidate, start: number): number {
  const opener = t.lowAt(c.low)
  if (
    !/^(while|although|though|when|after|before|if|as|because|since|whether|even|asked|where)$/.test(opener)
  )
    return c.high
  for (let j = c.low; j < c.group.first; j++) if (t.word[j] === ',' || t.isQuoted(j)) return c.high
  for (let j = start + 2; j < c.high; j++) {
    if (t.isQuoted(j)) {
      if (t.word[j] === ',' && !t.isQuoted(j + 2) && t.quotes[t.quoteAt(j)]?.last === j + 1) return j + 2
    } else if (t.word[j] === ',' && clauseAhead(t, j + 1, c.high)) return j
  }
  return c.high
}

/** The complementizer, if only adverbials stand before it; else a subject with a verb after it. */
function reportedClauseStart(t: Tokens, i: number, high: number, cue: VerbCue): number {
  if (wh.test(t.lowAt(i))) return takesContentAfter(t, i, high) ? i : -1
  const that = thatAhead(t, i, high)
  if (that >= 0) return that
  const j = skipAdverbials(t, i, high)
  if (j < high && wh.test(t.lowAt(j)) && t.low[j] !== 'who' && t.low[j] !== 'when') return j
  if (t.word[j] === ',' || t.word[j] === ':') return -1
  if (cue.act === 'ASK' || (!cue.core && t.pos[i] !== 'PRON')) return -1
  for (const k of cue.core ? [i, j] : [i]) if (bareClause(t, k, high)) return k
  if (cue.verb === 'say' && (clauseAhead(t, j, high) || mayBeClause(t, j, high))) return j
  return -1
}

/** Whether a clause may begin here whose verb the tagger missed: after *say* it is one if it is long enough. */
function mayBeClause(t: Tokens, i: number, high: number): boolean {
  return (
    high - i > 4 &&
    /^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(t.posAt(i)) &&
    !/^(no|same|something|nothing|anything|everything)$/.test(t.lowAt(i)) &&
    t.low[i + 1] !== 'same'
  )
}

function takesContentAfter(t: Tokens, i: number, high: number): boolean {
  return t.low[i] !== 'when' && t.low[i] !== 'where' && i + 1 < high
}

function thatAhead(t: Tokens, i: number, high: number): number {
  for (let j = i; j < Math.min(high, i + 12); j++) {
    const pos = t.posAt(j)
    if (t.low[j] === 'that' && (pos === 'SCONJ' || t.pos[j - 1] !== 'ADP')) {
      return t.pos[j - 1] === 'NOUN' && relativeThat(t, j) ? -1 : j
    }
    if (pos === 'VERB' || pos === 'AUX' || (pos === 'PUNCT' && t.word[j] !== ',') || pos === 'SCONJ')
      return -1
    if (t.word[j] === ',' && j > i + 8) return -1
    if (t.isQuoted(j)) return -1
  }
  return -1
}

const relativeThat = (t: Tokens, j: number) => t.pos[j + 1] === 'VERB' || t.pos[j + 1] === 'AUX'

/** A noun phrase, perhaps with attributes, and then a finite verb. */
export function bareClause(t: Tokens, i: number, high: number): boolean {
  let j = i
  if (
    /^(if|because|as|in|for|after|while|when|with|on|at|by|under|since|although|though|unless|despite|not|there|it)$/.test(
      t.lowAt(i),
    )
  ) {
    for (; j < Math.min(high, i + 30); j++) if (t.pos[j] === 'VERB' || t.pos[j] === 'AUX') return true
    return false
  }
  // "none of them was hurt"
  const end = t.low[i] === 'none' ? i + 1 : nounPhraseEnd(t, i, high)
  if (end === i && t.pos[i] !== 'VERB' && !t.isQuoted(i)) return false
  return finiteAhead(t, Math.max(end, i + 1), high)
}

/** Whether a noun phrase that ends at i is a subject: attributes at most, then a finite verb. */
function finiteAhead(t: Tokens, i: number, high: number): boolean {
  let owed = 0
  for (let j = i; j < Math.min(high, i + 28); j++) {
    const pos = t.posAt(j)
    const w = t.lowAt(j)
    if (pos === 'AUX' || (pos === 'VERB' && !w.endsWith('ing') && t.low[j - 1] !== 'to')) {
      if (owed === 0) return true
      owed--
      if (pos === 'AUX')
        while (t.pos[j + 1] === 'AUX' || t.pos[j + 1] === 'ADV' || t.pos[j + 1] === 'VERB') j++
    } else if (
      /^(who|which|that)$/.test(w) ||
      (pos === 'PRON' &&
        j > i &&
        !/^(his|her|its|their|our|my|your|him|them|it|us|me)$/.test(w) &&
        t.pos[j - 1] !== 'ADP')
    )
      owed++
    else if (w === ';' || w === ':' || w === '.' || w === '—') return false
    else if (
      /^(as|when|while|after|before|because|if|though|although|since|but|by)$/.test(w) &&
      owed === 0 &&
      pos !== 'ADV'
    )
      return false
    else if (w === ',' && owed === 0 && !apposed(t, j, high)) return false
  }
  return false
}

/** Whether the comma at j opens an apposition or a relative clause that a second comma closes. */
function apposed(t: Tokens, j: number, high: number): boolean {
  const next = t.lowAt(j + 1)
  if (
    !/^(a|an|the|his|her|who|which|whose)$/.test(next) &&
    t.pos[j + 1] !== 'NOUN' &&
    t.pos[j + 1] !== 'PROPN'
  )
    return false
  for (let k = j + 2; k < Math.min(high, j + 25); k++)
    if (t.word[k] === ',' || t.low[k] === 'and') return true
  return false
}

/** told X that …, told X he … */
function pastAddressee(t: Tokens, i: number, high: number): number {
  for (let j = i + 1; j < Math.min(high, i + 18); j++) {
    const w = t.lowAt(j)
    const pos = t.posAt(j)
    if (
      (w === 'that' && pos !== 'DET') ||
      w === 'that' ||
      w === 'how' ||
      w === 'whether' ||
      w === 'why' ||
      w === 'what'
    )
      return j
    if (pos === 'VERB' || pos === 'AUX' || w === ':' || t.isQuoted(j)) break
  }
  let end = addressee(t, i, high)
  if (end === i) return -1
  end = skipAdverbials(t, end, high)
  return end < high && bareClause(t, end, high) ? end : -1
}

/** The shortest noun phrase: a pronoun, a run of names, or a determiner up to its noun. */
export function addressee(t: Tokens, i: number, high: number): number {
  const pos = t.pos[i]
  if (pos === 'PRON') return i + 1
  if (pos === 'PROPN') {
    let j = i + 1
    while (j < high && (t.pos[j] === 'PROPN' || t.low[j] === "'s")) j++
    return t.pos[j] === 'NOUN' && t.low[j - 1] === "'s" ? j + 1 : j
  }
  return nounPhraseEnd(t, i, high)
}
