import type { TokenRange } from '../grammar/phrase.ts'
import type { AttributionDraft } from './draft.ts'

/**
 * Drafts without those that only describe a speaker: in "those who named a candidate said …" the naming is no attribution
 * of its own. What is reported there ("the institute, which believes that …, said") is one, and ends with the source.
 */
export function endWithinSource(drafts: AttributionDraft[]): AttributionDraft[] {
  return drafts
    .map((inner) => {
      const outer = drafts.find((d) => d.source && d !== inner && encloses(d.source, inner.cue))?.source
      if (!outer) return inner
      return { ...inner, content: inner.frame === 'that' ? cutAt(inner.content, outer[1]) : [] }
    })
    .filter((d) => d.content.length > 0)
}

const encloses = (source: TokenRange, cue: TokenRange) => source[0] <= cue[0] && cue[1] <= source[1]

const cutAt = (content: TokenRange[], end: number): TokenRange[] =>
  content.filter(([first]) => first < end).map(([first, last]) => [first, Math.min(last, end)])
