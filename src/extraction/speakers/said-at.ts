import type { ParsedComponents } from 'chrono-node'
import * as chrono from 'chrono-node/en'
import { DAY, instantOf } from '../../values/calendar.ts'
import type { Attribution } from '../attribution.ts'
import { aroundCue } from './time-around-cue.ts'

/**
 * Reports are read as if they came so many years later. chrono counts days by the machine's clock, and a zone may lack
 * some: Apia had no 30 December 2011. In the years to come no zone does, and the calendar is the same, weekdays included.
 */
const CYCLE = 400

/**
 * The time at which something was said, as EDTF, by the words beside the cue; undefined where they do not say. If it will
 * be said, the day is after the report's; otherwise it is not after it.
 */
export function saidAt(
  text: string,
  attributions: readonly Attribution[],
  index: number,
  published: string | undefined,
): string | undefined {
  const [before, cue, after] = aroundCue(text, attributions, index)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0]
  if (day && !expects.test(cue)) {
    const isFuture = /\b(?:will|shall)\b|[’']ll\b/i.test(cue)
    const date = firstDate([...datesIn(after, day), ...datesIn(before, day).reverse()], day, isFuture)
    if (date) return date
    if (/\b(?:overnight|(?:earlier|later) in the day)\b/i.test(before + after)) return day
  }
  return /\b(?:in|since) ((?:19|20)\d\d)\b(?!-)/i.exec(`${after} ${before}`)?.[1]
}

/** The day that words name by themselves, such as the head of a transcript; undefined where they name none. */
export function dayNamedIn(words: string, published: string): string | undefined {
  return firstDate(datesIn(words, published), published, false)
}

function firstDate(all: chrono.ParsedResult[], day: string, isFuture: boolean): string | undefined {
  for (const found of all) {
    const date = edtfOfFound(found, day, isFuture)
    if (date) return date
  }
  return undefined
}

/** "is expected to say on Friday": the day is of what is expected, not of who expects it. */
const expects = /\b(?:expect|due\b|plan|intend|likely\b)/i

/**
 * Words of which a text must have one, or a digit, so that chrono can find a date in it. Most sentences have none, and to
 * look for them is quick, while chrono is not.
 */
const timely =
  /\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|now|today|tonight|tomorrow|tmrw?|yesterday|overmorrow|morning|afternoon|evening|night|noon|mid(?:night|day)|minutes?|hours?|days?|weeks?|months?|mo|years?|yr|sec|end)/i

function datesIn(words: string, published: string): chrono.ParsedResult[] {
  if (!timely.test(words)) return []
  const reference = { instant: new Date(instantIn(published, CYCLE) + DAY / 2), timezone: 'UTC' }
  const plain = words.replace(/\b(?:the )?(?:morning|afternoon|evening|night) of /gi, '')
  return chrono.parse(plain, reference, { forwardDate: false }).filter((found) => !isNoDate(found, plain))
}

/** A word that is no date: "had sat", "the sun", and a first name, as in "minister Sunday Adeyi". */
function isNoDate({ text, index }: chrono.ParsedResult, words: string): boolean {
  if (/^(?:sat|sun|mon|wed|mar|may|march)$/.test(text)) return true
  if (/\b(?:by|until|till|since)\s$/i.test(words.slice(0, index))) return true
  const isAlone = /^(?:\p{Lu}\p{Ll}+day|April|May|June|August)$/u.test(text)
  const isLed = /(?:\b(?:on|in|last|next|this|since|by|until|late|early|and)\s|^\W*)$/i.test(
    words.slice(0, index),
  )
  return isAlone && !isLed && /^\s\p{Lu}/u.test(words.slice(index + text.length))
}

/** Only what the words say: a weekday or a day is a day, a month is a month, a week is nothing EDTF can name. */
function edtfOfFound(found: chrono.ParsedResult, published: string, isFuture: boolean): string | undefined {
  const { start, text } = found
  if (/\b(?:this (?:morning|afternoon|evening)|tonight|(?:hours?|minutes?) ago)\b/i.test(text))
    return published
  const at = dayFound(start, published)
  const ago = /\b(week|month|year)s? ago\b/i.exec(text)?.[1]?.toLowerCase()
  if (ago) return `${iso(at).slice(0, { week: 10, month: 7, year: 4 }[ago])}~`
  if (/\b(now|week|weekend|after|before|later|earlier|since|until|hours?|minutes?|quarter)\b/i.test(text))
    return /\bbefore yesterday\b/i.test(text) ? iso(at) : undefined
  if (start.isCertain('day'))
    return notBeyondPublished(iso(inYear(start, at, published, isFuture)), published, isFuture)
  if (start.isCertain('weekday')) {
    const limit = instantIn(published)
    const isNamed = isFuture && /\bnext\b/i.test(text)
    while (isFuture ? at.getTime() - limit >= 7 * DAY && !isNamed : at.getTime() > limit) move(at, -7)
    while (isFuture ? at.getTime() < limit : limit - at.getTime() > 7 * DAY) move(at, 7)
    return notBeyondPublished(iso(at), published, isFuture)
  }
  if (start.isCertain('month'))
    return notBeyondPublished(iso(inYear(start, at, published, isFuture)).slice(0, 7), published, isFuture)
  return start.isCertain('year') && /year|\d{4}/.test(text)
    ? notBeyondPublished(iso(at).slice(0, 4), published, isFuture)
    : undefined
}

const move = (date: Date, days: number) => date.setUTCDate(date.getUTCDate() + days)

/** A day or month without a year is the last one before the report, or the next one after it. */
function inYear(found: ParsedComponents, at: Date, published: string, isFuture: boolean): Date {
  if (found.isCertain('year')) return at
  const limit = instantIn(published)
  const month = iso(at).slice(0, 7) === published.slice(0, 7) && !found.isCertain('day')
  if (!isFuture && at.getTime() > limit && !month) at.setUTCFullYear(at.getUTCFullYear() - 1)
  if (isFuture && at.getTime() < limit && !month) at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at
}

/** The day that chrono has found, brought back from the years to come: a year that the text itself names is where it was. */
function dayFound(found: ParsedComponents, published: string): Date {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => found.get(part) ?? 1) as [
    number,
    number,
    number,
  ]
  const isLater = year > Number(published.slice(0, 4)) + CYCLE / 2
  return new Date(instantOf(isLater ? year - CYCLE : year, month, day))
}

/** The instant at which a day begins, so many years later. */
function instantIn(day: string, yearsLater = 0): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return instantOf(year + yearsLater, month, date)
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/**
 * A date that does not contradict the report's own: nothing is said after it was published, and what will be said was not
 * said before.
 */
const notBeyondPublished = (date: string, published: string, isFuture: boolean) => {
  const day = published.slice(0, date.length)
  return (isFuture ? date >= day : date <= day) ? date : undefined
}
