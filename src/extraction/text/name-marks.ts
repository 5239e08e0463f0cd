/** A few words with capitals between marks. */
const marked =
  /["“„«‘](?=\p{Lu}|\p{N})((?:\p{Lu}[\p{L}\p{M}\p{N}’-]{0,30}|\p{N}{1,4})(?: (?:\p{Lu}[\p{L}\p{M}\p{N}’-]{0,30}|\p{N}{1,4}|of|the|and|de|la|al)){0,4})["”“»’]/gu
const wordBefore = /(\p{L}[\p{L}\p{M}'’.-]{0,30}) $/u
const wordBehind = /^ ([\p{L}-]{1,30})/u
const LONGEST_WORD_BESIDE = 32

/** The places of the marks around a name, and whether a further word follows them. */
export interface NameMarks {
  readonly open: number
  readonly close: number
  readonly isBeforeWord: boolean
}

/** Words for things that have names: the brigade “Azov Star”. */
const thing =
  /^(?:the|a|an|called|named|dubbed|nicknamed|brigade|battalion|regiment|unit|group|movement|party|alliance|coalition|newspaper|daily|weekly|paper|magazine|channel|broadcaster|station|radio|website|portal|agency|company|firm|operator|ship|vessel|tanker|ferry|yacht|trawler|operation|programme|program|project|foundation|charity|organi[sz]ation|union|club|factory|plant|hotel|cinema|theatre|restaurant|bar|café|cafe|institute|centre|center|newspapers|outlet|blog|podcast|gang|cartel|militia)$/iu
/** Words before somebody to whom something is told, or who is said to have told it: told “Wieści”. */
const wordOfTelling = /^(?:told|to|by|with|in|from|tells|reports?|reported|for)$/iu
/** Words behind a quotation rather than a name. */
const saysBehind =
  /^(?:said|says|told|asked|added|wrote|he|she|they|it|i|we|replied|shouted|answered|whispered)$/iu

/**
 * The marks around names: Ivan “The Fox” Petrenko, the “Azov Star” brigade, he told “Wieści”. Nobody says what stands
 * between them.
 */
export function nameMarksIn(text: string): NameMarks[] {
  const found: NameMarks[] = []
  for (const match of text.matchAll(marked)) {
    const [open, close] = [match.index, match.index + match[0].length - 1]
    if (!isPairOfMarks(text.charAt(open), text.charAt(close))) continue
    const before = wordBefore.exec(text.slice(Math.max(0, open - LONGEST_WORD_BESIDE), open))?.[1]
    const next = wordBehind.exec(text.slice(close + 1, close + 1 + LONGEST_WORD_BESIDE))?.[1] ?? ''
    if (before && isMarkedName(before, next)) found.push({ open, close, isBeforeWord: next !== '' })
  }
  return found
}

/** The text with spaces for these marks, so that a name is one with the words around it. */
export function withoutNameMarks(text: string, marks: readonly NameMarks[]): string {
  let plain = ''
  let at = 0
  for (const { open, close } of marks) {
    plain += `${text.slice(at, open)} ${text.slice(open + 1, close)} `
    at = close + 1
  }
  return plain + text.slice(at)
}

/** The range with the mark that belongs to a name's other mark: The newspaper “Wieści”. */
export function withMark(text: string, begin: number, end: number): [number, number] {
  const words = text.slice(begin, end)
  const [open = -1, close = -1] = [
    /["“„«‘](?=\p{Lu})[^"”»’]*$/u.exec(words)?.index,
    /^[^"“„«‘]*["”»](?=\s)/u.exec(words)?.index,
  ]
  if (open >= 0 && isPairOfMarks(words.charAt(open), text.charAt(end))) return [begin, end + 1]
  return close >= 0 && begin > 0 && /["“„«]/.test(text.charAt(begin - 1)) ? [begin - 1, end] : [begin, end]
}

const isPairOfMarks = (open: string, close: string): boolean =>
  ['""', '“”', '„“', '„”', '«»', '‘’'].includes(open + close)

/**
 * Whether marks stand between words that go on as one: a first and a last name, an article and its noun, a verb of telling
 * and the sentence's end.
 */
function isMarkedName(before: string, next: string): boolean {
  const isArticle = /^(?:the|an?)$/i.test(before)
  if (!next || saysBehind.test(next)) return wordOfTelling.test(before) || (thing.test(before) && !isArticle)
  return (
    /^(?:told|tells)$/.test(before) ||
    thing.test(before) ||
    (/^\p{Lu}\p{Ll}/u.test(before) && /^\p{Lu}/u.test(next))
  )
}
