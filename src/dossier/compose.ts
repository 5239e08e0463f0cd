import { composedOffsets } from '../text/compose.ts'
import { type Fields, isFields } from './fields.ts'

/** Addresses stay as they are given: another spelling may be another page. */
const addresses = ['url', 'archivedUrl']

/**
 * A value with all text in Unicode's composed form (NFC), as everything in the graph is: a letter and its mark are one letter,
 * however they were typed.
 */
export function composedValue(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composedValue)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.normalize('NFC'),
      addresses.includes(key) ? inner : composedValue(inner),
    ]),
  )
}

/** All letters below the first mark are composed, whatever stands beside them. */
const withoutMarks = /^[\0-\u02ff]*$/

export const isComposedText = (text: string): boolean =>
  withoutMarks.test(text) || text.normalize('NFC') === text

/** A source's text that is not composed, as a file has it. */
export interface LongText {
  readonly text: string
  /** Gives the place of an offset once the text is composed. */
  readonly composed: (offset: number) => number | null
}

export const longText = (text: string): LongText => ({ text, composed: composedOffsets(text) })

/**
 * A statement whose span counts in its source's text as the file has it: where that becomes shorter, the span moves along. One
 * that counts in the composed text stays as it is.
 *
 * @param exact The words of the span as the file has them.
 */
export function withMovedSpan(statement: Fields, source: LongText, exact: unknown): Fields {
  const { span } = statement
  if (!isFields(span)) return statement
  const { start, end } = span
  if (typeof start !== 'number' || typeof end !== 'number') return statement
  if (source.text.slice(start, end) !== exact) return statement
  const [from, until] = [source.composed(start), source.composed(end)]
  // Where a span parts a letter from its mark, the check says that its words do not stand there.
  if (from === null || until === null) return statement
  return { ...statement, span: { ...span, start: from, end: until } }
}
