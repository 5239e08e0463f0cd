import { nameMarksIn, withoutNameMarks } from './name-marks.ts'
import { findQuotes } from './quotes.ts'
import { retag } from './retag.ts'
import { tagText } from './tagger.ts'
import { type PartOfSpeech, Tokens } from './token-arrays.ts'
import { cutUnits } from './units.ts'

export function readTokens(text: string): Tokens {
  const marks = nameMarksIn(text)
  const t = new Tokens(text, findQuotes(withoutNameMarks(text, marks)))
  const stops = new Set<number>()
  // Before a full stop the tagger needs the mark to see the stop.
  const beforeWords = marks.filter(({ isBeforeWord }) => isBeforeWord)
  tagText(withoutNameMarks(text, beforeWords), (begin, end, pos, isLast) => {
    push(t, begin, end, pos)
    if (isLast) stops.add(t.word.length - 1)
  })
  placeQuotes(t)
  cutUnits(t, stops)
  retag(t)
  return t
}

function push(t: Tokens, begin: number, end: number, pos: PartOfSpeech): void {
  const word = t.text.slice(begin, end)
  t.begin.push(begin)
  t.end.push(end)
  t.word.push(word)
  const low = word.toLowerCase()
  t.low.push(low.includes('’') ? low.replace('’', "'") : low)
  t.pos.push(pos)
  t.quote.push(-1)
}

/** Notes of each token in which quotation it stands, and of each quotation its first and last token. */
function placeQuotes(t: Tokens): void {
  let q = 0
  for (const [i, begin] of t.begin.entries()) {
    let quote = t.quotes[q]
    while (quote && quote.end <= begin) quote = t.quotes[++q]
    if (!quote) return
    if (begin < quote.begin) continue
    t.quote[i] = q
    if (quote.first < 0) quote.first = i
    quote.last = i
  }
}
