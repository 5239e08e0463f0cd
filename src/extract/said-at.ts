import * as chrono from 'chrono-node'
import { DAY, instantOf } from '../calendar.ts'
import type { Attribution } from './attribution.ts'

/**
 * Reports are read as if they came so many years later. chrono counts days by the machine's clock, and a zone may lack
 * some: Apia had no 30 December 2011. In the years to come no zone does, and the calendar is the same, weekdays included.
 */
const CYCLE = 400

/** When something was said, as EDTF, from the words beside the cue; undefined where they do not say. */
export function saidAt(
  text: string,
  attribution: Attribution,
  published: string | undefined,
): string | undefined {
  const around = aroundCue(text, attribution)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0]
  if (day) {
    const reference = { instant: new Date(instantIn(day, CYCLE) + DAY / 2), timezone: 'UTC' }
    for (const found of chrono.parse(around, reference, { forwardDate: false })) {
      const date = edtf(found, day)
      if (date) return date
    }
  }
  return /\b(?:in|since) ((?:19|20)\d\d)\b(?!-)/i.exec(around)?.[1]
}

/** The sentence the cue stands in, with what was said blanked: its dates are not the date of saying. */
function aroundCue(text: string, { cue, content }: Attribution): string {
  const [begin, end] = cue[0] as [number, number]
  const low = Math.max(text.lastIndexOf('\n', begin - 1) + 1, begin - 300)
  const line = text.indexOf('\n', end)
  const high = Math.min(line < 0 ? text.length : line, end + 300)
  let around = text.slice(low, high)
  for (const [from, to] of content) {
    const a = Math.max(from - low, 0)
    const b = Math.min(to - low, around.length)
    if (b > a) around = around.slice(0, a) + ' '.repeat(b - a) + around.slice(b)
  }
  const before = around.slice(0, begin - low)
  const after = around.slice(begin - low)
  const start = Math.max(...['. ', '! ', '? ', '.” ', '." '].map((stop) => before.lastIndexOf(stop)))
  const stop = /[.!?]["”’]?(?=\s|$)/.exec(after)
  return before.slice(start + 1) + after.slice(0, stop ? stop.index : undefined)
}

/** Only what the words say: a weekday or a day is a day, a month is a month, a week is nothing EDTF can name. */
function edtf(found: chrono.ParsedResult, published: string): string | undefined {
  const { start, text } = found
  if (/\b(now|week|weekend|ago|after|before|later|earlier|since|until|hours?|minutes?|quarter)\b/i.test(text))
    return undefined
  const at = dayOf(start, published)
  const limit = instantIn(published)
  if (start.isCertain('day')) return within(iso(at), published)
  if (start.isCertain('weekday')) {
    while (at.getTime() > limit) at.setUTCDate(at.getUTCDate() - 7)
    while (limit - at.getTime() > 7 * DAY) at.setUTCDate(at.getUTCDate() + 7)
    return within(iso(at), published)
  }
  if (start.isCertain('month')) {
    if (!start.isCertain('year') && at.getTime() > limit) at.setUTCFullYear(at.getUTCFullYear() - 1)
    return within(iso(at).slice(0, 7), published)
  }
  return start.isCertain('year') && /year|\d{4}/.test(text)
    ? within(iso(at).slice(0, 4), published)
    : undefined
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

/** Nothing is said after it was published. */
const within = (date: string, published: string) =>
  date <= published.slice(0, date.length) ? date : undefined
