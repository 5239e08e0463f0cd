import type { Span } from '../../extraction/attribution.ts'
import type { SpanDraft } from '../../model/statement/faults.ts'
import { isWithinCharacter } from './parts.ts'

/** The length of text kept on either side of a span, to find it again (W3C Web Annotation). */
const AROUND = 32

/** The words of several spans, as one line. */
export const quotedWords = (text: string, spans: readonly Span[]): string =>
  spans
    .map(([begin, end]) => text.slice(begin, end).replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .join(' … ')

/** The span from the first word of several to the last; undefined where there are none. */
export function spanAround(text: string, spans: readonly Span[]): SpanDraft | undefined {
  if (spans.length === 0) return undefined
  const start = Math.min(...spans.map(([begin]) => begin))
  const end = Math.max(...spans.map(([, end]) => end))
  const [before, after] = [Math.max(start - AROUND, 0), Math.min(end + AROUND, text.length)]
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(isWithinCharacter(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, isWithinCharacter(text, after) ? after - 1 : after),
  }
}
