import { type Mark, searchMarksIn } from './marks.ts'
import type { SearchTerm } from './search-terms.ts'

/** The length of a snippet in characters, about: it begins and ends with a whole word. */
const LENGTH = 110
/** The number of characters before the first match, so that it is read in its context. */
const BEFORE = 40
/** The most matches that are looked at, in a long text in which the words stand everywhere. */
const MOST_MARKS_READ = 500

/** Matches that stand close together, and how many of the terms are among them. */
interface Cluster {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly terms: number
}

/**
 * The words that match, in their context, marked with ** on both sides: from whichever of the texts has most of the
 * terms close together. Without marks, and from the beginning, where none has any.
 */
export function snippetFrom(texts: readonly string[], terms: readonly SearchTerm[]): string {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded)
  const clusters = texts.map((text) => clusterIn(text, wanted))
  const best = clusters.reduce((one, other) => (other.terms > one.terms ? other : one))
  const [from, until] = snippetBounds(best)
  const shown = best.text.slice(from, until)
  const marked = markedText(shown, [...searchMarksIn(shown, wanted)])
  return `${from > 0 ? '…' : ''}${marked}${until < best.text.length ? '…' : ''}`
}

function clusterIn(text: string, terms: readonly SearchTerm[]): Cluster {
  let best: Cluster = { text, marks: [], terms: 0 }
  let near: Mark[] = []
  let seen = 0
  for (const mark of searchMarksIn(text, terms)) {
    near = [...near.filter(({ start }) => mark.end - start <= LENGTH - BEFORE), mark]
    const found = new Set(near.map(({ term }) => term)).size
    if (found > best.terms) best = { text, marks: near, terms: found }
    if (best.terms === terms.length || ++seen === MOST_MARKS_READ) break
  }
  return best
}

/** The bounds of the snippet: between words where there are spaces, and never within a character. */
function snippetBounds({ text, marks }: Cluster): [number, number] {
  const [first, last] = [marks[0]?.start ?? 0, marks.at(-1)?.end ?? 0]
  const from = last <= LENGTH ? 0 : beginning(text, first)
  return [from, endOfSnippet(text, Math.max(last, from + LENGTH), last)]
}

function beginning(text: string, first: number): number {
  const earliest = Math.max(0, first - BEFORE)
  if (earliest === 0) return 0
  const space = text.slice(earliest, first).search(/\s\S/)
  return space >= 0 ? earliest + space + 1 : wholeCharacter(text, earliest)
}

function endOfSnippet(text: string, latest: number, last: number): number {
  if (latest >= text.length) return text.length
  const space = text.slice(last, latest + 1).search(/\s\S*$/)
  return space >= 0 ? last + space : wholeCharacter(text, latest)
}

/** The end of the character in which a place is. */
function wholeCharacter(text: string, at: number): number {
  let end = at
  while (end < text.length && /^[\p{M}\p{Cf}\udc00-\udfff]/u.test(text.slice(end, end + 2))) end++
  return end
}

/** Overlapping matches are one. A pair of asterisks of the text's own is parted, invisibly, lest it be taken for a mark. */
function markedText(text: string, marks: readonly Mark[]): string {
  const plain = (from: number, until?: number) => text.slice(from, until).replaceAll('**', '*\u2060*')
  let written = ''
  let at = 0
  for (const { start, end } of merged(marks)) {
    written += `${plain(at, start)}**${plain(start, end)}**`
    at = end
  }
  return written + plain(at)
}

function merged(marks: readonly Mark[]): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}
