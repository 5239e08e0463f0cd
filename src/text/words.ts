import { Lru } from '../values/lru.ts'
import { folded, INVISIBLE } from './fold.ts'
import { stemmed } from './stem.ts'

/**
 * A piece of a word, as search takes it for one: an ordinary word is one piece, `Al-Jazeera` is two, and each character
 * of a script that writes no spaces is one, so that 外交部 is found within a longer name as a phrase.
 */
export interface WordPiece {
  readonly start: number
  readonly end: number
  /** Folded. */
  readonly token: string
  /** Other forms by which it is found: its stem in English, and `mueller` for Müller. */
  readonly forms: readonly string[]
}

export interface Word {
  readonly start: number
  readonly end: number
  readonly pieces: readonly WordPiece[]
  /** A word of several pieces written as one, and the forms of that: `aljazeera`, `марʼяненко` without its sign. */
  readonly joined: readonly string[]
  /** Whether its last piece is the s of `Ukraine's`. */
  readonly isPossessive: boolean
}

const LETTER = String.raw`\p{L}\p{N}\p{M}\p{Co}${INVISIBLE}`
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30fc\uff70`
/** Apostrophes; hyphens, but not dashes; and what keeps Persian letters apart. */
const APOSTROPHE = String.raw`'\u2018\u2019\u201b\u05f3\u05f4\uff07\u055a\u0060\u00b4`
const HYPHEN = String.raw`\-\u2010\u2011\u058a\u05be\ufe63\uff0d\u200c`

/** U.S.A., or a run of letters and digits in which single apostrophes and hyphens may stand. */
const wordPattern = new RegExp(
  `\\p{Lu}(?:\\.\\p{Lu})+(?!\\.?[${LETTER}])|[${LETTER}]+(?:[${APOSTROPHE}${HYPHEN}][${LETTER}]+)*`,
  'gu',
)
const pieceOfWord = new RegExp(
  `[${SPACELESS}][\\p{M}\\uff9e\\uff9f]*|(?:(?![${SPACELESS}])[${LETTER}])+`,
  'gu',
)
const token = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const spaceless = new RegExp(`[${SPACELESS}]`, 'u')
const possessiveEnding = new RegExp(`[${APOSTROPHE}]s$`, 'iu')

/** Whether a text has a letter of a script that writes no spaces. */
export const isSpaceless = (text: string): boolean => spaceless.test(text)

/** Apostrophes that Unicode has among the letters, and Hebrew's sign of abbreviation as it is typed. As long as before. */
const asSeparators = (text: string): string => (isAscii.test(text) ? text : withSeparators(text))

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const isAscii = /^[\x00-\x7f]*$/

const withSeparators = (text: string): string =>
  text
    .replace(/[\u02b9\u02bb-\u02bf\u02c8\ua78b\ua78c]/g, "'")
    .replace(/(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g, '\u05f4')

/** The words of a text, one after the other. Offsets are those of the text as it is given. */
export function* wordsIn(text: string): Generator<Word> {
  for (const found of asSeparators(text).matchAll(wordPattern)) {
    const known = analysed(found[0])
    if (known.pieces.length === 0) continue
    const { index } = found
    const pieces = known.pieces.map((one) => ({ ...one, start: index + one.start, end: index + one.end }))
    yield { ...known, pieces, start: index, end: index + found[0].length }
  }
}

/** Each token of a text once, where it does not matter at which place: takes a fraction of the time of `wordsIn`. */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>()
  for (const found of new Set(asSeparators(text).match(wordPattern)))
    for (const { token } of analysed(found).pieces) tokens.add(token)
  return tokens
}

interface Analysis extends Omit<Word, 'start' | 'end'> {
  /** The tokens as the full-text indexes are given them. */
  readonly tokens: string
  readonly forms: string
}

/** The same words come again and again; odd ones are not kept. */
const keptAnalyses = new Lru<string, Analysis>(50_000, (word) => word.length <= 40)

const analysed = (word: string): Analysis => keptAnalyses.take(word, analyse)

function analyse(word: string): Analysis {
  if (/^[A-Za-z0-9]+$/.test(word)) return analysePlain(word)
  const pieces = [...word.matchAll(pieceOfWord)].flatMap((found) => piecesOfWord(found[0], found.index))
  const isPossessive = pieces.length > 1 && possessiveEnding.test(word)
  const joined = spaceless.test(word) ? [] : joinedOf(isPossessive ? pieces.slice(0, -1) : pieces)
  const forms = [...new Set([...pieces.flatMap((one) => one.forms), ...joined])].join(' ')
  return { pieces, joined, isPossessive, tokens: pieces.map((one) => one.token).join(' '), forms }
}

/** Most words, and the rest of what is done for others would take ten times as long. */
function analysePlain(word: string): Analysis {
  const token = word.toLowerCase()
  const stem = stemmed(token)
  const forms = stem === token ? [] : [stem]
  const piece = { start: 0, end: word.length, token, forms }
  return { pieces: [piece], joined: [], isPossessive: false, tokens: token, forms: forms.join(' ') }
}

/** Usually one; a sign such as ﷺ stands for several words. */
function piecesOfWord(written: string, start: number): WordPiece[] {
  const place = { start, end: start + written.length }
  return [...folded(written).matchAll(token)].map(([one]) => ({
    ...place,
    token: one,
    forms: formsOfToken(one, written),
  }))
}

const formsOfToken = (token: string, written: string): string[] =>
  [stemmed(token), writtenOutIn(written)].filter((form) => form !== token && form !== '')

/** How letters with marks are written where a keyboard has none: Mueller, Aalborg, Soerensen, Djokovic. */
const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', đ: 'dj' }

function writtenOutIn(written: string): string {
  const small = written.normalize('NFC').toLowerCase()
  return /[äöüåøđ]/.test(small)
    ? folded(small.replace(/[äöüåøđ]/g, (letter) => digraphs[letter] as string))
    : ''
}

/** More pieces than this are a list or an address, and no word. */
const MOST_JOINED = 5

function joinedOf(pieces: readonly WordPiece[]): string[] {
  if (pieces.length < 2 || pieces.length > MOST_JOINED) return []
  const whole = pieces.map((one) => one.token).join('')
  return /^[0-9]+$/.test(whole) ? [] : [...new Set([whole, stemmed(whole)])]
}

/**
 * All that the full-text indexes are given of a text: its tokens in their order, and, apart, what else its words are found
 * by.
 */
export function indexedText(text: string): { words: string; forms: string } {
  const words: string[] = []
  const forms: string[] = []
  for (const found of asSeparators(text).match(wordPattern) ?? []) {
    const known = analysed(found)
    if (known.tokens !== '') words.push(known.tokens)
    if (known.forms !== '') forms.push(known.forms)
  }
  return { words: words.join(' '), forms: [...new Set(forms)].join(' ') }
}

/** A word of several pieces, taken apart; a run of a script without spaces into every two characters. */
export function wordParts(text: string): string[] {
  const pieces = [...wordsIn(text)].flatMap((word) => word.pieces)
  if (!spaceless.test(text)) return pieces.map(({ start, end }) => text.slice(start, end))
  return pieces.slice(1).map(({ end }, index) => text.slice(pieces[index]?.start, end))
}
