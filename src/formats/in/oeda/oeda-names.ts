const small = new Set(
  'a an and at by de del der des di du e el for in la las le les of on the to und van von y'.split(' '),
)

/**
 * A name of a dictionary, which has capital letters only, as it is mostly written. A word with no vowel, or with full stops or in
 * brackets, is taken for an abbreviation and stays as it is.
 */
export function writtenName(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name
    .split(' ')
    .map((word, index) => writtenWord(word, index === 0))
    .join(' ')
}

function writtenWord(word: string, isFirst: boolean): string {
  const lower = word.toLowerCase()
  if (!isFirst && small.has(lower)) return lower
  if (/[.()&/\d]/.test(word) || !/[AEIOUYÀ-ÿ]/i.test(word)) return word
  return lower.replace(
    /(^|[-'’])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}
