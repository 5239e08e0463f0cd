import { plainLetters } from '../text/fold.ts'

/** A text's words, and where they stand; marks on letters do not count, case does. */
export interface Words {
  readonly text: string
  readonly begins: readonly number[]
  readonly ends: readonly number[]
}

/** Where a text names somebody or something of the graph. */
export interface Named {
  readonly begin: number
  readonly end: number
  readonly of: string
}

const word = /[\p{L}\p{N}]+/gu

export function wordsOf(text: string): Words {
  const plain = plainLetters(text)
  const [begins, ends]: [number[], number[]] = [[], []]
  for (const { index, 0: found } of plain.matchAll(word)) {
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

/** From the first letter of a word to the last of another, each stretch of white space as one space. */
const between = ({ text, begins, ends }: Words, first: number, last: number): string =>
  text.slice(begins[first], ends[last]).replace(/\s+/g, ' ')

/** Names and what they stand for, found in a text in time that grows with the text and not with the names. */
export class PhraseIndex<T> {
  readonly #of = new Map<string, T>()
  /** By the first word: how many words the names have that begin so, the longest first. */
  readonly #lengths = new Map<string, number[]>()

  /** What came first stays. */
  add(phrase: string, of: T): void {
    const words = wordsOf(phrase.normalize('NFC'))
    const length = words.begins.length
    if (length === 0) return
    const key = between(words, 0, length - 1)
    if (key.length < 2 || this.#of.has(key)) return
    this.#of.set(key, of)
    const first = between(words, 0, 0)
    const lengths = this.#lengths.get(first) ?? []
    this.#lengths.set(first, lengths)
    if (!lengths.includes(length)) lengths.push(length)
    lengths.sort((a, b) => b - a)
  }

  get(phrase: string): T | undefined {
    return this.#of.get(plainLetters(phrase))
  }

  /** The longest name that begins with this word of the text. */
  longestAt(words: Words, at: number): { of: T; length: number } | undefined {
    const { text, begins, ends } = words
    for (const length of this.#lengths.get(text.slice(begins[at], ends[at])) ?? []) {
      const last = at + length - 1
      if (last >= begins.length) continue
      const of = this.#of.get(between(words, at, last))
      if (of !== undefined) return { of, length }
    }
    return undefined
  }
}
