import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { findQuotes, type Quote } from './quotes.ts'

/** Only sentences and tags: entities, sentiment and negation cost as much again and are not used. */
const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its

/** Longer runs without a space are no words, and cost the tokenizer quadratic time. */
const LONGEST_WORD = 120
/** The tokenizer slows down on long documents; whole paragraphs are read together up to this size. */
const CHUNK = 20_000
/** No sentence of a report is longer; every rule looks around inside one unit, so this bounds them all. */
const LONGEST_UNIT = 1000

/** A sentence, or several that one quotation holds together. */

export interface Unit {
  first: number
  /** exclusive */
  last: number
  paragraph: number
}

/** The text as parallel arrays: one token is an index. */
export interface Tokens {
  text: string
  begin: number[]
  end: number[]
  word: string[]
  low: string[]
  pos: string[]
  /** Which quotation a token stands in, marks included; -1 is none. */
  quote: number[]
  unit: number[]
  units: Unit[]
  quotes: Quote[]
}

export function readTokens(text: string): Tokens {
  const t: Tokens = {
    text,
    begin: [],
    end: [],
    word: [],
    low: [],
    pos: [],
    quote: [],
    unit: [],
    units: [],
    quotes: [],
  }
  const stops = new Set<number>()
  const paragraphs: number[] = []
  for (const [from, to] of chunks(text)) readChunk(t, from, to, stops)
  t.quotes = findQuotes(text)
  placeQuotes(t)
  for (let i = 1; i < t.word.length; i++) {
    const end = t.end[i - 1] as number
    const gap = (t.begin[i] as number) - end
    if (gap > 0 && !(gap === 1 && text[end] === ' ') && text.slice(end, end + gap).includes('\n'))
      paragraphs.push(i)
  }
  cutUnits(t, stops, new Set(paragraphs))
  retagNames(t)
  return t
}

function readChunk(t: Tokens, from: number, to: number, stops: Set<number>): void {
  const chunk = t.text.slice(from, to)
  if (chunk.length > LONGEST_WORD && !/\s/.test(chunk)) {
    push(t, from, to, 'X')
    return
  }
  const doc = nlp.readDoc(chunk)
  const tokens = doc.tokens()
  const values = tokens.out(its.value) as string[]
  const tags = tokens.out(its.pos) as string[]
  const sentences = doc.sentences().out(its.span) as unknown as [number, number][]
  const ends = new Set(sentences.map((s) => s[1]))
  let at = from
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as string
    const near = t.text.charCodeAt(at) === 32 ? at + 1 : at
    const found = t.text.startsWith(value, near) ? near - from : chunk.indexOf(value, at - from)
    if (found < 0) continue
    const begin = from + found
    at = begin + value.length
    if (value.charCodeAt(0) > 32 || value.trim() !== '') push(t, begin, at, tags[i] as string)
    if (ends.has(i)) stops.add(t.word.length - 1)
  }
}

function push(t: Tokens, begin: number, end: number, pos: string): void {
  const word = t.text.slice(begin, end)
  t.begin.push(begin)
  t.end.push(end)
  t.word.push(word)
  const low = word.toLowerCase()
  t.low.push(low.includes('’') ? low.replace('’', "'") : low)
  t.pos.push(pos)
  t.quote.push(-1)
}

