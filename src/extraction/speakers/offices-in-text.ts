import { isRole } from '../lexicon/titles.ts'
import type { KnownActors } from './known-actors.ts'
import type { NamedPhrase, Words } from './phrase-index.ts'

const LONGEST_PLACE_WORDS = 4

/** Those of the graph who are named by an office: the Russian president, the governor of Bodo. */
export function officesInText(words: Words, known: KnownActors): NamedPhrase[] {
  const found: NamedPhrase[] = []
  if (!known.hasOffices) return found
  const held = new Map<string, string | undefined>()
  const holder = (phrase: string): string | undefined => {
    if (!held.has(phrase)) held.set(phrase, known.titled(phrase))
    return held.get(phrase)
  }
  const { text, begins, ends } = words
  for (let at = 0; at < begins.length; at++) {
    if (!isRole(text.slice(begins[at], ends[at]))) continue
    const one = officeOfHolder(words, at, holder) ?? officeBehind(words, at, holder)
    if (one) found.push(one)
  }
  return found
}

type Holder = (phrase: string) => string | undefined

/** "governor of the Bodo region". */
function officeOfHolder(words: Words, at: number, holder: Holder): NamedPhrase | undefined {
  const begin = words.begins[at] as number
  for (let last = Math.min(at + LONGEST_PLACE_WORDS, words.ends.length - 1); last >= at + 2; last--) {
    const end = words.ends[last] as number
    const phrase = words.text.slice(begin, end)
    if (!/^\p{L}+\s+(?:of|for)\s+[^.,;:!?\n]+$/u.test(phrase)) continue
    const of = holder(phrase)
    if (of) return { begin, end, of }
  }
  return undefined
}

/** "Russian president", "Norway's foreign minister". */
function officeBehind(words: Words, at: number, holder: Holder): NamedPhrase | undefined {
  const end = words.ends[at] as number
  for (let first = Math.max(0, at - LONGEST_PLACE_WORDS + 1); first < at; first++) {
    const begin = words.begins[first] as number
    const phrase = words.text.slice(begin, end)
    if (!/^\p{Lu}[^.,;:!?\n]+$/u.test(phrase)) continue
    const parts = phrase.split(/\s+/)
    for (let split = 1; split < parts.length; split++) {
      const of = holder(`${parts.slice(split).join(' ')} of ${parts.slice(0, split).join(' ')}`)
      if (of) return { begin, end, of }
    }
  }
  return undefined
}
