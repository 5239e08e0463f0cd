import type { Span } from '../../src/extraction/attribution.ts'
import { distance, placesOfPieces } from './locate.ts'
import type { WrittenStatement } from './shape.ts'
import { shared } from './spans.ts'

export interface Located {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

type Wrong = (field: 'source' | 'cue' | 'content', words: string, message: string) => void

/** Speech seldom reaches over the end of a paragraph: what stands beyond it is further off than it looks. */
const PARAGRAPH = 500

/**
 * Where the words of a statement stand. Content is found by itself; a cue such as "said" stands in many places, and the
 * one that is meant is nearest to its content and to its source.
 */
export function locateStatement(text: string, written: WrittenStatement, wrong: Wrong): Located | undefined {
  const content = contentOf(text, written, wrong)
  if (!content) return undefined
  const apart = (a: readonly Span[], b: readonly Span[]) => {
    const between = [
      Math.min(...[...a, ...b].map(([, end]) => end)),
      Math.max(...[...a, ...b].map(([at]) => at)),
    ]
    return distance(a, b) + (text.slice(...between).search(/\n\s*\n/) >= 0 ? PARAGRAPH : 0)
  }
  const free = (field: 'source' | 'cue', taken: readonly Span[]) =>
    placesOfPieces(text, written[field]).filter((place) => shared(place, taken) === 0)
  const cues = written.cue.length > 0 ? free('cue', content) : [[]]
  const sources = written.source.length > 0 ? free('source', content) : [[]]
  for (const [field, places] of [
    ['cue', cues],
    ['source', sources],
  ] as const)
    if (places.length === 0)
      wrong(field, written[field].join(' … '), 'does not stand in the text beside its content')
  const ways = cues.flatMap((cue) =>
    // A source may stand within its cue: in his view.
    sources.map((source) => ({ source, cue, cost: cost(apart, source, cue, content) })),
  )
  const best = ways.sort((a, b) => a.cost - b.cost)[0]
  return best && { source: best.source, cue: best.cue, content }
}

function cost(
  apart: (a: readonly Span[], b: readonly Span[]) => number,
  source: readonly Span[],
  cue: readonly Span[],
  content: readonly Span[],
): number {
  const toCue = cue.length > 0 ? apart(cue, content) : 0
  if (source.length === 0) return toCue
  return toCue + apart(source, cue.length > 0 ? cue : content)
}

function contentOf(text: string, { content, at }: WrittenStatement, wrong: Wrong): Span[] | undefined {
  const places = placesOfPieces(text, content)
  const words = content.join(' … ')
  if (places.length === 0) wrong('content', words, 'does not stand in the text')
  else if (at === undefined && places.length > 1)
    wrong('content', words, `stands in the text ${places.length} times: say by "at" which is meant`)
  else if (at !== undefined && at > places.length)
    wrong('content', words, `"at" is ${at}, and it stands in the text ${places.length} times`)
  else return places[(at ?? 1) - 1]
  return undefined
}
