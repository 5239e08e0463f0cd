import { itemAt } from '../../values/item-at.ts'
import type { Attribution, Span } from '../attribution.ts'
import { lineBegin, lineEnd } from './beside-cue.ts'

/**
 * The sentence around the cue, before it, the cue, and after it, without what was said there, by anybody, and without what
 * is told of who says it: their dates are not the date of saying.
 */
export function aroundCue(
  text: string,
  attributions: readonly Attribution[],
  index: number,
): [before: string, cue: string, after: string] {
  const { source, cue, content } = itemAt(attributions, index)
  const [begin, end] = itemAt(cue, 0)
  const left = [...content, ...saidBeside(attributions, index), ...source.map((span) => asideOf(text, span))]
  const before = dashesFor(text, lineBegin(text, begin), begin, left)
  const after = dashesFor(text, end, lineEnd(text, end), left)
  const start = Math.max(...['. ', '! ', '? ', '.” ', '." ', '; '].map((stop) => before.lastIndexOf(stop)))
  return [
    withoutRelativeClauses(before.slice(start + 1)),
    text.slice(begin, end),
    withoutRelativeClauses(after.slice(0, stopOf(after))),
  ]
}

/** The contents of other attributions close by, but for the one in which the cue stands itself. */
function saidBeside(attributions: readonly Attribution[], index: number): Span[] {
  const [begin] = itemAt(itemAt(attributions, index).cue, 0)
  return attributions
    .slice(Math.max(0, index - 4), index + 5)
    .flatMap(({ content }) => content)
    .filter(([from, to]) => from > begin || to <= begin)
}

/** The end of the sentence, or the begin of another clause that tells of something else. */
function stopOf(after: string): number | undefined {
  return /[.!?]["”’]?(?=\s|$)|;|,\s(?:but|while|whereas|although|though|yet)\s/.exec(after)?.index
}

/** The words without ", who visited the site on Monday," and ", a ship that sailed on Tuesday". */
const withoutRelativeClauses = (words: string): string =>
  words.replace(
    /(?:,\s(?:an?|the|its|his|her|their)\s|\b(?:who|which|whose|whom)\s)[^,;—]*(?=,|;|—|$)/gi,
    '—',
  )

/** The words of a source after its name: ", who was elected on 3 May,". */
function asideOf(text: string, [begin, end]: Span): Span {
  const aside = /,|\bwho\b/.exec(text.slice(begin, end))
  return aside ? [begin + aside.index, end] : [end, end]
}

/** A stretch of the text with a dash for each span left out: chrono reads no date before a run of spaces. */
function dashesFor(text: string, low: number, high: number, spans: Span[]): string {
  let words = ''
  let at = low
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (end <= at || begin >= high || begin === end) continue
    words += `${text.slice(at, Math.max(begin, at))} — `
    at = Math.min(end, high)
  }
  return words + text.slice(at, high)
}
