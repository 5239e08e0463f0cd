import { clauseEnd, objectEnd } from '../grammar/content.ts'
import { subjectBefore } from '../grammar/source.ts'
import { nounCues } from '../lexicon/cue-nouns.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

/** "which she said was untrue", "whom many oppose": the relative pronoun is the content or its first part. */
export function relativeObject(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const g = c.group
  if (g.passive || g.infinitive || c.form === 'ing' || t.low[g.head] === 'called') return undefined
  const source = subjectBefore(t, g.first, c.low)
  if (!source || source[0] - 1 <= c.low) return undefined
  const r = source[0] - 1
  if (!/^(which|whom|who|what|that)$/.test(t.lowAt(r))) return undefined
  if (t.low[r] === 'that' && (t.pos[r] !== 'PRON' || !/^(NOUN|PROPN)$/.test(t.posAt(r - 1)))) return undefined
  const after = g.head + 1
  const speech = c.cues.find((x) => x.particles.length === 0 && x.takes.has('clause'))
  if (
    speech &&
    after < c.high &&
    (t.pos[after] === 'AUX' || (t.pos[after] === 'VERB' && t.low[r] !== 'what'))
  ) {
    return {
      source,
      cue: [g.first, after],
      content: [
        [r, r + 1],
        [after, clauseEnd(t, after, c.high)],
      ],
      frame: 'relative',
      meaning: speech,
      group: g,
      sure: false,
    }
  }
  const infinitive = c.cues.find((x) => x.particles.length === 0 && x.takes.has('infinitive'))
  if (infinitive && t.low[after] === 'to' && t.pos[after + 1] === 'VERB') {
    return {
      source,
      cue: [g.first, after],
      content: [
        [r, r + 1],
        [after, objectEnd(t, after, c.high)],
      ],
      frame: 'relative',
      meaning: infinitive,
      group: g,
      sure: false,
    }
  }
  const object = c.cues.find(
    (x) => x.particles.length === 0 && (x.takes.has('object') || x.takes.has('clause')),
  )
  if (!object || (after < c.high && t.pos[after] !== 'PUNCT' && t.pos[after] !== 'CCONJ')) return undefined
  return {
    source,
    cue: [g.first, after],
    content: [[r, r + 1]],
    frame: 'relative',
    meaning: object,
    group: g,
    sure: false,
  }
}

/** ", a claim Oslo disputes.": an apposition whose relative clause has no pronoun. */
export function contact(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const g = c.group
  const after = g.head + 1
  if (g.passive || g.infinitive || (after < c.high && t.pos[after] !== 'PUNCT')) return undefined
  let first = g.first - 1
  while (first > c.low && t.pos[first] === 'PROPN' && t.pos[first - 1] === 'PROPN') first--
  if (t.pos[first] !== 'PROPN' || !nounCues.has(t.lowAt(first - 1))) return undefined
  let start = first - 1
  while (start > c.low && /^(ADJ|DET)$/.test(t.posAt(start - 1))) start--
  const object = c.cues.find((x) => x.particles.length === 0 && x.takes.has('object'))
  if (!object || t.word[start - 1] !== ',' || t.pos[start] !== 'DET') return undefined
  return {
    source: [first, g.first],
    cue: [g.first, after],
    content: [[start, first]],
    frame: 'relative',
    meaning: object,
    group: g,
    sure: false,
  }
}
