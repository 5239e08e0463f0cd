import { parseEdtf } from '../../../src/values/date.ts'

/**
 * Dates as people write them. All wording of dates is here: `dateText` for when something happened or was published,
 * `saidText` for when something was said.
 */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const SEASONS = ['spring', 'summer', 'autumn', 'winter']

/** An EDTF date in words: 2023-05-22 is 22 May 2023, 2022-08~/.. is since about Aug 2022, -0043 is 44 BC. */
export function dateText(edtf: string | null | undefined): string | null {
  if (!edtf) return null
  const ends = edtf.split('/')
  const [from = '', until = ''] = ends
  if (ends.length === 1 || from === until) return pointText(from) || 'open'
  if (isPoint(from) && isPoint(until)) return `${pointText(from)} – ${pointText(until)}`
  if (isPoint(until)) return `until ${pointText(until)}`
  if (isPoint(from)) return until === '..' ? `since ${pointText(from)}` : `${pointText(from)} – end not known`
  return 'open'
}

/** When something was said, a date of which only the end is known being the day by which it was said. */
export function saidText(edtf: string | null | undefined): string | null {
  if (!edtf) return null
  const [from = '', until] = edtf.split('/')
  if (until === undefined || isPoint(from) === isPoint(until)) return dateText(edtf)
  return isPoint(until) ? `by ${pointText(until)}` : `${pointText(from)} or later`
}

interface TimeWords {
  readonly saidAt: string | null
  readonly source: { readonly publishedAt: string | null }
}

/** When a statement was said: where no day is known, by the day on which its source appeared; null where neither is known. */
export const saidWhen = (statement: TimeWords): string | null =>
  saidText(isDayUnknown(statement.saidAt) ? saidBy(statement) : statement.saidAt)

/** Whether neither a day of saying is known, nor one by which it was said. */
export const isUndated = (statement: TimeWords): boolean =>
  isDayUnknown(statement.saidAt) && saidBy(statement) === null

const isDayUnknown = (edtf: string | null): boolean => edtf === null || /^(\.\.)?\/(\.\.)?$/.test(edtf)

/** By when it was said, as far as its source tells: an interval with an open beginning. */
function saidBy({ source: { publishedAt } }: TimeWords): string | null {
  const end = publishedAt?.split('/').at(-1)
  return end && isPoint(end) ? `../${end}` : null
}

/** The first instant that a date allows, or its last where it has no beginning, to sort and compare by; null where it has neither. */
export function placeOf(edtf: string): number | null {
  const date = parseEdtf(edtf)
  return date && (date.earliest ?? date.latest)
}

/** A year as people count them: 44 BC, AD 44, 2023, AD 20000. */
export function yearText(year: number): string {
  if (year <= 0) return `${1 - year} BC`
  return year < 1000 || year > 9999 ? `AD ${year}` : String(year)
}

const isPoint = (end: string): boolean => end !== '' && end !== '..'

const POINT =
  /^(Y-?\d+|-?\d{4}|[+-]\d{6}|-?\d\d(?:\dX|XX)|XXXX)(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:[Tt ](.*?))?([~?%])?$/

function pointText(text: string): string {
  const parts = POINT.exec(text)
  if (!parts) return text === '..' ? '' : text
  const [, year = '', month, day, time, mark] = parts
  const date = `${dayText(year, month, day)}${time ? timeText(time) : ''}`
  return `${mark === '~' || mark === '%' ? 'about ' : ''}${date}${mark === '?' || mark === '%' ? ' (uncertain)' : ''}`
}

function dayText(year: string, month: string | undefined, day: string | undefined): string {
  const years = yearsText(year)
  if (!month || year === 'XXXX') return years
  if (month === 'XX') return `${years}, ${day ? 'day and month' : 'month'} unknown`
  const season = SEASONS[Number(month) - 21]
  if (season) return `${season} ${years}`
  const name = MONTHS[Number(month) - 1]
  if (day === 'XX') return `${name} ${years}, day unknown`
  return [day && String(Number(day)), name, years].filter(Boolean).join(' ')
}

/** One year, a decade, a century, or one that is not known at all. */
function yearsText(year: string): string {
  if (year === 'XXXX') return 'a year unknown'
  if (!year.includes('X')) return yearText(Number(year.replace('Y', '')))
  const isBefore = year.startsWith('-')
  const digits = year.replace('-', '')
  if (digits.endsWith('XX'))
    return `${ordinal(Number(digits.slice(0, 2)) + 1)} century${isBefore ? ' BC' : ''}`
  const first = Number(digits.replace('X', '0'))
  if (isBefore) return `${first + 10}–${Math.max(first, 1) + 1} BC`
  return first === 0 ? '1 BC – AD 9' : `${first < 1000 ? 'AD ' : ''}${first}s`
}

function ordinal(number: number): string {
  const ending =
    number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

/** A time without a zone is UTC. */
function timeText(time: string): string {
  const clock = /^(\d\d:\d\d)(?::\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(time)
  if (!clock) return ''
  const zone = clock[2]?.toUpperCase() ?? 'Z'
  return `, ${clock[1]}${zone === 'Z' ? ' UTC' : ` ${zone}`}`
}
