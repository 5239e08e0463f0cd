import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { asTagged } from './spelling.ts'
import type { PartOfSpeech } from './token-arrays.ts'

let loaded: ReturnType<typeof winkNLP> | undefined

/**
 * Only sentences and tags: entities, sentiment and negation cost as much again and are not used. It is made for the first
 * text, as it takes a quarter of a second, which a server's start does not wait for.
 */
const tagger = () => (loaded ??= winkNLP(model, ['sbd', 'pos']))

/** Longer runs without a space are no words, and cost the tokenizer quadratic time. */
const LONGEST_TAGGED_WORD = 120
/** The tokenizer slows down on long documents; whole paragraphs are read together up to this size. */
const CHUNK = 20_000

/** Takes a token: where it stands, its part of speech, and whether the tagger ends a sentence after it. */
export type TakeToken = (begin: number, end: number, pos: PartOfSpeech, isLast: boolean) => void

/** Hands on the tokens of a text, in order. */
export function tagText(text: string, take: TakeToken): void {
  const plain = asTagged(text)
  for (const [from, to] of chunks(plain)) tagChunk(text, plain, from, to, take)
}

function tagChunk(text: string, plain: string, from: number, to: number, take: TakeToken): void {
  const chunk = plain.slice(from, to)
  if (chunk.length > LONGEST_TAGGED_WORD && !/\s/.test(chunk)) {
    take(from, to, 'X', false)
    return
  }
  const { its, readDoc } = tagger()
  const doc = readDoc(chunk)
  const tokens = doc.tokens()
  const values = tokens.out(its.value)
  const tags = tokens.out(its.pos) as PartOfSpeech[]
  const sentences = doc.sentences().out(its.span) as unknown as [number, number][]
  const ends = new Set(sentences.map((s) => s[1]))
  let at = from
  for (const [i, value] of values.entries()) {
    const near = plain.charCodeAt(at) === 32 ? at + 1 : at
    const found = plain.startsWith(value, near) ? near - from : chunk.indexOf(value, at - from)
    if (found < 0) continue
    const begin = from + found
    at = begin + value.length
    if (value.charCodeAt(0) <= 32 && value.trim() === '') continue
    takeWhole(text, begin, at, tags[i] ?? 'X', ends.has(i), take)
  }
}

/**
 * Takes a token as the tagger gives it, but for what is cut otherwise here: *I'm* is two words, *no* and the stop after it
 * are two, a mark of two apostrophes is one.
 */
function takeWhole(
  text: string,
  begin: number,
  end: number,
  pos: PartOfSpeech,
  isLast: boolean,
  take: TakeToken,
): void {
  const [length, first] = [end - begin, text.charCodeAt(begin)]
  if (length === 3 && (first === 73 || first === 105) && /^I['’]m$/i.test(text.slice(begin, end))) {
    take(begin, begin + 1, 'PRON', false)
    take(begin + 1, end, 'AUX', isLast)
  } else if (length === 3 && first === 110 && /^no\.(?!\s?\d)/.test(text.slice(begin, end + 2))) {
    take(begin, begin + 2, 'INTJ', false)
    take(begin + 2, end, 'PUNCT', isLast || /^\s\p{Lu}/u.test(text.slice(end, end + 3)))
  } else if (length === 1 && first === 39 && text.charCodeAt(end) === 39) {
    take(begin, begin + 2, 'PUNCT', isLast)
  } else take(begin, end, pos, isLast)
}

/** Cuts at line ends where it can, at a space where it must, and sets overlong words apart. */
function* chunks(text: string): Generator<[number, number]> {
  let from = 0
  let start = 0
  while (start + LONGEST_TAGGED_WORD < text.length) {
    let space = start + LONGEST_TAGGED_WORD
    while (space >= start && !isSpace(text, space)) space--
    if (space < start) {
      let end = start + LONGEST_TAGGED_WORD
      while (end < text.length && !isSpace(text, end)) end++
      yield* pieces(text, from, start)
      yield [start, end]
      from = end
      start = end
    } else start = space + 1
  }
  yield* pieces(text, from, text.length)
}

function isSpace(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return (
    code === 32 ||
    code === 10 ||
    (code < 14 && code > 8) ||
    code === 160 ||
    (code > 0x1fff && /\s/.test(text[i] as string))
  )
}

function* pieces(text: string, from: number, to: number): Generator<[number, number]> {
  let at = from
  while (at < to) {
    let end = Math.min(at + CHUNK, to)
    if (end < to) {
      const line = text.lastIndexOf('\n', end)
      const space = text.lastIndexOf(' ', end)
      if (line > at) end = line
      else if (space > at) end = space
    }
    yield [at, end]
    at = end
  }
}
