import type { TokenRange } from '../grammar/phrase.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'

/** The drafts of a sentence without those that assert nothing, and without what stands in their contents. */
export function asserted(t: Tokens, drafts: AttributionDraft[], unit: Unit): AttributionDraft[] {
  const empty = drafts.filter((d) => assertsNothing(t, d, unit))
  if (empty.length === 0) return drafts
  return drafts.filter(
    (d) =>
      !empty.some((x) => x === d || x.content.some(([first, last]) => first <= d.cue[0] && d.cue[1] <= last)),
  )
}

/**
 * Whether a draft says of nobody that anything was said: "No group claimed …", "If she says …", "Did she say …?",
 * "should have said". A reading that took it for a statement would put words into somebody's mouth.
 */
function assertsNothing(t: Tokens, d: AttributionDraft, unit: Unit): boolean {
  if (d.meaning.act === 'DECLINE_COMMENT' || d.frame === 'according' || d.frame === 'headline') return false
  const subject = d.source ?? (d.frame.startsWith('passive') ? d.content[0] : undefined)
  const begin = subject && subject[0] < d.cue[0] ? subject[0] : d.cue[0]
  return (
    (subject !== undefined && (isNobodyAt(t, subject) || isAnybody(t, subject))) ||
    isSupposedAt(t, begin, unit.first) ||
    isAsked(t, begin, unit) ||
    isUnreal(t, d, unit) ||
    isLackOf(t, d)
  )
}

/** no group, nobody, none of, neither side, few, hardly anyone, not a single witness */
function isNobodyAt(t: Tokens, [first, last]: TokenRange): boolean {
  const w = t.lowAt(first)
  const next = first + 1 < last ? t.lowAt(first + 1) : ''
  if (/^(no|nobody|none|neither|nothing|no-one|few|fewer)$/.test(w))
    return !(w === 'no' && /^(doubt|fewer|less|\.|\d+)$/.test(next)) && next !== 'than'
  if (/^(not|hardly|scarcely|barely|almost|nearly)$/.test(w))
    return /^(no|nobody|none|a|one|any|anyone|anybody|everyone|everybody|every|all|many)$/.test(next)
      ? !/^(almost|nearly)$/.test(w) || /^(no|nobody|none)$/.test(next)
      : false
  return w !== 'i' && /^(not|hardly|scarcely|barely)$/.test(t.lowAt(first - 1)) && t.pos[first - 2] !== 'AUX'
}

/** "Anyone who says that …", "People who say that …": whoever it may be. */
function isAnybody(t: Tokens, [first, last]: TokenRange): boolean {
  if (/^(whoever|anyone|anybody)$/.test(t.lowAt(first))) return true
  const who = last - 1
  if (t.low[who] !== 'who') return false
  const whose = t.lowAt(who - 1)
  if (/^(anyone|anybody|someone|somebody|everyone|everybody|whoever)$/.test(whose)) return true
  return whose === 'people' && !/^(DET|NUM|ADJ|NOUN|PRON)$/.test(t.posAt(who - 2))
}

const suppositions =
  /^(if|unless|whether|lest|let|suppose|supposing|wish|wishes|wished|imagine|providing|provided)$/

/** "If the president says", "it is not clear whether she said", "reports that he said": supposed, and not told. */
function isSupposedAt(t: Tokens, begin: number, low: number): boolean {
  let i = begin - 1
  while (i >= low && (t.pos[i] === 'ADV' || t.low[i] === 'or') && !suppositions.test(t.lowAt(i))) i--
  if (i < low) return false
  const w = t.lowAt(i)
  if (suppositions.test(w)) return !isConceded(t, i)
  if (w === 'case') return t.low[i - 1] === 'in'
  if ((w === 'as' || w === 'though') && /^(as|if)$/.test(t.lowAt(i - 1))) return true
  if (w !== 'that') return false
  const before = t.lowAt(i - 1)
  if (/^(reports|rumours|rumors|suggestions|speculation|notion|possibility|likelihood)$/.test(before))
    return true
  return (
    /^(false|untrue|unlikely|impossible|doubtful|possible|wrong|conceivable)$/.test(before) ||
    (/^(true|clear|certain|likely|sure)$/.test(before) && /^(not|n't|never)$/.test(t.lowAt(i - 2)))
  )
}

/** "even if she says": it may be so, and mostly is. */
const isConceded = (t: Tokens, i: number) => t.low[i] === 'if' && t.low[i - 1] === 'even'

/** "Did the minister say …?", "Had she said so, …", "Why does he say …?" */
function isAsked(t: Tokens, begin: number, unit: Unit): boolean {
  const before = t.lowAt(begin - 1)
  const inverted =
    begin > unit.first &&
    /^(did|do|does|has|have|had|will|would|can|could|should|is|are|was|were|didn't|doesn't)$/.test(before)
  if (inverted && begin - 1 === unit.first) return true
  if (inverted && /^(PUNCT|CCONJ)$/.test(t.posAt(begin - 2))) return true
  return inverted ? isWh(t, begin - 2) : false
}

const isWh = (t: Tokens, i: number) => /^(why|when|where|how|what|who|whom|which)$/.test(t.lowAt(i))

/** "should have said", "could say", "would say if", "almost said": what did not happen, or may not. */
function isUnreal(t: Tokens, d: AttributionDraft, unit: Unit): boolean {
  const g = d.group
  if (!g) return false
  for (let i = g.first; i < g.head; i++)
    if (/^(almost|nearly)$/.test(t.lowAt(i)) || (t.low[i] === 'to' && t.low[i - 1] === 'about')) return true
  if (g.negated || !/^(should|could|would|might|may|must|'d)$/.test(g.modal)) return false
  const self = d.source && /^(i|we)$/.test(t.lowAt(d.source[0]))
  if (g.perfect) return g.modal !== "'d" && !(g.modal === 'must')
  if (self) return false
  if (g.modal === 'would' || g.modal === "'d") return hasIf(t, g.head, unit.last)
  return true
}

function hasIf(t: Tokens, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (t.low[i] === 'if' && !t.isQuoted(i)) return true
  return false
}

/** "There was no confirmation from the army that", "without any claim by": a noun that is not there. */
function isLackOf(t: Tokens, d: AttributionDraft): boolean {
  if (!d.frame.startsWith('noun')) return false
  const begin = d.source ? Math.min(d.cue[0], d.source[0]) : d.cue[0]
  const near = [t.low[begin], t.low[begin - 1], t.low[begin - 2]]
  return (
    near.slice(0, 2).some((w) => /^(no|without|any|little)$/.test(w ?? '')) ||
    (near[1] === 'of' && near[2] === 'lack')
  )
}
