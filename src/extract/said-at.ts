import * as chrono from 'chrono-node'
import { DAY, instantOf } from '../calendar.ts'
import type { Attribution, Span } from './attribution.ts'

/**
 * Reports are read as if they came so many years later. chrono counts days by the machine's clock, and a zone may lack
 * some: Apia had no 30 December 2011. In the years to come no zone does, and the calendar is the same, weekdays included.
 */
const CYCLE = 400

/**
 * When something was said, as EDTF, from the words beside the cue; undefined where they do not say. What will be said
 * is of a day after the report's, all else of a day up to it.
 */
export function saidAt(
  text: string,
  attribution: Attribution,
  published: string | undefined,
): string | undefined {
  const [before, cue, after] = aroundCue(text, attribution)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0]
  if (day && !expects.test(cue)) {
    const isFuture = /\b(?:will|shall)\b|[’']ll\b/i.test(cue)
    for (const found of [...datesIn(after, day), ...datesIn(before, day).reverse()]) {
      const date = edtf(found, day, isFuture)
      if (date) return date
    }
    if (/\bovernight\b/i.test(before + after)) return day
  }
  return /\b(?:in|since) ((?:19|20)\d\d)\b(?!-)/i.exec(`${after} ${before}`)?.[1]
}

/** "is expected to say on Friday": the day is of what is expected, not of who expects it. */
const expects = /\b(?:expect|due\b|plan|intend|likely\b)/i

/**
 * Whatever chrono makes a day, a month or a year of has a digit or one of these, and most sentences have neither: to look
 * for them is quick, and chrono is not.
 */
const timely =
  /\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|now|today|tonight|tomorrow|tmrw?|yesterday|overmorrow|morning|afternoon|evening|night|noon|mid(?:night|day)|minutes?|hours?|days?|weeks?|months?|mo|years?|yr|sec|end)/i

function datesIn(words: string, published: string): chrono.ParsedResult[] {
  if (!timely.test(words)) return []
  const reference = { instant: new Date(instantIn(published, CYCLE) + DAY / 2), timezone: 'UTC' }
  const plain = words.replace(/\b(?:the )?(?:morning|afternoon|evening|night) of /gi, '')
  return chrono.parse(plain, reference, { forwardDate: false })
}

/**
 * The sentence around the cue, before it, the cue, and after it, without what was said and without what is told of who
 * says it: their dates are not the date of saying.
 */
function aroundCue(
  text: string,
  { source, cue, content }: Attribution,
): [before: string, cue: string, after: string] {
  const [begin, end] = cue[0] as [number, number]
  const low = Math.max(text.lastIndexOf('\n', begin - 1) + 1, begin - 300)
  const line = text.indexOf('\n', end)
  const high = Math.min(line < 0 ? text.length : line, end + 300)
  const left = [...content, ...source.map((span) => asideOf(text, span))]
  const before = without(text, low, begin, left)
  const after = without(text, end, high, left)
  const start = Math.max(...['. ', '! ', '? ', '.” ', '." '].map((stop) => before.lastIndexOf(stop)))
  const stop = /[.!?]["”’]?(?=\s|$)/.exec(after)
  return [before.slice(start + 1), text.slice(begin, end), after.slice(0, stop ? stop.index : undefined)]
}

/** What a source has after its name: ", who was elected on 3 May,". */
function asideOf(text: string, [begin, end]: Span): Span {
  const aside = /,|\bwho\b/.exec(text.slice(begin, end))
  return aside ? [begin + aside.index, end] : [end, end]
}

/** A stretch of the text with a dash for each span left out: chrono reads no date before a run of spaces. */
function without(text: string, low: number, high: number, spans: Span[]): string {
  let words = ''
  let at = low
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (end <= at || begin >= high || begin === end) continue
    words += `${text.slice(at, Math.max(begin, at))} — `
    at = Math.min(end, high)
  }
  return words + text.slice(at, high)
}

/** Only what the words say: a weekday or a day is a day, a month is a month, a week is nothing EDTF can name. */
function edtf(found: chrono.ParsedResult, published: string, isFuture: boolean): string | undefined {
  const { start, text } = found
  if (/\b(?:this (?:morning|afternoon|evening)|tonight|(?:hours?|minutes?) ago)\b/i.test(text))
    return published
  const at = dayOf(start, published)
  const ago = /\b(week|month|year)s? ago\b/i.exec(text)?.[1]?.toLowerCase()
  if (ago) return `${iso(at).slice(0, { week: 10, month: 7, year: 4 }[ago])}~`
  if (/\b(now|week|weekend|after|before|later|earlier|since|until|hours?|minutes?|quarter)\b/i.test(text))
    return /\bbefore yesterday\b/i.test(text) ? iso(at) : undefined
  if (start.isCertain('day')) return within(iso(inYear(start, at, published, isFuture)), published, isFuture)
  if (start.isCertain('weekday')) {
    const limit = instantIn(published)
    const isNamed = isFuture && /\bnext\b/i.test(text)
    while (isFuture ? at.getTime() - limit >= 7 * DAY && !isNamed : at.getTime() > limit) move(at, -7)
    while (isFuture ? at.getTime() < limit : limit - at.getTime() > 7 * DAY) move(at, 7)
    return within(iso(at), published, isFuture)
  }
  if (start.isCertain('month'))
    return within(iso(inYear(start, at, published, isFuture)).slice(0, 7), published, isFuture)
  return start.isCertain('year') && /year|\d{4}/.test(text)
    ? within(iso(at).slice(0, 4), published, isFuture)
    : undefined
}

const move = (date: Date, days: number) => date.setUTCDate(date.getUTCDate() + days)

/** A day or month without a year is the last one before the report, or the next one after it. */
function inYear(found: chrono.ParsedComponents, at: Date, published: string, isFuture: boolean): Date {
  if (found.isCertain('year')) return at
  const limit = instantIn(published)
  const month = iso(at).slice(0, 7) === published.slice(0, 7) && !found.isCertain('day')
  if (!isFuture && at.getTime() > limit && !month) at.setUTCFullYear(at.getUTCFullYear() - 1)
  if (isFuture && at.getTime() < limit && !month) at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at
}

/** What chrono has found, brought back from the years to come: a year that the text itself names is where it was. */
function dayOf(found: chrono.ParsedComponents, published: string): Date {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => found.get(part) ?? 1) as [
    number,
    number,
    number,
  ]
  const isLater = year > Number(published.slice(0, 4)) + CYCLE / 2
  return new Date(instantOf(isLater ? year - CYCLE : year, month, day))
}

/** When a day begins, so many years later. */
function instantIn(day: string, yearsLater = 0): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return instantOf(year + yearsLater, month, date)
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** Nothing is said after it was published, and what will be said was not said before. */
const within = (date: string, published: string, isFuture: boolean) => {
  const day = published.slice(0, date.length)
  return (isFuture ? date >= day : date <= day) ? date : undefined
}
