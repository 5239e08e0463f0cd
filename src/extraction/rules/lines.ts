import type { Attribution, Mode, Span } from '../attribution.ts'
import { extract } from './extract.ts'

export interface ExtractedLine {
  id: string
  attributions: { source: Span[]; cue: Span[]; content: Span[] }[]
}

/**
 * The attributions that stand in nobody else's content. Reports that are marked by hand have each word once, and figures
 * that compare with them leave the rest out.
 */
export const outermost = (attributions: readonly Attribution[]): Attribution[] =>
  attributions.filter(({ via }) => via === undefined)

/** One JSON line with an id and a text → the line's outermost attributions. */
export function extractLine(line: string, mode: Mode = 'balanced'): ExtractedLine {
  const { id, text }: { id: string; text: unknown } = JSON.parse(line)
  if (typeof text !== 'string') throw new TypeError('a line needs a text')
  const attributions = outermost(extract(text, { mode })).map(({ source, cue, content }) => ({
    source,
    cue,
    content,
  }))
  return { id, attributions }
}
