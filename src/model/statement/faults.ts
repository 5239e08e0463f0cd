import { type Fault, faultsOf } from '../nodes/fault.ts'

/** Where a statement stands in its source's text, in UTF-16 code units, with the words that stand there. */
export interface SpanDraft {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

interface StatementShape {
  readonly speaker?: unknown
  readonly onBehalfOf?: unknown
  readonly claim?: unknown
  readonly stance?: unknown
  readonly certainty?: unknown
  readonly span?: unknown
}

/** Rules across a statement's fields. */
export function statementFaults(statement: StatementShape): Fault[] {
  const { speaker, onBehalfOf, claim, stance, certainty, span } = statement
  const faults = faultsOf(
    [
      'stance',
      claim !== undefined && stance === undefined,
      'is missing: a statement with a claim takes a stance on it',
    ],
    [
      'certainty',
      stance !== undefined && certainty === undefined,
      'is missing: a stance is held with a certainty',
    ],
    [
      'certainty',
      certainty !== undefined && stance === undefined,
      'is the certainty of a stance, and there is no stance',
    ],
    [
      'onBehalfOf',
      onBehalfOf !== undefined && onBehalfOf === speaker,
      'is the speaker itself: leave it out where a speaker speaks for itself',
    ],
  )
  return isRange(span) && span.end <= span.start
    ? [
        ...faults,
        { field: ['span', 'end'], message: `is not after start: a span has at least one character` },
      ]
    : faults
}

/** Whether a span stands in the text; one without a character is another rule's. */
export const stands = ({ start, end, exact }: SpanDraft, text: string): boolean =>
  end <= start || text.slice(start, end) === exact

/**
 * The fault of a span that does not stand in the text, with where its words do stand.
 *
 * @param searches Whether to look for them, which takes long where the text is.
 */
export function spanFault(span: SpanDraft, text: string, searches = true): Fault | null {
  if (stands(span, text)) return null
  const there = JSON.stringify(clippedText(text.slice(span.start, span.end)))
  return {
    field: ['span'],
    message: `the source's text has ${there} there${searches ? `; ${whereElse(text, span)}` : ''}`,
  }
}

function whereElse(text: string, span: SpanDraft): string {
  const at = nearestOccurrence(text, span)
  return at < 0
    ? 'its words stand nowhere in the text'
    : `its words start at ${at}, and end at ${at + span.exact.length}`
}

const isRange = (span: unknown): span is { start: number; end: number } =>
  typeof span === 'object' &&
  span !== null &&
  'start' in span &&
  typeof span.start === 'number' &&
  'end' in span &&
  typeof span.end === 'number'

const clippedText = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** Of the places where the words stand, the one closest to where they were said to. */
function nearestOccurrence(text: string, { start, exact }: SpanDraft): number {
  const [before, after] = [text.lastIndexOf(exact, start), text.indexOf(exact, start)]
  if (before < 0 || after < 0) return Math.max(before, after)
  return start - before <= after - start ? before : after
}
