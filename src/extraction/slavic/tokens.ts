import { itemAt } from '../../values/item-at.ts'
import type { Span } from '../attribution.ts'

export type TokenKind = 'word' | 'open' | 'close' | 'dash' | 'comma' | 'colon' | 'stop' | 'other'

/** A word or a mark of a text in Russian or Ukrainian. */
export interface Token {
  readonly begin: number
  readonly end: number
  readonly text: string
  /** The word in small letters, with one apostrophe and without the dots of ё, which most texts leave out. */
  readonly low: string
  kind: TokenKind
  /** The other mark of a pair of quotation marks, or the end of its paragraph. */
  mate: number
  /** The number of quotations in which it stands. */
  depth: number
}

/** A half-open range of tokens. */
export type SlavicRange = [first: number, last: number]

export interface SlavicTokens {
  readonly all: readonly Token[]
  readonly paragraphs: readonly SlavicRange[]
  readonly sentences: readonly SlavicRange[]
}

const tokenPattern = /\p{N}+(?:[.,:]\p{N}+)*(?:-\p{L}+)?|[\p{L}\p{N}]+(?:['’ʼ‑-][\p{L}\p{N}]+)*|\.{2,}|\S/gu
/** A new paragraph: an empty line, or a line that begins after the end of a sentence or with a dash. */
const paragraphGap = /\n[^\S\n]*\n|(?<=[.!?…»”":;])[^\S\n]*\n|\n(?=[^\S\n]*[—–-])/

const kindOfMark: Readonly<Record<string, TokenKind>> = {
  '—': 'dash',
  '–': 'dash',
  '-': 'dash',
  ',': 'comma',
  ':': 'colon',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
}

export function readSlavicTokens(text: string): SlavicTokens {
  const all: Token[] = []
  const paragraphs: SlavicRange[] = []
  let before = 0
  let first = 0
  for (const match of text.matchAll(tokenPattern)) {
    if (all.length > first && paragraphGap.test(text.slice(Math.max(before - 1, 0), match.index))) {
      paragraphs.push([first, all.length])
      first = all.length
    }
    all.push(tokenOf(match[0], match.index))
    before = match.index + match[0].length
  }
  if (all.length > first) paragraphs.push([first, all.length])
  for (const paragraph of paragraphs) pairQuotes(text, all, paragraph)
  return {
    all,
    paragraphs,
    sentences: paragraphs.flatMap((paragraph) => sentencesOfParagraph(all, paragraph)),
  }
}

function tokenOf(text: string, begin: number): Token {
  const isWord = /^[\p{L}\p{N}]/u.test(text)
  const low = isWord ? text.toLowerCase().replace(/ё/g, 'е').replace(/[’ʼ]/g, "'") : text
  const kind = isWord ? 'word' : text.startsWith('..') ? 'stop' : (kindOfMark[text] ?? 'other')
  return { begin, end: begin + text.length, text, low, kind, mate: -1, depth: 0 }
}

/** Pairs quotation marks within a paragraph; one that is never closed lasts to the paragraph's end. */
function pairQuotes(text: string, all: readonly Token[], [first, last]: SlavicRange): void {
  const opened: number[] = []
  for (let at = first; at < last; at++) {
    const token = itemAt(all, at)
    const open = opened.at(-1)
    const turn = turnOf(text, token, open === undefined ? undefined : all[open])
    if (turn === 'close' && open !== undefined) {
      opened.pop()
      token.kind = 'close'
      token.mate = open
      itemAt(all, open).mate = at
    }
    token.depth = opened.length
    if (turn === 'open') {
      token.kind = 'open'
      opened.push(at)
    }
  }
  for (const open of opened) itemAt(all, open).mate = last
}

/** “ opens in English and closes in German fashion, and a typewriter's mark tells nothing but by what stands beside it. */
function turnOf(
  text: string,
  { text: mark, begin }: Token,
  opened: Token | undefined,
): TokenKind | undefined {
  if (mark === '«' || mark === '„') return 'open'
  if (mark === '»' || mark === '”') return 'close'
  if (mark === '“') return opened?.text === '„' ? 'close' : 'open'
  if (mark !== '"') return undefined
  const isAfterSpace = begin === 0 || /[\s(«„“"—–-]/.test(text.charAt(begin - 1))
  return isAfterSpace && /[^\s.,:;!?)]/.test(text.charAt(begin + 1)) ? 'open' : 'close'
}

const slavicAbbreviation =
  /^(?:\p{L}|тыс|тис|млн|млрд|руб|грн|ул|вул|им|ім|обл|стр|см|др|пр|просп|бул|им|гг|рр|св|напр|ред|тел|мин|хв|сек|кв|ст|чол|чел|проф|акад|ген|полк)$/u

/**
 * The longest sentence in tokens. A longer one is a table or a list; it is read in pieces, which bounds the time that it
 * takes.
 */
const MOST_SENTENCE_TOKENS = 250

function sentencesOfParagraph(all: readonly Token[], [first, last]: SlavicRange): SlavicRange[] {
  const sentences: SlavicRange[] = []
  let begin = first
  for (let at = first; at < last - 1; at++) {
    if (!endsSentenceAt(all, at, begin) && at - begin < MOST_SENTENCE_TOKENS) continue
    sentences.push([begin, at + 1])
    begin = at + 1
  }
  if (begin < last) sentences.push([begin, last])
  return sentences
}

function endsSentenceAt(all: readonly Token[], at: number, begin: number): boolean {
  const token = itemAt(all, at)
  const next = itemAt(all, at + 1)
  const isNew = /^[\p{Lu}\p{N}]/u.test(next.text) || next.kind === 'open'
  if (token.kind === 'close') return token.depth === 0 && all[at - 1]?.kind === 'stop' && isNew
  if (token.kind !== 'stop' || token.depth > 0 || !isNew) return false
  const before = all[at - 1]
  return !(token.text === '.' && before && at - 1 >= begin && slavicAbbreviation.test(before.low))
}

export const isCapitalizedToken = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && /^\p{Lu}/u.test(token.text)

export const spanOf = ({ all }: SlavicTokens, [first, last]: SlavicRange): Span => [
  itemAt(all, first).begin,
  itemAt(all, last - 1).end,
]
