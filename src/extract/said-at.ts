import * as chrono from 'chrono-node'
import type { Attribution } from './attribution.ts'

/** When something was said, as EDTF, from the words beside the cue; undefined where they do not say. */
export function saidAt(
  text: string,
  attribution: Attribution,
  published: string | undefined,
): string | undefined {
  const around = aroundCue(text, attribution)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0]
  if (day) {
    const reference = { instant: new Date(`${day}T12:00:00Z`), timezone: 'UTC' }
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
  const at = start.date()
  const [year, month, day] = published.split('-').map(Number) as [number, number, number]
  if (start.isCertain('day')) return within(iso(at), published)
  if (start.isCertain('weekday')) {
    const limit = new Date(Date.UTC(year, month - 1, day))
    while (at > new Date(limit.getTime() + 86_399_999)) at.setUTCDate(at.getUTCDate() - 7)
    while (limit.getTime() - at.getTime() > 7 * 86_400_000) at.setUTCDate(at.getUTCDate() + 7)
    return within(iso(at), published)
  }
  if (start.isCertain('month')) {
    if (!start.isCertain('year') && at.getTime() > Date.UTC(year, month - 1, day))
      at.setUTCFullYear(at.getUTCFullYear() - 1)
    return within(iso(at).slice(0, 7), published)
  }
  return start.isCertain('year') && /year|\d{4}/.test(text)
    ? within(iso(at).slice(0, 4), published)
    : undefined
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** Nothing is said after it was published. */
const within = (date: string, published: string) =>
  date <= published.slice(0, date.length) ? date : undefined
