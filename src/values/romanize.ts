import anyAscii from 'any-ascii'

/** By the national table of 2010, where it differs from what Russian letters are taken for. */
const ukrainianLetters: Readonly<Record<string, string>> = {
  г: 'h',
  ґ: 'g',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  є: 'ie',
  ю: 'iu',
  я: 'ia',
}
/** The same at the beginning of a word. */
const ukrainianInitials: Readonly<Record<string, string>> = { ї: 'yi', й: 'y', є: 'ye', ю: 'yu', я: 'ya' }

/** Of the languages that are written with і, ї, є or ґ, none but Ukrainian does without these others. */
const isUkrainian = (text: string): boolean => /[іїєґ]/.test(text) && !/[ыэёўъ]/.test(text)

/** A text in the letters of the Latin alphabet without marks, as far as they can be told; in lower case. */
export function romanized(text: string): string {
  const small = text.normalize('NFKC').toLowerCase()
  const whole = small.replace(/(?<=\p{sc=Cyrl})['’ʼ‘](?=\p{sc=Cyrl})/gu, '').replace(/[ьъ]/g, '')
  return anyAscii(isUkrainian(small) ? fromUkrainian(whole) : whole).toLowerCase()
}

const fromUkrainian = (text: string): string =>
  text
    .replaceAll('зг', 'zgh')
    .replace(/(?<!\p{L})[їйєюя]/gu, (letter) => ukrainianInitials[letter] as string)
    .replace(/[гґиіїйєюя]/g, (letter) => ukrainianLetters[letter] as string)
