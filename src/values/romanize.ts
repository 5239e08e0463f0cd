import anyAscii from 'any-ascii'

/** Ukrainian letters by the national table of 2010, where they differ from what Russian ones are taken for. */
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

/** Whether a text is in Ukrainian: it is the only language with і, ї, є or ґ that does without ы, э, ё, ў and ъ. */
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
