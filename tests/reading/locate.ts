import type { Span } from '../../src/extraction/attribution.ts'

/** Where words stand in a text, as whole words; the text may break its lines elsewhere. */
export function placesOf(text: string, words: string): Span[] {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const [before, after] = [/^[\p{L}\p{N}]/u.test(words.trim()), /[\p{L}\p{N}]$/u.test(words.trim())]
  const whole = `${before ? '(?<![\\p{L}\\p{N}])' : ''}${pattern}${after ? '(?![\\p{L}\\p{N}])' : ''}`
  return [...text.matchAll(new RegExp(whole, 'gu'))].map(({ index, 0: found }) => [
    index,
    index + found.length,
  ])
}

/** All ways in which pieces can stand one behind the other, each right behind the one before it. */
export function placesOfPieces(text: string, pieces: readonly string[]): Span[][] {
  const [first = '', ...rest] = pieces
  return placesOf(text, first).flatMap((begin) => {
    const found = [begin]
    for (const piece of rest) {
      const next = placesOf(text, piece).find(([at]) => at >= (found.at(-1) as Span)[1])
      if (!next) return []
      found.push(next)
    }
    return [found]
  })
}

/** How many characters lie between the nearest of the one and the other; 0 where they touch or one holds the other. */
export const distance = (a: readonly Span[], b: readonly Span[]): number =>
  Math.min(...a.flatMap(([p, q]) => b.map(([r, s]) => Math.max(0, r - q, p - s))))
