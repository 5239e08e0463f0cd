import { itemAt } from '../../values/item-at.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import { startsParagraph } from '../text/units.ts'
import type { AttributionDraft } from './draft.ts'
import { isOpeningDash } from './sentence-start.ts'

/** A quotation, and after it whatever goes on with nothing but quotation. */
const quotingFrame = /^(direct|quote-after)$/
/** A report in somebody else's words: only in its own paragraph is a quotation after it surely the speaker's. */
const reportingFrame = /^(that|bare|parenthetical|according)$/

/** A speaker's quotation goes on in the sentences and paragraphs beside it that are nothing but quotation. */
export function continueQuotes(t: Tokens, drafts: AttributionDraft[]): void {
  const cued = new Set(drafts.map((d) => t.unitOf(d.cue[0])))
  const lastIn = new Map(drafts.filter(maySpeakOn).map((d) => [t.unitOf(d.cue[0]), d]))
  for (const d of drafts) {
    if (d.frame === 'dash') goOnAfterDash(t, d, cued)
    const quotes = quotingFrame.test(d.frame)
    if (!quotes && !(reportingFrame.test(d.frame) && lastIn.get(t.unitOf(d.cue[0])) === d)) continue
    if (quotes) beginEarlier(t, d, cued)
    goOn(t, d, cued, quotes)
  }
}

const maySpeakOn = (d: AttributionDraft) =>
  quotingFrame.test(d.frame) || (reportingFrame.test(d.frame) && d.source !== undefined && d.sure)

function goOn(t: Tokens, d: AttributionDraft, cued: Set<number>, pastParagraph: boolean): void {
  let u = Math.max(t.unitOf(d.cue[0]), t.unitOf((d.content.at(-1)?.[1] ?? 1) - 1))
  for (; u + 1 < t.units.length && !cued.has(u + 1); u++) {
    const next = t.unitAt(u + 1)
    if (!isQuotation(t, next) || (!pastParagraph && startsParagraph(t, next.first))) return
    cued.add(u + 1)
    d.content.push([next.first, next.last])
  }
}

/** "— We will come, — said the mayor. — We have the boats. They are new.": up to the end of the paragraph. */
function goOnAfterDash(t: Tokens, d: AttributionDraft, cued: Set<number>): void {
  let u = t.unitOf(d.cue[0]) + 1
  if (u >= t.units.length || !isOpeningDash(t, t.unitAt(u).first)) return
  for (; u < t.units.length && !cued.has(u); u++) {
    const { first, last } = t.unitAt(u)
    if (startsParagraph(t, first)) return
    cued.add(u)
    d.content.push([isOpeningDash(t, first) ? first + 1 : first, last])
  }
}

/** “The river rose.¶“Nobody came,” she said: the paragraphs before it whose quotation no mark closes. */
function beginEarlier(t: Tokens, d: AttributionDraft, cued: Set<number>): void {
  for (;;) {
    const [first] = itemAt(d.content, 0)
    const before = t.quotes[t.quoteAt(first) - 1]
    if (!before?.runsOn || before.last !== first - 1) return
    const unit = t.unitOf(before.first)
    if (cued.has(unit)) return
    cued.add(unit)
    d.content.unshift([before.first, before.last + 1])
  }
}

function isQuotation(t: Tokens, unit: Unit): boolean {
  const q = t.quotes[t.quoteAt(unit.first)]
  return q !== undefined && q.first === unit.first && q.last >= unit.last - 2
}
