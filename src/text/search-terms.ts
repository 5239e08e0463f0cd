import { stemmed } from './stem.ts'
import { isSpaceless, type Word, wordsIn } from './words.ts'

/** One thing that is looked for: a word, a `"phrase"`, the beginning of either (`*`), or what is to be left out (`-`). */
export interface SearchTerm {
  /** The term as it was written, without its signs and those around it. */
  readonly written: string
  /** Tokens that must stand one behind the other. */
  readonly tokens: readonly string[]
  /** Single tokens any of which will do as well: other forms of a word. */
  readonly others: readonly string[]
  readonly isPhrase: boolean
  readonly isPrefix: boolean
  readonly isExcluded: boolean
}

/** The longest search; the rest is cut off. */
const LONGEST_SEARCH = 1000
const MOST_TERMS = 50
/** All words with one beginning are gone through before the first hit: of more beginnings, the others are whole words. */
const MOST_PREFIXES = 5
/** A quoted phrase, or a run of anything but spaces and quotes; either may be a prefix (`*`) or be left out (`-`). */
const writtenTerm = /(-?)(?:"([^"]*)"|([^\s"]+))(\*?)/gu

/** The terms of a user's search. Signs that are none of ours only separate: no text is an error. */
export function searchTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  let prefixes = 0
  for (const [, minus, phrase, bare = '', star] of withPlainQuotes(text.slice(0, LONGEST_SEARCH)).matchAll(
    writtenTerm,
  )) {
    const isPhrase = phrase !== undefined
    const isPrefix = prefixes < MOST_PREFIXES && (star === '*' || (!isPhrase && bare.endsWith('*')))
    const term = searchTermOf(phrase ?? bare.replace(/\*$/, ''), {
      isPhrase,
      isPrefix,
      isExcluded: minus === '-',
    })
    if (!term) continue
    terms.push(term)
    if (terms.length === MOST_TERMS) break
    if (term.isPrefix) prefixes += 1
  }
  return terms
}

/** A character of a script without spaces is a word by itself. */
const isOneLetter = (token: string): boolean => [...token].length === 1 && !isSpaceless(token)

/** Quotation marks as typewriters have them, but for Hebrew's sign of abbreviation. */
const withPlainQuotes = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u201c-\u201f\u00ab\u00bb\uff02]/g, '"')
    .replace(/(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g, '\u05f4')

type Signs = Pick<SearchTerm, 'isPhrase' | 'isPrefix' | 'isExcluded'>

function searchTermOf(text: string, given: Signs): SearchTerm | null {
  const words = [...wordsIn(text)]
  const tokens = words.flatMap(given.isPhrase ? allTokens : soughtTokens)
  const last = tokens.at(-1)
  if (last === undefined) return null
  // Of one letter there are too many words: it is a whole one, as in al-J* or s*.
  const signs = { ...given, isPrefix: given.isPrefix && !isOneLetter(last) }
  const [word] = words
  const written = text.slice(word?.start, words.at(-1)?.end)
  const isWord = !signs.isPhrase && words.length === 1 && word !== undefined
  return { ...signs, written, tokens, others: isWord ? othersOf(word, signs.isPrefix) : [] }
}

const allTokens = ({ pieces }: Word): string[] => pieces.map(({ token }) => token)
const soughtTokens = (word: Word): string[] => allTokens(word).slice(0, word.isPossessive ? -1 : undefined)

/**
 * Other forms by which a word is found. A word of several pieces has them as a whole only, and the beginning of a word has
 * no stem.
 */
function othersOf(word: Word, isPrefix: boolean): string[] {
  const pieces = word.isPossessive ? word.pieces.slice(0, -1) : word.pieces
  const [piece] = pieces
  const others = pieces.length === 1 && piece ? piece.forms : word.joined
  return isPrefix ? others.filter((other) => !isStemIn(other, word)) : [...others]
}

const isStemIn = (form: string, { pieces, joined }: Word): boolean =>
  [...pieces.map(({ token }) => token), ...joined].some((whole) => whole !== form && stemmed(whole) === form)

/** A term of a single word, as another spelling of one that was looked for. */
export const wordTerm = (text: string, isPrefix = false): SearchTerm | null =>
  searchTermOf(text, { isPhrase: false, isPrefix, isExcluded: false })

/** A term as it would be typed. */
export function typed({ written, isPhrase, isPrefix, isExcluded }: SearchTerm): string {
  return `${isExcluded ? '-' : ''}${isPhrase ? `"${written}"` : written}${isPrefix ? '*' : ''}`
}

/** Terms as a query of the full-text index; null where nothing is left to look for. */
export function ftsQuery(terms: readonly SearchTerm[], join: 'AND' | 'OR' = 'AND'): string | null {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(ftsTerm)
  const unwanted = terms.filter(({ isExcluded }) => isExcluded).map(ftsTerm)
  if (wanted.length === 0) return null
  const query = wanted.join(` ${join} `)
  // One NOT: a chain of them is a tree as deep as it is long, which the index refuses past 256.
  return unwanted.length > 0 ? `(${query}) NOT (${unwanted.join(' OR ')})` : query
}

/** Phrases stand in what was written; a single word may be another's stem, too. */
function ftsTerm({ tokens, others, isPhrase, isPrefix }: SearchTerm): string {
  const star = isPrefix ? ' *' : ''
  const whole = `"${tokens.join(' ')}"${star}`
  const isExact = isPhrase || tokens.length > 1
  const all = [isExact ? `(- forms : ${whole})` : whole, ...others.map((other) => `"${other}"${star}`)]
  return all.length === 1 ? (all[0] as string) : `(${all.join(' OR ')})`
}