/** Cuts at line ends where it can, at a space where it must, and sets overlong words apart. */
function* chunks(text: string): Generator<[number, number]> {
  let from = 0
  let start = 0
  while (start + LONGEST_WORD < text.length) {
    let space = start + LONGEST_WORD
    while (space >= start && !isSpace(text, space)) space--
    if (space < start) {
      let end = start + LONGEST_WORD
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

function placeQuotes(t: Tokens): void {
  let q = 0
  for (let i = 0; i < t.word.length && q < t.quotes.length; i++) {
    const begin = t.begin[i] as number
    while (q < t.quotes.length && (t.quotes[q] as Quote).end <= begin) q++
    const quote = t.quotes[q]
    if (quote && begin >= quote.begin) {
      t.quote[i] = q
      if (quote.first < 0) quote.first = i
      quote.last = i
    }
  }
}

const closers = new Set(['"', '”', '’', "'", "''", ')', ']', '»'])
const enders = new Set(['.', '!', '?', '…', '...', '!!', '?!'])

/** A stop inside a quotation ends no unit unless the quotation ends with it. */
function cutUnits(t: Tokens, stops: Set<number>, paragraphs: Set<number>): void {
  const n = t.word.length
  let first = 0
  let paragraph = 0
  for (let i = 0; i < n; i++) {
    t.unit.push(t.units.length)
    const next = i + 1
    const fresh = paragraphs.has(next)
    const full = next - first >= LONGEST_UNIT
    if (next < n && !fresh && !full && !(stops.has(i) || endsQuoted(t, i))) continue
    if (next < n && !fresh && !full && holdsOn(t, i)) {
      if (closers.has(t.word[next] as string) && t.begin[next] === t.end[i]) stops.add(next)
      continue
    }
    t.units.push({ first, last: next, paragraph })
    first = next
    if (fresh) paragraph++
  }
}

/** Names that are words too: a capital inside a sentence, or before a verb of saying, makes a name. */
function retagNames(t: Tokens): void {
  for (const unit of t.units) {
    for (let i = unit.first; i < unit.last; i++) {
      const pos = t.pos[i] as string
      if (
        pos === 'PUNCT' &&
        t.low[i] === "'" &&
        t.quote[i] === -1 &&
        (t.low[i - 1] ?? '').endsWith('s') &&
        t.begin[i] === t.end[i - 1]
      )
        t.pos[i] = 'PART'
      if (pos !== 'VERB' && pos !== 'ADV' && pos !== 'ADJ' && pos !== 'INTJ') continue
      if (!/^\p{Lu}\p{Ll}/u.test(t.word[i] as string)) continue
      const start = i === unit.first || t.pos[i - 1] === 'PUNCT' || t.quote[i] !== t.quote[i - 1]
      if (
        start
          ? isSaying(t.low[i + 1]) && pos !== 'ADJ' && !known.has(t.low[i] as string)
          : plainAround(t, i, unit)
      )
        t.pos[i] = 'PROPN'
    }
  }
}

const known = new Set('also then now still later earlier he she they who and but finally recently'.split(' '))
const isSaying = (w: string | undefined) =>
  w !== undefined &&
  /^(said|says|called|told|wrote|noted|added|asked|has|was|is|argued|claimed|denied)$/.test(w)

/** Whether the words beside i are not all capitals: headlines prove nothing. */
function plainAround(t: Tokens, i: number, unit: Unit): boolean {
  const next = i + 1 < unit.last ? (t.word[i + 1] as string) : 'a'
  const before = t.word[i - 1] as string
  if (t.pos[i] !== 'VERB' && t.pos[i - 1] !== 'PROPN') return false
  if (t.pos[i + 1] === 'PROPN' && t.pos[i - 1] === 'NOUN' && /^\p{Ll}/u.test(before)) return true
  return /^\p{Ll}/u.test(next) && (/^\p{Ll}/u.test(before) || t.pos[i - 1] === 'PROPN')
}

/** Whether what follows a stop at i still belongs to its sentence. */
function holdsOn(t: Tokens, i: number): boolean {
  const next = i + 1
  const q = t.quote[i] as number
  if (q >= 0 && t.quote[next] === q) return true
  if (t.word[next] === ',' || (closers.has(t.word[next] as string) && t.word[next + 1] === ',')) return true
  const lower = /^[a-z]/.test(t.word[next] as string)
  return lower || (closers.has(t.word[next] as string) && t.begin[next] === t.end[i] && t.quote[next] === -1)
}

/** A closing mark right after a full stop closes a sentence, unless a small letter follows. */
function endsQuoted(t: Tokens, i: number): boolean {
  const q = t.quote[i] as number
  if (q < 0 || t.quotes[q]?.last !== i || !closers.has(t.word[i] as string)) return false
  return enders.has(t.word[i - 1] as string)
}
