import { particlesAt, type TokenRange } from '../grammar/phrase.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'
import { subordinators, timeNouns } from '../lexicon/words.ts'
import type { Quote } from '../text/quotes.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { blockAfter } from './block.ts'
import type { AttributionDraft, Candidate, CueFrame } from './draft.ts'

/** said: "…", said, "…", told the paper on Monday: "…" */
export function preposed(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const cue = c.cues.find((x) => x.takes.has('quote') && particlesAt(t, c.group.head + 1, x.particles))
  if (!cue || c.group.passive) return undefined
  let j = c.group.head + 1 + cue.particles.length
  let cueEnd = j
  let gap = 0
  while (j < c.high && !t.isQuoted(j) && t.word[j] !== ',' && t.word[j] !== ':' && gap < 14) {
    if (
      t.low[j] === 'that' ||
      t.pos[j] === 'AUX' ||
      (t.pos[j] === 'VERB' && gap > 0) ||
      subordinators.has(t.lowAt(j))
    )
      return undefined
    j++
    gap++
  }
  if (gap > 0 && t.word[j] === ':' && takesObject(t, c, cueEnd)) return undefined
  let q: Quote | undefined
  if (t.word[j] === ':' && j < c.high) {
    if (j === cueEnd) cueEnd = j + 1
    else if (gap <= 3 && t.quote[j] === -1 && j - c.group.head <= 4) cueEnd = j + 1
    q = t.quotes[t.quoteAt(j + 1)]
    if (q && q.first !== j + 1) q = undefined
    if (!q && j + 1 < c.high && t.word[j] === ':' && cue.takes.has('clause') && gap === 0) {
      return quoteDraft(t, c, cue, cueEnd, [[j + 1, c.high]], 'colon')
    }
  } else if (t.word[j] === ',') {
    q = t.quotes[t.quoteAt(j + 1)]
    if (q && q.first !== j + 1) q = undefined
  } else if (gap === 0 && t.isQuoted(j)) {
    const at = t.quotes[t.quoteAt(j)]
    if (at && at.first === j && at.last >= c.high - 3 && /^\W*[A-Z]/.test(t.wordAt(j + 1))) q = at
  }
  const block = !q && cue.core && t.word[j] === ':' && j + 1 === c.high ? blockAfter(t, c.high) : undefined
  if (block) return { ...quoteDraft(t, c, cue, cueEnd, [block], 'block'), isVerbatim: true }
  if (!q) return undefined
  return quoteDraft(t, c, cue, cueEnd, [[q.first, q.last + 1]], 'quote-after')
}

/** "denied the claim: “…”": what stands before the colon is an object, neither time nor somebody told. */
const takesObject = (t: Tokens, c: Candidate, i: number) =>
  /^(DET|PRON|PROPN|NOUN|ADJ)$/.test(t.posAt(i)) &&
  !timeNouns.has(t.lowAt(i)) &&
  !timeNouns.has(t.lowAt(i + 1)) &&
  c.cues.some((x) => x.particles.length === 0 && x.takes.has('object')) &&
  !c.cues.some((x) => x.takes.has('told'))

function quoteDraft(
  t: Tokens,
  c: Candidate,
  cue: VerbCue,
  cueEnd: number,
  content: TokenRange[],
  frame: CueFrame,
): AttributionDraft {
  return {
    source: undefined,
    cue: [c.group.first, cueEnd],
    content,
    frame,
    meaning: cue,
    group: c.group,
    sure: cue.core && t.quote[content[0]?.[0] ?? 0] !== -1,
  }
}
