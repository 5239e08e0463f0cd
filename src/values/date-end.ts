import { daysIn, FIRST_YEAR, instantOf, LAST_YEAR } from './calendar.ts'

/** A date or a time: how it is written in EDTF, and the first and last millisecond that it allows. */
export interface DateEnd {
  readonly text: string
  readonly earliest: number
  readonly latest: number
}

/** Why a text is no date; empty where it looks like nothing that EDTF has. */
export interface DateFault {
  readonly fault: string
}

const MINUTE = 60_000
const FIRST_INSTANT = instantOf(FIRST_YEAR, 1, 1)
const LAST_INSTANT = instantOf(LAST_YEAR + 1, 1, 1) - 1

const calendar = /^(-?)(\d\d(?:\d\d|\dX|XX)|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?$/
const longYear = /^Y(-?)(\d+)[~?%]?$/
const timePattern =
  /^(-?\d{4}|[+-]\d{6})-(\d\d)-(\d\d)[Tt ]((\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?) ?([Zz]|([+-])(\d\d)(?::?(\d\d))?)?$/

/** Reads what can be an end of an interval, or stand alone. */
export function readDateEnd(text: string): DateEnd | DateFault {
  const day = calendar.exec(text)
  if (day) return inRange(readCalendar(text, day))
  const year = longYear.exec(text)
  if (year) return inRange(readLongYear(text, year))
  const instant = timePattern.exec(text)
  return instant ? inRange(readTime(instant)) : { fault: formFault(text) }
}

function inRange(read: DateEnd | DateFault): DateEnd | DateFault {
  if ('fault' in read || (read.earliest >= FIRST_INSTANT && read.latest <= LAST_INSTANT)) return read
  return { fault: `only the years ${FIRST_YEAR} to ${LAST_YEAR} can be kept` }
}

function readCalendar(text: string, match: RegExpExecArray): DateEnd | DateFault {
  const [, sign, year = '', month, day] = match
  if (sign && year === '0000') return { fault: 'the year 0, which is 1 BC, is written 0000' }
  if (year.includes('X')) return readYears(text, match)
  return readMonth(text, Number(`${sign}${year}`), month, day)
}

/** Years of which the last digits are not known. */
function readYears(text: string, [, sign, year = '', month, day]: RegExpExecArray): DateEnd | DateFault {
  const isWhollyUnknown = year === 'XXXX' && !sign && month !== undefined
  if (isWhollyUnknown ? month !== 'XX' || (day !== undefined && day !== 'XX') : month !== undefined)
    return { fault: 'a month or a day is only given of a year that is known' }
  const [least, most] = ['0', '9'].map((digit) => Number(year.replaceAll('X', digit))) as [number, number]
  // There is no year -0: what is before 0 begins with -1.
  return sign ? years(text, -most, -Math.max(least, 1)) : years(text, least, most)
}

const years = (text: string, first: number, last: number): DateEnd =>
  dateEndBetween(text, instantOf(first, 1, 1), instantOf(last + 1, 1, 1))

function readMonth(
  text: string,
  year: number,
  monthDigits: string | undefined,
  dayDigits: string | undefined,
): DateEnd | DateFault {
  const isDayKnown = dayDigits !== undefined && dayDigits !== 'XX'
  if (monthDigits === undefined || monthDigits === 'XX')
    return isDayKnown ? { fault: 'a day is only given of a month that is known' } : years(text, year, year)
  const month = Number(monthDigits)
  if (month >= 21 && month <= 24 && dayDigits === undefined) return readSeason(text, year, month)
  if (month < 1 || month > 12)
    return { fault: `there is no month ${monthDigits}: months are 01 to 12, and 21 to 24 are the seasons` }
  if (!isDayKnown) return dateEndBetween(text, instantOf(year, month, 1), instantOf(year, month + 1, 1))
  return readDay(text, year, month, Number(dayDigits))
}

/** The seasons are the quarters of the year, wherever one lives: 21, spring, is January to March. */
function readSeason(text: string, year: number, season: number): DateEnd {
  const month = (season - 21) * 3 + 1
  return dateEndBetween(text, instantOf(year, month, 1), instantOf(year, month + 3, 1))
}

function readDay(text: string, year: number, month: number, day: number): DateEnd | DateFault {
  const last = daysIn(year, month)
  if (day < 1 || day > last) return { fault: `that month has the days 01 to ${last}` }
  return dateEndBetween(text, instantOf(year, month, day), instantOf(year, month, day + 1))
}

function readLongYear(text: string, [, sign, digits = '']: RegExpExecArray): DateEnd | DateFault {
  if (digits.length < 5 || digits.startsWith('0'))
    return { fault: 'Y goes before years of five digits or more: a shorter one is written 2023 or -0044' }
  const year = Number(`${sign}${digits}`)
  // Beyond what Date can hold instants are not numbers, which would lie in no range and outside of none.
  if (year < FIRST_YEAR || year > LAST_YEAR) return dateEndBetween(text, Number.NEGATIVE_INFINITY, 0)
  return years(text, year, year)
}

/** A time without a zone is UTC. */
function readTime(match: RegExpExecArray): DateEnd | DateFault {
  const [, yearDigits = '', month, day, clock, hour, minute, second, fraction, zone = ''] = match
  const year = Number(yearDigits)
  const date = readMonth('', year, month, day)
  if ('fault' in date) return date
  if (year === 0 && yearDigits.startsWith('-')) return { fault: 'the year 0, which is 1 BC, is written 0000' }
  const fault = clockFault(Number(hour), Number(minute), Number(second ?? 0), Number(fraction ?? 0))
  if (fault) return { fault }
  const offset = offsetOf(match)
  if (offset === null) return { fault: 'an offset from UTC is at most 23:59' }
  const minutes = Number(hour) * 60 + Number(minute) - offset
  const milliseconds = Number(second ?? 0) * 1000 + Number((fraction ?? '').slice(0, 3).padEnd(3, '0'))
  const at = date.earliest + minutes * MINUTE + milliseconds
  const text = `${yearDigits}-${month}-${day}T${clock}${zone.toUpperCase()}`
  return { text, earliest: at, latest: at }
}

function clockFault(hour: number, minute: number, second: number, fraction: number): string | null {
  if (hour > 24 || (hour === 24 && minute + second + fraction > 0))
    return 'an hour is 00 to 23, and a day ends at 24:00'
  if (minute > 59) return 'a minute is 00 to 59'
  return second > 59 ? 'a second is 00 to 59: leap seconds cannot be kept' : null
}

/** An offset from UTC in minutes; null for one that cannot be. */
function offsetOf([, , , , , , , , , , sign, hours, minutes]: RegExpExecArray): number | null {
  const [hour, minute] = [Number(hours ?? 0), Number(minutes ?? 0)]
  if (hour > 23 || minute > 59) return null
  return (sign === '-' ? -1 : 1) * (hour * 60 + minute)
}

const dateEndBetween = (text: string, earliest: number, next: number): DateEnd => ({
  text,
  earliest,
  latest: next - 1,
})

const formFaults: readonly (readonly [RegExp, string])[] = [
  [/^-?\d{1,3}([~?%]|$)/, 'a year has four digits, such as 0044 or -0043'],
  [/^[+-]?\d{5,}([~?%]|$)/, 'a year of more than four digits begins with Y, such as Y20000'],
  [/[Tt ]\d\d(:?\d\d)?$/, 'a time has hours and minutes, such as 2023-05-22T10:30'],
  [/[Tt ]\d\d:.*[~?%]$/, 'a time is exact: only a date can be marked with ~, ? or %'],
  [
    /[[\]{}]|^[~?%]|[~?%]\d|[~?%]-|-[~?%]|\dE|S\d|^-?[\dX]{4}(-[\dX]{2}){0,2}[~?%]?$/,
    'that is level 2 of EDTF, and only level 1 is taken',
  ],
]

const formFault = (text: string): string => formFaults.find(([pattern]) => pattern.test(text))?.[1] ?? ''
