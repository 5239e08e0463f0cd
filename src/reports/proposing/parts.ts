import type { Attribution, Span } from '../../extraction/attribution.ts'
import { extract, type Mode } from '../../extraction/rules/extract.ts'
import { extractSlavic } from '../../extraction/slavic/extract.ts'
import { unwrapped } from '../../extraction/text/unwrap.ts'
import type { ReadLanguage } from '../formats/language.ts'

/** A part of a text that is read in one go, and where in the text it begins. */
export interface ReportPart {
  readonly begin: number
  /** The text with each paragraph on one line, so that a name or a date that a line end cuts is found; its length stays. */
  readonly text: string
  /** Offsets within the part. */
  readonly attributions: Attribution[]
}

/** Ten times a long report: what a report says of "he" stays within it, and the parts of a book take bounded time each. */
const LARGEST_PART = 100_000

/**
 * Reads a text in parts of bounded length, which end at a paragraph's end, or else a sentence's, or else a word's.
 */
export function* reportParts(text: string, mode: Mode, language: ReadLanguage): Generator<ReportPart> {
  for (let begin = 0; begin < text.length; ) {
    const end = endOfPart(text, begin)
    const part = unwrapped(text.slice(begin, end))
    yield { begin, text: part, attributions: attributionsIn(part, mode, language) }
    begin = end
  }
}

const attributionsIn = (text: string, mode: Mode, language: ReadLanguage): Attribution[] =>
  language === 'en' ? extract(text, { mode }) : extractSlavic(text, language, { mode })

function endOfPart(text: string, begin: number): number {
  const limit = begin + LARGEST_PART
  if (limit >= text.length) return text.length
  for (const stop of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(stop, limit - stop.length)
    if (at > begin + LARGEST_PART / 2) return at + stop.length
  }
  return isWithinCharacter(text, limit) ? limit - 1 : limit
}

/** Whether a place is between the halves of a surrogate pair. */
export function isWithinCharacter(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

export const movedSpans = (spans: readonly Span[], by: number): Span[] =>
  spans.map(([begin, end]) => [begin + by, end + by])
