import type { Span } from '../../src/extraction/attribution.ts'

export const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce((n, [p, q]) => n + b.reduce((m, [r, s]) => m + Math.max(0, Math.min(q, s) - Math.max(p, r)), 0), 0)

const size = (spans: readonly Span[]): number => spans.reduce((n, [begin, end]) => n + end - begin, 0)

/** How much of both is in both: 1 where they are the same, or both empty. */
export function jaccard(a: readonly Span[], b: readonly Span[]): number {
  const both = shared(a, b)
  const all = size(a) + size(b) - both
  return all === 0 ? 1 : both / all
}

export const key = (spans: readonly Span[]): string => spans.map((span) => span.join('-')).join(',')

/**
 * The same words without what readers mark now so and now otherwise: quotation marks, commas and full stops at the ends,
 * the *that* before a clause, and whether two sentences of one quotation are one piece or two.
 */
export function bare(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last[1], begin))) last[1] = Math.max(last[1], end)
    else joined.push([begin, end])
  }
  const trimmed = joined.map((span, index) => trim(text, span, index === 0))
  return trimmed.filter(([begin, end]) => end > begin)
}

function trim(text: string, [begin, end]: Span, isFirst: boolean): Span {
  const words = text.slice(begin, end)
  const before = /^(?:[^\p{L}\p{N}]+)?/u.exec(words)?.[0].length ?? 0
  const that = isFirst ? (/^that\s+/.exec(words.slice(before))?.[0].length ?? 0) : 0
  const from = begin + before + that
  const last = text.slice(from, end).search(/[^\p{L}\p{N}]*$/u)
  return [from, from + last]
}

export const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map(([begin, end]) => text.slice(begin, end).replace(/\s+/g, ' ')).join(' … ')
