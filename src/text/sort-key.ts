import { folded } from './fold.ts'

/** A longer text is sorted by its beginning. */
const LONGEST_SORTED = 120

/**
 * The key by which a list of names is sorted, code by code: letters as search compares them, so that Élodie stands beside
 * Eleonora and Łódź beside Lodz; numbers by their size; no punctuation; Latin before Greek before Cyrillic. A name that
 * has neither letters nor digits stands as it is, before all others.
 */
export function sortKey(name: string): string {
  const words = folded(name.slice(0, LONGEST_SORTED).replace(sortedApostrophe, '')).match(sortedWord)
  if (!words) return name.slice(0, LONGEST_SORTED).replace(/\p{Surrogate}/gu, '')
  return words.map(wordKey).join(' ')
}

const sortedApostrophe = /['\u2018\u2019\u02bb-\u02bf\u02b9\uff07]/g
const sortedWord = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

const wordKey = (word: string): string =>
  word
    .replace(/[0-9]+/g, numberKey)
    .replace(thaiVowel, '$2$1')
    .replace(movedLetters, (letter) => letterPlaces.get(letter) as string)

/** Thai and Lao write some vowels before the consonant by which a dictionary has the word. */
const thaiVowel = /([\u0e40-\u0e44\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])/g

/** A number with its length before it, so that 9 comes before 10. */
function numberKey(digits: string): string {
  const number = digits.replace(/^0+(?=.)/, '')
  return String.fromCharCode(0x30 + Math.min(number.length, 0x2f)) + number
}

/** Letters that Unicode has at the end of their alphabet, each behind the letter that it follows in its own. */
const followers =
  'г:ѓ д:ђ е:є з:ѕ и:ії к:қ л:љ н:њң о:ө т:ћќ у:ўұү х:һ ч:џ а:ә ب:پ ت:ٹ ج:چ د:ڈ ر:ڑ ز:ژ ف:ڤ ك:گ ن:ں'
const LAST_PLACE = 0xe000
const letterPlaces = new Map(
  followers.split(' ').flatMap((pair) => {
    const [letter = '', all = ''] = pair.split(':')
    return [...all].map((follower, index): [string, string] => [
      follower,
      letter + String.fromCharCode(LAST_PLACE + index),
    ])
  }),
)
const movedLetters = new RegExp(`[${[...letterPlaces.keys()].join('')}]`, 'gu')
