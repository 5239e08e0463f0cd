import type { TokenRange } from '../grammar/phrase.ts'
import { untrue, untrueClause } from '../lexicon/act-words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'
import { lowWordsOf } from './main-clause.ts'

/**
 * Turns a draft that calls something false into a denial of it: "called the report false" denies the report, and "it was
 * untrue that the dam broke" denies that it broke. Of the content only what is denied stays. "That is a lie" names nothing
 * that is denied, and stays as it is.
 */
export function calledFalse(t: Tokens, d: AttributionDraft): AttributionDraft {
  if (d.meaning.act !== 'STATE' || d.meaning.stance !== 'AFFIRMS' || d.group?.negated) return d
  const [range, more] = d.content
  if (!range || more) return d
  const denied = d.frame === 'object' ? thingOf(t, d, range) : clauseOf(t, d, range)
  return denied ? { ...d, content: [denied], meaning: { ...d.meaning, act: 'DENY', stance: 'DENIES' } } : d
}

const calling = /^(?:call|describ|characteri[sz]|brand|label|dubb|denounc|dismiss|decri)/
/** Things that somebody else has said, and that can be called false. */
const somethingTold =
  /^(?:reports?|reporting|claims?|allegations?|accusations?|charges?|rumou?rs?|suggestions?|stor(?:y|ies)|statements?|assertions?|figures?|numbers|footage|videos?|photos?|pictures?|evidence|accounts?|versions?|notion|idea|talk|speculation|that|this|it|them)$/

/** "the report" of "the report false", "the claims" of "the claims as nonsense". */
function thingOf(t: Tokens, d: AttributionDraft, [first, last]: TokenRange): TokenRange | undefined {
  if (!calling.test(t.lowAt(d.group?.head ?? d.cue[0]))) return undefined
  const noun = indexIn(first, last, (i) => somethingTold.test(t.lowAt(i)))
  if (noun === undefined) return undefined
  const end = indexIn(noun + 1, last, (i) => untrue.test(t.lowAt(i)))
  if (end === undefined) return undefined
  let stop = end
  while (stop > noun + 1 && leadsToVerdict(t, stop - 1)) stop--
  return [first, stop]
}

/** Words before the word for false: "as", "an outright", "completely", and a mark of quotation. */
const leadsToVerdict = (t: Tokens, i: number): boolean =>
  /^(?:ADV|ADJ|DET)$/.test(t.posAt(i)) || /^(?:as|an?|the|being|["“”'‘’«»,:–-])$/.test(t.lowAt(i))

/** The longest clause, in words, that may do no more than call something false. */
const LONGEST_VERDICT = 45

/** The clause behind "it was untrue that"; or the whole content where it only calls false what was said before. */
function clauseOf(t: Tokens, { frame }: AttributionDraft, [first, last]: TokenRange): TokenRange | undefined {
  if (!/^(?:that|bare|direct|quote-after|colon|parenthetical|turn|block|dash)$/.test(frame)) return undefined
  const begin = t.low[first] === 'that' && frame === 'that' ? first + 1 : first
  const text = lowWordsOf(t, begin, Math.min(last, begin + LONGEST_VERDICT)).replace(
    /(?<![\s\p{P}])[\s\p{P}]+$/u,
    '',
  )
  const [found] = untrueClause.exec(text) ?? []
  if (found === undefined) return undefined
  if (found === text) return [first, last]
  const that = indexIn(begin + 1, last - 1, (i) => t.low[i] === 'that')
  return that !== undefined && /^it /.test(found) && lowWordsOf(t, begin, that) === found
    ? [that, last]
    : undefined
}

function indexIn(from: number, to: number, holds: (i: number) => boolean): number | undefined {
  for (let i = from; i < to; i++) if (holds(i)) return i
  return undefined
}
