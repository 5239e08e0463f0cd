import { extract } from '../../src/extraction/rules/extract.ts'

/** The words of spans, as a proposal shows them. */
export const words = (text: string, spans: readonly (readonly [number, number])[]): string =>
  spans.map(([begin, end]) => text.slice(begin, end).replace(/[\s>]+/g, ' ')).join(' … ')

/** [source, cue, content] of every attribution, in the order of the text. */
export const said = (text: string): string[][] =>
  extract(text).map(({ source, cue, content }) => [source, cue, content].map((spans) => words(text, spans)))
