import { clauseEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { subjectAfter } from '../grammar/subject-after.ts'
import { timeNouns } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

/** "Asked by a pupil whether …, she said", "… when asked about the dam": a question without its subject. */
export function askedWithoutSubject(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const { first, head } = c.group
  const cue = c.cues.find((x) => x.act === 'ASK' && x.takes.has('passive'))
  if (!cue || t.low[head] !== 'asked' || first !== head || !isWithoutSubject(t, first, c.low))
    return undefined
  let i = head + 1
  const source = t.low[i] === 'by' ? subjectAfter(t, i + 1, c.high) : undefined
  if (source) i = source[1]
  i = skipTime(t, i)
  const about = t.low[i] === 'about' && i === head + 1
  const start = about ? i + 1 : i
  if (start >= c.high || !opensQuestion(t, i)) return undefined
  const end = questionEnd(t, start, c.high)
  const content: TokenRange = [start, end]
  return end > start
    ? {
        source,
        cue: [first, about ? start : head + 1],
        content: [content],
        frame: 'passive-ASK',
        meaning: cue,
        group: c.group,
        sure: false,
      }
    : undefined
}

/** First in its sentence, or after *when* and its kind. */
const isWithoutSubject = (t: Tokens, first: number, low: number) =>
  first === low || /^(when|if|after|once|while|and|but|,)$/.test(t.lowAt(first - 1))

const opensQuestion = (t: Tokens, i: number) =>
  /^(about|whether|if|why|how|what|which|who|whom|where|when|to|for|on|during)$/.test(t.lowAt(i)) ||
  (t.isQuoted(i) && t.quotes[t.quoteAt(i)]?.first === i)

/** "on Monday", "last week", "Tuesday". */
function skipTime(t: Tokens, i: number): number {
  const isNamed = /^(on|last|this|earlier|late|early)$/.test(t.lowAt(i))
  return timeNouns.has(t.lowAt(isNamed ? i + 1 : i)) ? i + (isNamed ? 2 : 1) : i
}

/** The end of a question: the comma after which somebody answers, or the end of its clause. */
function questionEnd(t: Tokens, i: number, high: number): number {
  const end = clauseEnd(t, i, high)
  for (let j = i + 1; j < end; j++)
    if (t.word[j] === ',' && !t.isQuoted(j) && subjectAndVerbFollow(t, j + 1, high)) return j
  return end
}

/** A subject and its verb: "Asked whether it rained, she said". */
function subjectAndVerbFollow(t: Tokens, i: number, high: number): boolean {
  for (let j = i; j < Math.min(high, i + 12); j++) {
    const pos = t.posAt(j)
    if (pos === 'VERB' || pos === 'AUX') return j > i
    if (pos === 'PUNCT' && j > i + 6) return false
  }
  return false
}
