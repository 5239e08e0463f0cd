import { timeNouns } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'

const deictic = new Set(['yesterday', 'today', 'tomorrow', 'tonight', 'overnight'])
const monthNames =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|(jan|feb|aug|sept|oct|nov|dec)\.?)$/
const lengths = 'weeks months years days hours minutes decades decade hour minute weekend'.split(' ')
const dayWords = new Set([...deictic, ...lengths])
const countedFrom = new Set(['ago', 'earlier', 'later', 'before'])
const timeOpeners =
  /^(last|this|next|earlier|late|early|on|in|since|by|during|at|until|before|after|over|for|within)$/
const wordsWithinTime = /^(the|that|a|an|same|past|first|few|several|two|three|four|five|six|recent|coming)$/

/**
 * The begin of the adverbial of time that ends with the token at i, or -1: "on Tuesday evening", "last night", "in May",
 * "earlier this week", "on 3 May 2020", "two weeks ago", "yesterday".
 */
export function timePhraseStart(t: Tokens, i: number, low: number): number {
  if (i < low) return -1
  const w = t.lowAt(i)
  const isCount = countedFrom.has(w)
  if (!isCount && !dayWords.has(w) && !timeNouns.has(w) && !/^\d/.test(w)) return -1
  const counted = isCount && isTimeWord(t, i - 1)
  if (!counted && !isTimeWord(t, i)) return -1
  if (t.low[i + 1] === "'s" || t.low[i + 1] === "'") return -1
  let first = counted ? i - 1 : i
  while (first > low && i - first < 7 && isPart(t, first - 1)) first--
  if (counted || deictic.has(t.lowAt(first))) return first
  for (let j = first; j <= i; j++) if (timeOpeners.test(t.lowAt(j))) return j
  return isWeekday(t, first) ? first : -1
}

function isTimeWord(t: Tokens, i: number): boolean {
  const w = t.lowAt(i)
  return dayWords.has(w) || timeNouns.has(w) || isDateNumber(t, i)
}

function isPart(t: Tokens, i: number): boolean {
  const w = t.lowAt(i)
  return (
    isTimeWord(t, i) ||
    timeOpeners.test(w) ||
    wordsWithinTime.test(w) ||
    (w === ',' && isDateNumber(t, i + 1))
  )
}

const isWeekday = (t: Tokens, i: number) => /day$/.test(t.lowAt(i)) && timeNouns.has(t.lowAt(i))

/** The day of a month, or a year. */
function isDateNumber(t: Tokens, i: number): boolean {
  const w = t.lowAt(i)
  if (!/^\d/.test(w)) return false
  const before = t.lowAt(i - 1)
  if (/^(19|20)\d\d$/.test(w)) return timeOpeners.test(before) || monthNames.test(before) || before === ','
  return /^\d{1,2}$/.test(w) && (monthNames.test(t.lowAt(i + 1)) || monthNames.test(before))
}
