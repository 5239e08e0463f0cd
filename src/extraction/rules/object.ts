import { clauseEnd, objectEnd, quoteAfterColon } from '../grammar/content.ts'
import { nounPhraseEnd, particlesAt, type TokenRange } from '../grammar/phrase.ts'
import { type NounCue, nounCues } from '../lexicon/cue-nouns.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { addressee } from './clause.ts'
import type { AttributionDraft, Candidate, CueFrame } from './draft.ts'
import { stanceOfNegated } from './judgement.ts'

/** Contents that are no clause: criticized the plan, vowed to return, denied taking money, urged her to go. */
export function phrasal(t: Tokens, c: Candidate): AttributionDraft | undefined {
  if (c.group.passive) return undefined
  const next = c.group.head + (/day$/.test(t.lowAt(c.group.head + 1)) ? 2 : 1)
  for (const cue of c.cues) {
    if (!particlesAt(t, next, cue.particles)) continue
    const after = next + cue.particles.length
    if (
      after >= c.high ||
      (cue.act === 'DECLINE_COMMENT' && /^(respond|return)$/.test(cue.verb) && !c.group.negated)
    )
      continue
    const lightVerbs = lightVerb(t, cue, after, c)
    if (lightVerbs) return lightVerbs
    const frame = frameAt(t, cue, after, c)
    if (!frame) continue
    const [name, start, from] = frame
    const cueEnd = cue.particles.length > 0 ? after : c.group.head + 1
    const end = objectEnd(t, from, c.high)
    if (end <= start) continue
    const quote = quoteAfterColon(t, end)
    const content: TokenRange[] = quote ? [[start, end], quote] : [[start, end]]
    return {
      source: undefined,
      cue: [c.group.first, cueEnd],
      content,
      frame: name,
      meaning: cue,
      group: c.group,
      sure: false,
    }
  }
  return undefined
}

function frameAt(t: Tokens, cue: VerbCue, i: number, c: Candidate): [CueFrame, number, number] | undefined {
  const w = t.lowAt(i)
  const pos = t.posAt(i)
  if (cue.takes.has('infinitive') && w === 'to' && isVerbOrAdverb(t, i + 1)) {
    if (/^(decline|refuse)$/.test(cue.verb) && cue.act === 'DECLINE_COMMENT') {
      if (
        !/^(comment|respond|answer|say|discuss|elaborate|speculate|confirm|deny|rule|acknowledge|admit|verify|specify|reveal|address|explain|provide|give|disclose|name|talk|identify)$/.test(
          t.lowAt(i + 1),
        )
      )
        return undefined
    }
    return ['infinitive', i, i]
  }
  if (
    cue.takes.has('urged') &&
    (pos === 'PROPN' || pos === 'PRON' || pos === 'DET' || pos === 'NOUN' || pos === 'ADJ')
  ) {
    const end = addressee(t, i, c.high)
    for (let j = end; j > i && j < Math.min(c.high, end + 8); j++) {
      if (t.low[j] === 'to' && isVerbOrAdverb(t, j + 1)) return ['urged', i, i]
      if (t.pos[j] === 'VERB' || t.pos[j] === 'AUX' || t.pos[j] === 'PUNCT') break
    }
  }
  if (cue.takes.has('gerund') && w.endsWith('ing') && pos === 'VERB') return ['gerund', i, i]
  if (cue.takes.has('object') && opensObject(t, i)) return ['object', i, i]
  const as = cue.takes.has('as') && opensObject(t, i) ? nounPhraseEnd(t, i, c.high) : -1
  if (t.low[as] === 'as' && as + 1 < c.high) return ['object', i, as + 1]
  return undefined
}

const isVerbOrAdverb = (t: Tokens, i: number) =>
  t.pos[i] === 'VERB' || t.pos[i] === 'AUX' || t.pos[i] === 'ADV'

function opensObject(t: Tokens, i: number): boolean {
  const pos = t.posAt(i)
  if (t.isQuoted(i) && t.quotes[t.quoteAt(i)]?.first === i) return true
  if (pos === 'VERB') return t.lowAt(i).endsWith('ing')
  return /^(DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(pos) || /^(what|how|why|whether)$/.test(t.lowAt(i))
}

/** "expressed alarm that …", "has no interest in …": the noun belongs to the cue, what it is about is the content. */
function lightVerb(t: Tokens, cue: VerbCue, i: number, c: Candidate): AttributionDraft | undefined {
  if (!light.has(cue.verb)) return undefined
  for (let j = i; j < Math.min(c.high - 2, i + 5); j++) {
    const noun = nounCues.get(t.lowAt(j))
    if (!noun) {
      if (/^(DET|ADJ|PRON|ADV|NOUN)$/.test(t.posAt(j))) continue
      return undefined
    }
    const next = t.lowAt(j + 1)
    const meaning = negatedNoun(t, i) ? withoutNoun(cue, noun) : noun
    const make = (cueEnd: number, content: TokenRange): AttributionDraft => ({
      source: undefined,
      cue: [c.group.first, cueEnd],
      content: [content],
      frame: 'light',
      meaning,
      group: c.group,
      sure: false,
    })
    if (next === 'that' && noun.clause) return make(j + 1, [j + 1, clauseEnd(t, j + 1, c.high)])
    if (next === 'to' && noun.infinitive && t.pos[j + 2] === 'VERB')
      return make(j + 1, [j + 1, objectEnd(t, j + 1, c.high)])
    if (noun.prepositions.has(next)) return make(j + 2, [j + 2, objectEnd(t, j + 2, c.high)])
    if (next === 'in' && t.low[j] === 'interest') return make(j + 2, [j + 2, objectEnd(t, j + 2, c.high)])
    return undefined
  }
  return undefined
}

const light = new Set([
  'make',
  'give',
  'issue',
  'offer',
  'express',
  'voice',
  'show',
  'have',
  'take',
  'raise',
  'deliver',
  'signal',
  'renew',
  'reiterate',
  'repeat',
  'announce',
])
const negatedNoun = (t: Tokens, i: number) => t.low[i] === 'no' || t.low[i] === 'little'

/** "made no claim that" leaves it open, "voiced no support for" denies, and who has no doubt believes. */
function withoutNoun(cue: VerbCue, noun: NounCue): AttributionDraft['meaning'] {
  if (cue.verb === 'have' && noun.act === 'DOUBT')
    return { act: 'BELIEVE', stance: 'AFFIRMS', certainty: 'CERTAIN' }
  return { ...noun, stance: stanceOfNegated(noun.act, noun.stance) }
}
