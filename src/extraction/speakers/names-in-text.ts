import { plainLetters } from '../../text/fold.ts'

/** Acronyms introduced in brackets after the words they stand for: Harbour Workers' Union (HWU). */
export function bracketedAcronyms(text: string): { acronym: string; name: string; begin: number }[] {
  const found: { acronym: string; name: string; begin: number }[] = []
  for (const match of text.matchAll(/\(([\p{Lu}][\p{Lu}\p{N}&-]{1,9})\)/gu)) {
    const acronym = match[1] as string
    const words = text.slice(Math.max(0, match.index - 120), match.index).trimEnd()
    const name = expansion(words, acronym)
    if (name) found.push({ acronym, name, begin: match.index - (words.length - words.lastIndexOf(name)) - 1 })
  }
  return found
}

/** The fewest last words whose initials are the acronym's letters, small words like "of" aside. */
function expansion(before: string, acronym: string): string | undefined {
  const words = before.split(/\s+/)
  for (let n = 1; n <= Math.min(words.length, acronym.length + 4); n++) {
    const tail = words.slice(-n)
    const all = tail.map((w) => w.charAt(0).toUpperCase()).join('')
    const capital = tail
      .filter((w) => /^\p{Lu}/u.test(w))
      .map((w) => w.charAt(0))
      .join('')
    if ((all === acronym || capital === acronym) && /^\p{Lu}/u.test(tail[0] as string)) return tail.join(' ')
  }
  return undefined
}

export interface NameMention<T> {
  readonly begin: number
  readonly end: number
  readonly of: T
}

interface Name<T> {
  readonly text: string
  /** The begin of its first word. */
  readonly offset: number
  readonly of: T
}

const wordOfText = /[\p{L}\p{N}]+/gu
const wordAtEnd = /[\p{L}\p{N}]$/u
const wordAtBegin = /^[\p{L}\p{N}]/u

/**
 * Finds whole names in a text, the longest where several begin, so that a part of a longer name is not met again. Marks on
 * letters do not count, case does: Łukasz is met as Lukasz, and the US is no us. Only names that begin with a word of the
 * text are compared with it.
 */
export function mentions<T>(
  text: string,
  names: readonly (readonly [name: string, of: T])[],
): NameMention<T>[] {
  const byWord = byFirstWord(names)
  const found: NameMention<T>[] = []
  if (byWord.size === 0) return found
  const plain = plainLetters(text)
  let free = 0
  for (const { 0: first, index } of plain.matchAll(wordOfText)) {
    const name = byWord.get(first)?.find((one) => standsAt(one, plain, index, free))
    if (!name) continue
    const begin = index - name.offset
    free = begin + name.text.length
    found.push({ begin, end: free, of: name.of })
  }
  return found
}

/** Each name once, the longest first. */
function byFirstWord<T>(names: readonly (readonly [name: string, of: T])[]): Map<string, Name<T>[]> {
  const known = new Set<string>()
  const byWord = new Map<string, Name<T>[]>()
  for (const [written, of] of names) {
    const text = plainLetters(written.normalize('NFC'))
    const first = text.length > 1 && !known.has(text) ? text.match(wordOfText)?.[0] : undefined
    if (first === undefined) continue
    known.add(text)
    const name = { text, offset: text.indexOf(first), of }
    const others = byWord.get(first)
    if (others) others.push(name)
    else byWord.set(first, [name])
  }
  for (const others of byWord.values()) others.sort((a, b) => b.text.length - a.text.length)
  return byWord
}

function standsAt<T>({ text, offset }: Name<T>, plain: string, index: number, free: number): boolean {
  const begin = index - offset
  const end = begin + text.length
  return (
    begin >= free &&
    plain.startsWith(text, begin) &&
    !wordAtBegin.test(plain.slice(end, end + 2)) &&
    !wordAtEnd.test(plain.slice(Math.max(0, begin - 2), begin))
  )
}
