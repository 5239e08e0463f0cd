import type { Span } from '../../src/extraction/attribution.ts'
import { jaccard, key, shared } from './spans.ts'

/** An attribution by its places alone. */
export interface Roles {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

export interface Tally {
  readonly hits: number
  readonly guesses: number
  readonly golds: number
}

/** Triples are relaxed where source and content share half of their words, and a cue is shared at all. */
export interface AttributionScore {
  readonly relaxed: Tally
  readonly content: Tally
}

/** PolNeAR's measures for one document. */
export function scoreAttributions(golds: readonly Roles[], guesses: readonly Roles[]): AttributionScore {
  const counts = { guesses: guesses.length, golds: golds.length }
  return {
    relaxed: { ...counts, hits: relaxedHits(golds, guesses) },
    content: { ...counts, hits: sameContents(golds, guesses) },
  }
}

function relaxedHits(golds: readonly Roles[], guesses: readonly Roles[]): number {
  const left = new Set(guesses)
  return golds.filter((gold) => {
    const rivals = [...left].filter(({ cue }) => shared(cue, gold.cue) > 0)
    const best = rivals.sort((a, b) => jaccard(b.content, gold.content) - jaccard(a.content, gold.content))[0]
    if (!best) return false
    left.delete(best)
    return jaccard(best.source, gold.source) >= 0.5 && jaccard(best.content, gold.content) >= 0.5
  }).length
}

function sameContents(golds: readonly Roles[], guesses: readonly Roles[]): number {
  const left = golds.map(({ content }) => key(content))
  return guesses.filter(({ content }) => {
    const at = left.indexOf(key(content))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

export const added = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (a, b) => ({ hits: a.hits + b.hits, guesses: a.guesses + b.guesses, golds: a.golds + b.golds }),
    { hits: 0, guesses: 0, golds: 0 },
  )

export const precision = ({ hits, guesses }: Tally): number => (guesses ? hits / guesses : 0)
export const recall = ({ hits, golds }: Tally): number => (golds ? hits / golds : 0)
export const balanced = ({ hits, guesses, golds }: Tally): number =>
  guesses + golds ? (2 * hits) / (guesses + golds) : 0
