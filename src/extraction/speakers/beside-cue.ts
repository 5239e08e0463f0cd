import { itemAt } from '../../values/item-at.ts'
import type { Attribution, Span } from '../attribution.ts'

/** A sentence's words at their places in the text, with a dash for each letter that belongs to something else. */
export interface Beside {
  readonly begin: number
  readonly words: string
}

/** The farthest letter from its cue up to which a sentence is looked at. */
const FURTHEST = 300

/** The words of a cue's sentence beside what is said: those before the cue, and those from the cue on. */
export function besideCue(text: string, attributions: readonly Attribution[], index: number): Beside[] {
  const { source, cue, content } = itemAt(attributions, index)
  const [begin, end] = itemAt(cue, 0)
  const others = neighbours(attributions, index).filter(
    (one) =>
      one.source[0]?.[0] !== source[0]?.[0] &&
      !/^\sby\s/.test(text.slice(one.cue[0]?.[1], (one.cue[0]?.[1] ?? 0) + 4)),
  )
  const low = Math.max(lineBegin(text, begin), ...others.map((one) => cueEndBefore(one, begin)))
  const high = Math.min(lineEnd(text, end), ...others.map((one) => beginAfterCue(one, end)))
  const left = content
    .filter(([from, to]) => from < high && to > low)
    .map(([from, to]): Span => [from, endOfQuote(text, from, to)])
  const before = dashed(text, Math.min(low, begin), begin, left)
  const after = dashed(text, end, Math.max(high, end), left)
  const start = Math.max(0, ...['. ', '! ', '? ', '.” ', '." '].map((stop) => endOfLast(before, stop)))
  const stop = /(?<!\b(?:Mr|Ms|Mrs|Dr|Gen|Col|St|\p{Lu}))[.!?]["”’]?(?=\s|$)/u.exec(after)
  return [
    { begin: Math.min(low, begin) + start, words: before.slice(start) },
    { begin: end, words: after.slice(0, stop?.index) },
  ]
}

/**
 * The end of a quotation, where the content goes on behind its marks with where it was said: warned of "hasty words" in an
 * interview.
 */
function endOfQuote(text: string, from: number, to: number): number {
  const behind = /["”»]\s(?:in|during)\s(?:an?|his|her|their|the)\s/.exec(
    text.slice(from, Math.min(to, from + FURTHEST)),
  )
  return behind ? from + behind.index + 1 : to
}

const neighbours = (attributions: readonly Attribution[], index: number): Attribution[] =>
  attributions.slice(Math.max(0, index - 4), index + 5).filter((_, i) => i !== Math.min(index, 4))

const endOfLast = (words: string, stop: string): number => {
  const at = words.lastIndexOf(stop)
  return at < 0 ? 0 : at + stop.length
}

const cueEndBefore = ({ cue }: Attribution, place: number): number => {
  const end = cue[0]?.[1] ?? 0
  return end <= place ? end : 0
}

const beginAfterCue = ({ source, cue }: Attribution, place: number): number => {
  const begin = Math.min(source[0]?.[0] ?? Number.POSITIVE_INFINITY, cue[0]?.[0] ?? Number.POSITIVE_INFINITY)
  return begin >= place ? begin : Number.POSITIVE_INFINITY
}

/** The begin of the line of a place, or of as much of it as is looked at. */
export function lineBegin(text: string, place: number): number {
  const low = Math.max(0, place - FURTHEST)
  return low + text.slice(low, place).lastIndexOf('\n') + 1
}

/** The end of the line of a place, or of as much of it as is looked at. */
export function lineEnd(text: string, place: number): number {
  const line = text.slice(place, place + FURTHEST).indexOf('\n')
  return Math.min(text.length, place + (line < 0 ? FURTHEST : line))
}

function dashed(text: string, low: number, high: number, spans: readonly Span[]): string {
  let words = text.slice(low, high)
  for (const [begin, end] of spans) {
    const [from, to] = [Math.max(begin, low) - low, Math.min(end, high) - low]
    if (from < to) words = words.slice(0, from) + '—'.repeat(to - from) + words.slice(to)
  }
  return words
}
