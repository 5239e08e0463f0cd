import type { Draft } from './draft.ts'
import type { Tokens, Unit } from './tokens.ts'

/** A speaker's quotation goes on in the sentences and paragraphs after it that are nothing but quotation. */
export function continueQuotes(t: Tokens, drafts: Draft[]): void {
  const cued = new Set(drafts.map((d) => t.unit[d.cue[0]]))
  for (const d of drafts) {
    if (d.frame !== 'direct' && d.frame !== 'quote-after') continue
    let u = Math.max(t.unit[d.cue[0]] as number, t.unit[(d.content.at(-1)?.[1] ?? 1) - 1] as number)
    while (u + 1 < t.units.length && !cued.has(u + 1) && isQuotation(t, t.units[u + 1] as Unit)) {
      u++
      const unit = t.units[u] as Unit
      d.content.push([unit.first, unit.last])
    }
  }
}

function isQuotation(t: Tokens, unit: Unit): boolean {
  const q = t.quotes[t.quote[unit.first] as number]
  return q !== undefined && q.first === unit.first && q.last >= unit.last - 2
}
