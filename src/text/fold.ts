/**
 * Letters that readers take for others, of small letters without marks. Only what no decomposition of Unicode's tells:
 * ø has no mark that could be taken off, and ą has one.
 */
const byGroup: readonly string[] = [
  // Latin.
  'ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ŋ:n ı:i ȷ:j ŧ:t ĸ:k ƶ:z ǥ:g ɖ:d ƒ:f ʋ:v',
  // Latin of Azerbaijan and of Africa, as it is typed on other keyboards.
  'ə:e ǝ:e ɛ:e ɔ:o ɓ:b ɗ:d ɣ:g ɨ:i ɩ:i ƙ:k ƴ:y ʉ:u ʊ:u ʒ:z',
  'ς:σ',
  // Ukrainian was written without ґ for decades; ё loses its dots with the marks. Й, ї and ў are letters of their own.
  'ґ:г',
  // Arabic: one alef, one ya, one ha, one kaf, whichever language the keyboard is for.
  'ٱ:ا ى:ي ی:ي ے:ي ې:ي ة:ه ۃ:ه ہ:ه ە:ه ھ:ه ک:ك ڪ:ك',
  // Hebrew: the form at the end of a word, and Yiddish's pairs.
  'ך:כ ם:מ ן:נ ף:פ ץ:צ װ:וו ױ:וי ײ:יי',
  // Hindi writes the nasal either way.
  'ँ:ं',
]

/** Letters beside which a mark makes another letter: й, ў, ї, and Macedonian ѓ and ќ. */
const lettersWithOwnMark = String.raw`(?<![иу])\u0306|(?<!і)\u0308|(?<![гк])\u0301`
/** Marks above and below Latin, Greek and Cyrillic letters, but for those three. */
const europeanMarks = String.raw`[\u0300\u0302-\u0305\u0307\u0309-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`
/** Vowels and cantillation of Hebrew, Arabic and Syriac; the line that lengthens an Arabic word; the dot of Hindi's क़. */
const vowels = String.raw`[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u0a3c]`
/** Characters that are not seen: soft hyphens, directions, joiners, choices of a glyph. */
export const INVISIBLE = String.raw`\u00ad\u061c\u180e\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff`

const dropped = new RegExp(`${lettersWithOwnMark}|${europeanMarks}|${vowels}|[${INVISIBLE}]`, 'gu')
const plainLetterOf = new Map(
  byGroup.flatMap((group) => group.split(' ').map((pair) => pair.split(':') as [string, string])),
)
const special = new RegExp(`[${[...plainLetterOf.keys()].join('')}]`, 'gu')
const otherDigit = /(?![0-9])\p{Nd}/gu
const katakana = /[\u30a1-\u30f6]/g

/**
 * A word as search compares it: small letters, no marks, one form of each letter, the digits 0 to 9. Whatever is
 * indexed and whatever is looked for goes through here.
 */
export function folded(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(dropped, '')
    .replace(special, (letter) => plainLetterOf.get(letter) as string)
    .replace(otherDigit, digitOf)
    .normalize('NFC')
    .replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
}

const apostropheLike = /[\u0060\u00b4\u02b9\u02bb-\u02bd\u2018\u2019\u201b]/g

/** A name or a text as names are compared: folded, and with the apostrophe of a typewriter in place of any other. */
export const foldedName = (text: string): string => folded(text.replace(apostropheLike, "'"))

/**
 * A composed text with each letter and apostrophe as `foldedName` has it, but in its own place and case: Łukasz is Lukasz,
 * Æ stays. What is found in it stands at the same place in the text itself.
 */
export const plainLetters = (text: string): string =>
  text.replace(apostropheLike, "'").replace(/[\u0080-\uffff]/g, plainLetter)

function plainLetter(letter: string): string {
  const plain = folded(letter)
  if (plain.length !== letter.length) return letter
  return letter === letter.toLowerCase() ? plain : plain.toUpperCase()
}

/** Unicode has the ten digits of a script in a row, which begins at a code that ends in 0 or in 6. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) as number
  const low = code & 0xf
  const isFromZero = low < 6 || isDigit(code - low)
  return String(isFromZero ? low : low - 6)
}

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code))
