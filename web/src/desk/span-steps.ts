export interface TextStretch {
  readonly start: number
  readonly end: number
}

/** How a stretch of a text is moved, a word at a time. */
export const spanSteps = {
  'Begin a word earlier': { edge: 'start', by: -1 },
  'Begin a word later': { edge: 'start', by: 1 },
  'End a word earlier': { edge: 'end', by: -1 },
  'End a word later': { edge: 'end', by: 1 },
} as const
export type SpanStep = (typeof spanSteps)[keyof typeof spanSteps]

/** The stretch with one edge moved to the nearest edge of a word; the same where it would be empty or leave the text. */
export function movedSpan(text: string, span: TextStretch, { edge, by }: SpanStep): TextStretch {
  const words = [...text.matchAll(/\S+/gu)]
  const edges = words.map(({ index, 0: word }) => (edge === 'start' ? index : index + word.length))
  const from = span[edge]
  const to = by < 0 ? edges.findLast((at) => at < from) : edges.find((at) => at > from)
  const moved = to === undefined ? span : { ...span, [edge]: to }
  return moved.start < moved.end ? moved : span
}

/** What is selected within an element that holds a text, in offsets of that text; null where nothing is. */
export function selectedSpan(element: Element | null): TextStretch | null {
  const selection = getSelection()
  if (!element || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const selected = selection.getRangeAt(0)
  if (!element.contains(selected.commonAncestorContainer)) return null
  const before = new Range()
  before.setStart(element, 0)
  before.setEnd(selected.startContainer, selected.startOffset)
  return trimmed(selected.toString(), before.toString().length)
}

/** Without the spaces that a quick selection takes along. */
function trimmed(words: string, at: number): TextStretch | null {
  const start = at + (words.length - words.trimStart().length)
  return words.trim() === '' ? null : { start, end: start + words.trim().length }
}

/** The length of text that is kept on either side of a span, to find it again (W3C Web Annotation). */
const AROUND = 32

/** With what stands around it, less the half of a character where it would be cut through. */
export const spanInput = ({ start, end }: TextStretch, text: string) => ({
  ...{ start, end },
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(start - AROUND, 0), start).replace(/^[\uDC00-\uDFFF]/, ''),
  suffix: text.slice(end, end + AROUND).replace(/[\uD800-\uDBFF]$/, ''),
})
