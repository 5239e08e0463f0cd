import { indexedText } from '../../../text/words.ts'

/** The words of a text as PostgreSQL finds them. */
export interface WordVector {
  /** As it writes a `tsvector`. */
  readonly words: string
  /** All tokens in a row, with a space on both sides of each; null where the vector has all of their places. */
  readonly sequence: string | null
}

/** A vector has no place beyond this one, and so many places of a word. */
const LAST_PLACE = 16_383
const MOST_PLACES = 250
/** Bytes of a word, and of all words with their places. */
const LONGEST_WORD = 2_000
const LARGEST_VECTOR = 1_000_000

/** Stands in a sequence between a title and a text, so that no phrase reaches across, and before what is no word of the text. */
const BREAK = '.'
export const FORM_SIGN = '='

/** The beginning of a word that is longer than PostgreSQL has them: searches are cut as the index is. */
export function cutWord(word: string): string {
  if (word.length * 3 <= LONGEST_WORD) return word
  const bytes = new TextEncoder().encode(word)
  return bytes.length <= LONGEST_WORD ? word : new TextDecoder().decode(wholeLetters(bytes))
}

/** So many bytes at most, and no piece of a letter at the end. */
function wholeLetters(bytes: Uint8Array): Uint8Array {
  let end = LONGEST_WORD
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}

/**
 * The words of a title and a text at their places, and what else they are found by. The weights: A a title, B a text, D the
 * other forms. Between a title and a text is a gap, so that no phrase reaches across.
 */
export function wordVector(title: string, text: string): WordVector {
  const [titled, written] = [indexedText(title), indexedText(text)]
  const [inTitle, inText] = [wordsOf(titled.words), wordsOf(written.words)]
  const forms = [...wordsOf(titled.forms), ...wordsOf(written.forms)]
  const places = new Map<string, string[]>()
  let isComplete = true
  const add = (words: readonly string[], weight: 'A' | 'B', before: number) => {
    for (const [index, word] of words.entries()) {
      const place = before + index + 1
      const known = places.get(word) ?? []
      if (place >= LAST_PLACE || known.length === MOST_PLACES) isComplete = false
      if (known.length < MOST_PLACES) known.push(`${Math.min(place, LAST_PLACE)}${weight}`)
      places.set(word, known)
    }
  }
  add(inTitle, 'A', 0)
  add(inText, 'B', inTitle.length + 1)
  for (const form of forms) if (!places.has(form)) places.set(form, ['1D'])
  const fitting = withinSize(places)
  return {
    words: [...fitting].map(([word, at]) => `'${word.replace(/['\\]/g, '$&$&')}':${at.join()}`).join(' '),
    sequence: isComplete && fitting === places ? null : sequenceOf(inTitle, inText, forms),
  }
}

const wordsOf = (words: string): string[] => (words === '' ? [] : words.split(' ').map(cutWord))

const sequenceOf = (title: readonly string[], text: readonly string[], forms: readonly string[]): string =>
  ` ${[...title, BREAK, ...text, BREAK, ...forms.map((form) => FORM_SIGN + form)].join(' ')} `

/** A vector that PostgreSQL takes: of too large a text without most of the places, or else without the last of its words. */
function withinSize(places: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  if (sizeOf(places) <= LARGEST_VECTOR) return places
  const fitting = new Map<string, readonly string[]>()
  let size = 0
  for (const [word, [first = '']] of places) {
    size += sizeOfWord(word, 1)
    if (size > LARGEST_VECTOR) break
    fitting.set(word, [first])
  }
  return fitting
}

function sizeOf(places: ReadonlyMap<string, readonly string[]>): number {
  let size = 0
  for (const [word, at] of places) size += sizeOfWord(word, at.length)
  return size
}

/** The word, aligned to two bytes, the number of its places, and two bytes for each. */
const sizeOfWord = (word: string, places: number): number => Buffer.byteLength(word) + 3 + 2 * places
