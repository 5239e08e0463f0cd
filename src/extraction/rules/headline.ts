import { plainlySaid } from '../attribution.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { isTopic } from '../grammar/topics.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'
import { isOpeningDash } from './sentence-start.ts'

/**
 * Speakers set apart by a mark: "Minister: we were not there" and "We were not there – minister" at a text's beginning,
 * "Kravets: “We were not there.”" and "“We were not there.” — Ivan Kravets" anywhere.
 */
export function headline(t: Tokens, u: number): AttributionDraft[] {
  const unit = t.unitAt(u)
  const draft =
    nameBeforeColon(t, unit, u === 0) ?? signed(t, u) ?? (u === 0 ? afterDash(t, unit) : undefined)
  return draft ? [draft] : []
}

const headlineDraft = (source: TokenRange, mark: number, content: TokenRange): AttributionDraft => ({
  source,
  cue: [mark, mark + 1],
  content: [content],
  frame: 'headline',
  meaning: plainlySaid,
  sure: false,
})

function nameBeforeColon(t: Tokens, unit: Unit, isFirst: boolean): AttributionDraft | undefined {
  const colon = colonIn(t, unit)
  if (colon < 0) return undefined
  const first = nameBefore(t, unit.first, colon)
  if (first === colon || !isLabelName(t, first, colon)) return undefined
  const quote = t.quotes[t.quoteAt(colon + 1)]
  if (quote?.first === colon + 1) return headlineDraft([first, colon], colon, [quote.first, quote.last + 1])
  const isHeadline = isFirst && first === unit.first && colon - first < 7
  return isHeadline && /\p{L}/u.test(t.wordAt(colon + 1))
    ? headlineDraft([first, colon], colon, [colon + 1, unit.last])
    : undefined
}

/** The first colon outside of quotations, where no more than a name can stand before it; else -1. */
export function colonIn(t: Tokens, { first, last }: Unit, most = 9): number {
  for (let i = first; i < Math.min(last - 1, first + most); i++) {
    if (t.word[i] === ':') return i
    if (t.isQuoted(i)) return -1
  }
  return -1
}

/** "Asked about the dam, Kravets:": after the comma, unless an apposition follows it. */
function nameBefore(t: Tokens, low: number, colon: number): number {
  let first = low
  for (let i = low; i < colon; i++)
    if (t.word[i] === ',' && !/^(DET|NUM)$/.test(t.posAt(i + 1))) first = i + 1
  return first
}

function isLabelName(t: Tokens, first: number, last: number): boolean {
  if (isTopic(t, first, last)) return false
  let names = false
  for (let i = first; i < last; i++) {
    const pos = t.posAt(i)
    if (pos === 'AUX' || pos === 'PRON' || (pos === 'VERB' && /^\p{Ll}/u.test(t.wordAt(i)))) return false
    if (pos === 'PUNCT' && !/^[(),.-]$/.test(t.wordAt(i))) return false
    names ||= pos === 'PROPN' || pos === 'NOUN'
  }
  return names
}

const isHeadlineMark = (t: Tokens, i: number) => t.word[i] === '--' || isOpeningDash(t, i)

/** “…” — Commissioner Gerald Stone: a name, and nothing after it, signs the quotation before it. */
function signed(t: Tokens, u: number): AttributionDraft | undefined {
  const unit = t.unitAt(u)
  for (let i = Math.max(unit.first, 1); i < Math.min(unit.last - 1, unit.first + 400); i++) {
    if (!t.isQuoted(i - 1) || t.isQuoted(i) || !isHeadlineMark(t, i)) continue
    const quote = t.quotes[t.quoteAt(i - 1)]
    if (!quote || quote.last !== i - 1 || quote.last - quote.first < 3 || !isSigner(t, i + 1, unit.last))
      continue
    return {
      ...headlineDraft([i + 1, endWithoutStop(t, unit.last)], i, [quote.first, quote.last + 1]),
      isVerbatim: true,
    }
  }
  return undefined
}

const endWithoutStop = (t: Tokens, last: number) => (t.word[last - 1] === '.' ? last - 1 : last)

function isSigner(t: Tokens, first: number, last: number): boolean {
  if (last - first > 14 || !/^\p{Lu}/u.test(t.wordAt(first))) return false
  for (let i = first; i < last; i++) if (/^(VERB|AUX)$/.test(t.posAt(i)) || t.isQuoted(i)) return false
  return endWithoutStop(t, last) > first
}

const headlineSpeakers =
  /^(mayor|minister|ministry|president|governor|officials?|police|army|military|generals?|spokes\w+|reports?|sources?|witness\w*|experts?|study|survey|media|agency|doctors?|kings?|pope|chief|union|lawyers?|court|un|nato|eu|kremlin|watchdog|minist\w+|ombudsman|envoy|ambassador|coroner|judge)$/

/** "Bridge to reopen in May – mayor": the last words of a headline, after a dash or a colon, say who says it. */
function afterDash(t: Tokens, { first, last }: Unit): AttributionDraft | undefined {
  if (/[.!?]/.test(t.wordAt(last - 1))) return undefined
  for (let i = last - 2; i > Math.max(first + 2, last - 6); i--) {
    if (t.word[i] !== ':' && !isHeadlineMark(t, i)) continue
    const isSpeaker = headlineSpeakers.test(t.lowAt(last - 1))
    const says = t.pos.slice(first, i).some((pos) => pos === 'VERB' || pos === 'AUX')
    return isSpeaker && says ? headlineDraft([i + 1, last], i, [first, i]) : undefined
  }
  return undefined
}
