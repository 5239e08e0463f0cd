import type { Certainty } from '../../values/vocabulary.ts'
import type { CueAct } from '../attribution.ts'
import { clauseEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { subjectAfter } from '../grammar/subject-after.ts'
import { subordinators } from '../lexicon/words.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'
import { openingCue, openingSource } from './opening-source.ts'
import { pastDateline } from './sentence-start.ts'

interface SourcePreposition {
  words: string[]
  act: CueAct
  certainty: Certainty
}

const phrase = (
  words: string,
  act: CueAct = 'STATE',
  certainty: Certainty = 'CERTAIN',
): SourcePreposition => ({
  words: words.split(' '),
  act,
  certainty,
})

/** Prepositions that name who says or thinks something. */
const phrases = [
  phrase('according to'),
  phrase('as reported by'),
  phrase('as noted by'),
  phrase('as per'),
  phrase('per'),
  phrase('in the words of'),
  phrase('in the telling of'),
  phrase('in the view of', 'BELIEVE', 'PROBABLE'),
  phrase('in the opinion of', 'BELIEVE', 'PROBABLE'),
  phrase('in the eyes of', 'BELIEVE', 'PROBABLE'),
  phrase('in the estimation of', 'BELIEVE', 'PROBABLE'),
]
const firstWords = new Set(phrases.map((p) => p.words[0]))

/** "according to X", "in the words of X", "For X, …": what stands before it, or after it where it opens the sentence. */
export function accordingTo(t: Tokens, u: number): AttributionDraft[] {
  const unit = t.unitAt(u)
  const found: AttributionDraft[] = []
  for (let i = unit.first; i < unit.last - 2; i++) {
    if (t.isQuoted(i)) continue
    const draft = phraseAt(t, unit, i) ?? (i < unit.first + 2 ? openingCue(t, unit, i) : undefined)
    if (draft) found.push(draft)
  }
  return found
}

function phraseAt(t: Tokens, unit: Unit, i: number): AttributionDraft | undefined {
  if (!firstWords.has(t.lowAt(i))) return undefined
  const cue = phrases.find((p) => p.words.every((w, k) => t.low[i + k] === w))
  if (!cue) return undefined
  const end = i + cue.words.length
  if (cue.words[0] === 'per' && !/^(DET|PROPN)$/.test(t.posAt(end))) return undefined
  const source = sourceUpToPause(t, i, end, unit)
  if (!source) return undefined
  const content = contentAround(t, unit, i, source[1])
  if (content.length === 0) return undefined
  return {
    source,
    cue: [i, end],
    content,
    frame: 'according',
    meaning: { act: cue.act, stance: 'AFFIRMS', certainty: cue.certainty },
    sure: cue.words[0] === 'according',
  }
}

/** The whole phrase up to the next pause: polls and reports carry dates and places with them. */
function sourceUpToPause(t: Tokens, i: number, first: number, unit: Unit): TokenRange | undefined {
  if (opensUnit(t, unit, i)) return openingSource(t, first, unit.last)
  const found = subjectAfter(t, first, unit.last)
  let j = found ? found[1] : first
  while (
    j < unit.last &&
    t.pos[j] !== 'PUNCT' &&
    !subordinators.has(t.lowAt(j)) &&
    t.low[j] !== 'and' &&
    t.low[j] !== 'but'
  )
    j++
  return j > first ? [first, j] : undefined
}

/** Whether i is at the start, or after no more than "However,". */
const opensUnit = (t: Tokens, unit: Unit, i: number) =>
  i - unit.first <= 1 || (i - unit.first === 2 && t.pos[unit.first] === 'ADV' && t.word[i - 1] === ',')

function contentAround(t: Tokens, unit: Unit, i: number, after: number): TokenRange[] {
  const before = t.word[i - 1] === ',' ? i - 1 : i
  const opens = opensUnit(t, unit, i)
  let j = after
  while (j < unit.last && t.word[j] !== ',' && t.word[j] !== ':') j++
  if (opens) return j + 1 < unit.last ? [[j + 1, clauseEnd(t, j + 1, unit.last)]] : []
  let first = pastDateline(t, unit.first, i)
  if (/^(and|but)$/.test(t.lowAt(first))) first++
  const relative = t.word[i - 1] === ',' && /^(that|which|who)$/.test(t.lowAt(i - 2)) ? i - 2 : -1
  if (relative > first && t.word[after] === ',')
    return [
      [nounBefore(t, relative, first), relative + 1],
      [after + 1, unit.last],
    ]
  const spans: TokenRange[] = [[first, t.isQuoted(i - 1) ? i : before]]
  if (t.word[i - 1] === ',' && t.word[after] === ',' && after + 3 < unit.last)
    spans.push([after + 1, unit.last])
  return spans
}

/** The noun phrase a relative pronoun stands for. */
function nounBefore(t: Tokens, relative: number, low: number): number {
  let i = relative
  while (i > low && /^(NOUN|PROPN|ADJ|DET|NUM)$/.test(t.posAt(i - 1))) i--
  return i
}
