import { nameMarksIn, withoutMarks } from './name-marks.ts'
import { findQuotes, type Quote } from './quotes.ts'
import { retag } from './retag.ts'
import { tagText } from './tagger.ts'
import type { Tokens } from './token-arrays.ts'
import { cutUnits } from './units.ts'

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
  const marks = nameMarksIn(text)
  // Before a full stop the tagger needs the mark to see the stop.
  const beforeWords = marks.filter(({ isBeforeWord }) => isBeforeWord)
  tagText(withoutMarks(text, beforeWords), (begin, end, pos, isLast) => {
    push(t, begin, end, pos)
    if (isLast) stops.add(t.word.length - 1)
  })
  t.quotes = findQuotes(withoutMarks(text, marks))
  placeQuotes(t)
  cutUnits(t, stops)
  retag(t)
  return t
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
