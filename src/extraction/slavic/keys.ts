import anyAscii from 'any-ascii'
import { foldedName } from '../../text/fold.ts'

const caseEnding =
  /(?:ыми|ими|ого|его|ому|ему|ами|ями|ією|ою|ею|єю|ах|ях|ам|ям|ой|ей|ій|ий|ый|ая|яя|ое|ее|ую|юю|ом|ем|єм|ым|им|ім|ої|ії|ые|ие|а|я|у|ю|о|е|є|и|ы|і|ї|й|ь)$/
const SHORTEST_STEM = 3

/** A Cyrillic word, folded, without its ending: Кравец, Кравца and Кравцом are one; Київ and Києва are one. */
export function slavicStemOf(folded: string): string {
  const bare = folded.replace(caseEnding, '')
  const stem = bare.length >= SHORTEST_STEM ? bare.replace(/(?<=...)[еиіїйьєя]$/, '') : folded
  return stem
    .replace(/ів$/, 'ов')
    .replace(/їв$/, 'єв')
    .replace(/(?<=..)[еє]ц$/, 'ц')
    .replace(/^павел$/, 'павл')
}

/** Spellings in Latin letters that stand for one another. */
const sameInLatin: readonly [RegExp, string][] = [
  [/[^a-z]/g, ''],
  [/s(?:h?ch|h)/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ch/g, 'c'],
  [/t[sz]/g, 'c'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/g/g, 'h'],
  [/[yj]/g, 'i'],
  [/i+(?=[eo])/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?<=..)ec$/g, 'c'],
  [/^pavel$/g, 'pavl'],
]

const MOST_KEYS_KEPT = 50_000
const keptKeys = new Map<string, string>()

/**
 * The key by which a word is compared with others, in whichever case, of both languages, and in Latin letters: Кравца is
 * Kravets.
 */
export function slavicKeyOf(word: string): string {
  const known = keptKeys.get(word)
  if (known !== undefined) return known
  if (keptKeys.size >= MOST_KEYS_KEPT) keptKeys.clear()
  const key = newKey(word)
  keptKeys.set(word, key)
  return key
}

function newKey(word: string): string {
  const folded = foldedName(word)
  const isCyrillic = /\p{Script=Cyrillic}/u.test(folded)
  // An acronym has no ending.
  const stem = isCyrillic && !/^\p{Lu}{2,}$/u.test(word) ? slavicStemOf(folded) : folded
  let key = anyAscii(stem).toLowerCase()
  for (const [pattern, letters] of sameInLatin) key = key.replace(pattern, letters)
  const bare = key.replace(/(?<=..)[aeiou]+$/, '')
  return bare.length > 1 ? bare : key
}

const keyedWord = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu
const smallWord = /^(?:и|й|та|і|по|з|із|с|в|у|о|об|про|the|of|and|for)$/i

/** The keys of the words of a name, but for the small ones. */
export const slavicKeysOf = (name: string): string[] =>
  (name.match(keyedWord) ?? []).filter((word) => !smallWord.test(word)).map(slavicKeyOf)
