import type { Mode, Span } from './attribution.ts'
import { extract } from './extract.ts'

export interface ExtractedLine {
  id: string
  attributions: { source: Span[]; cue: Span[]; content: Span[] }[]
}

/**
 * One JSON line with an id and a text → the line's attributions.
 * This form is flat: what stands inside another speaker's content is that content's, and is left out.
 */
export function extractLine(line: string, mode: Mode = 'balanced'): ExtractedLine {
  const { id, text } = JSON.parse(line) as { id: string; text: string }
  if (typeof text !== 'string') throw new TypeError('a line needs a text')
  const attributions = extract(text, { mode })
    .filter((a) => a.via === undefined)
    .map(({ source, cue, content }) => ({ source, cue, content }))
  return { id, attributions }
}
