import { plainLetters } from '../../text/fold.ts'
import { countWhile } from '../../text/in-order.ts'
import { itemAt } from '../../values/item-at.ts'
import { rememberedByWords } from '../lexicon/remembered.ts'

/** A text's words, and where they stand; marks on letters do not count, case does. */
export interface Words {
  readonly text: string
  readonly begins: readonly number[]
  readonly ends: readonly number[]
}

/** A place where a text names somebody or something of the graph. */
export interface NamedPhrase {
  readonly begin: number
  readonly end: number
  readonly of: string
}

/** The last that is named before a place, and fits. */
export function lastNamedBefore(
  named: readonly NamedPhrase[],
  at: number,
  fits: (one: NamedPhrase) => boolean,
): NamedPhrase | undefined {
  for (let index = firstFrom(named, at) - 1; index >= 0; index--) {
    const one = itemAt(named, index)
    if (fits(one)) return one
    if (one.begin < at - FARTHEST_NAMED) return undefined
  }
  return undefined
}

/** The place in a list of the first that begins here or behind. */
export const firstFrom = (named: readonly NamedPhrase[], begin: number): number =>
  countWhile(named, (one) => one.begin < begin)

/** The most letters between a name and "the company" that means it. */
const FARTHEST_NAMED = 5000

/** The begin of the paragraph in which a place is, or a place far enough before it. */
export function paragraphAt(text: string, at: number): number {
  const from = Math.max(0, at - FARTHEST_NAMED)
  return from + Math.max(0, text.slice(from, at).lastIndexOf('\n\n'))
}

const phraseIndexWord = /[\p{L}\p{N}]+/gu

export function phraseWords(text: string): Words {
  const plain = plainLetters(text)
  const [begins, ends]: [number[], number[]] = [[], []]
  for (const { index, 0: found } of plain.matchAll(phraseIndexWord)) {
    begins.push(index)
    ends.push(index + found.length)
  }
  return { text: plain, begins, ends }
}

/** The word beside another one, where but white space stands between them; else no word. */
export function wordAt({ text, begins, ends }: Words, at: number, to: number): string {
  const [left, right] = at < to ? [at, to] : [to, at]
  if (to < 0 || to >= begins.length) return ''
  return /^\s+$/.test(text.slice(ends[left], begins[right])) ? text.slice(begins[to], ends[to]) : ''
}

/** The text from the first letter of a word to the last of another, each stretch of white space as one space. */
const wordsBetween = ({ text, begins, ends }: Words, first: number, last: number): string =>
  text.slice(begins[first], ends[last]).replace(/\s+/g, ' ')

/** A name as it is looked up: its words with one space between them, the first of them, how many they are. */
const parsedPhrase = rememberedByWords((phrase) => {
  const words = phraseWords(phrase.normalize('NFC'))
  const length = words.begins.length
  if (length === 0) return { key: '', first: '', length }
  return { key: wordsBetween(words, 0, length - 1), first: wordsBetween(words, 0, 0), length }
})

/** Names and what they stand for, found in a text in time that grows with the text and not with the names. */
export class PhraseIndex<T> {
  readonly #of = new Map<string, T>()
  /** The numbers of words that names have, by their first word, the longest first. */
  readonly #lengths = new Map<string, number[]>()

  /** Adds a name; one that is there already stays. */
  add(phrase: string, of: T): void {
    const { key, first, length } = parsedPhrase(phrase)
    if (key.length < 2 || this.#of.has(key)) return
    this.#of.set(key, of)
    const lengths = this.#lengths.get(first)
    if (!lengths) this.#lengths.set(first, [length])
    else if (!lengths.includes(length)) {
      lengths.push(length)
      lengths.sort((a, b) => b - a)
    }
  }

  /** The longest name that begins with this word of the text. */
  longestAt(words: Words, at: number): { of: T; length: number } | undefined {
    const { text, begins, ends } = words
    for (const length of this.#lengths.get(text.slice(begins[at], ends[at])) ?? []) {
      const last = at + length - 1
      if (last >= begins.length) continue
      const of = this.#of.get(wordsBetween(words, at, last))
      if (of !== undefined) return { of, length }
    }
    return undefined
  }
}
