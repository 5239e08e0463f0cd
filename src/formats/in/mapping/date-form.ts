import { because, formatInstant, isEdtf } from '../../../values/date.ts'
import { monthNamed } from './month-names.ts'

/** A date in EDTF, or why a text that looks like one is none. */
export type ReadDate = { readonly date: string } | { readonly fault: string }

/** Reads a text; null where it is not of the form. */
export type DateReader = (text: string) => ReadDate | null

/** What each part of a form stands for, longest first. */
const parts = {
  YYYY: '(\\d{4})',
  YY: '(\\d\\d)',
  MMM: '([\\p{L}]{2,20}\\.?)',
  MM: '(\\d\\d|XX)',
  M: '(\\d{1,2})',
  DD: '(\\d\\d|XX)',
  D: '(\\d{1,2})',
  HH: '(\\d\\d)',
  H: '(\\d{1,2})',
  hh: '(\\d\\d)',
  h: '(\\d{1,2})',
  mm: '(\\d\\d)',
  ss: '(\\d\\d)(?:\\.\\d{1,9})?',
  A: '([AaPp]\\.?[Mm]\\.?)',
  Z: '(Z|[+-]\\d\\d:?\\d\\d)',
} as const
type Part = keyof typeof parts
const partPattern = /YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A|Z|[^A-Za-z]|[A-Za-z]/g
const isPart = (text: string): text is Part => Object.hasOwn(parts, text)

/** Why a form cannot be read by; null where it can. */
export function dateFormFault(form: string): string | null {
  if (Object.hasOwn(namedForms, form)) return null
  const found: readonly string[] = form.match(partPattern) ?? []
  const unknown = found.find((part) => /[A-Za-z]/.test(part) && !isPart(part) && part !== 'T')
  const names = `${Object.keys(namedForms).join(', ')}, any, or a form made of ${Object.keys(parts).join(', ')}`
  if (unknown !== undefined) return `is no form of dates ("${unknown}" stands for nothing): write ${names}`
  if (!found.some((part) => part === 'YYYY' || part === 'YY')) return `has no year: write ${names}`
  const twice = found.find((part, index) => isPart(part) && found.indexOf(part) !== index)
  return twice === undefined ? null : `has ${twice} twice`
}

/** A reader of dates of one form: by its name, or its parts. */
export const dateReader = (form: string, zone: string): DateReader =>
  namedForms[form]?.(zone) ?? formReader(form, zone)

function formReader(form: string, zone: string): DateReader {
  const found: readonly string[] = form.match(partPattern) ?? []
  const names = found.filter(isPart)
  const pattern = new RegExp(
    `^${found.map((part) => (isPart(part) ? parts[part] : literal(part))).join('')}$`,
    'u',
  )
  return (text) => {
    const match = pattern.exec(text)
    return (
      match && checkedDate(edtfOf(new Map(names.map((name, index) => [name, match[index + 1] ?? ''])), zone))
    )
  }
}

const literal = (text: string): string =>
  text === ' ' ? '\\s+' : text.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')

function edtfOf(found: ReadonlyMap<Part, string>, zone: string): string {
  const text = (...names: Part[]): string | undefined =>
    names.map((name) => found.get(name)).find((one) => one !== undefined)
  const short = text('YY')
  const year = short === undefined ? text('YYYY') : `${Number(short) < 69 ? 20 : 19}${short}`
  const named = text('MMM')
  const month = named === undefined ? text('MM', 'M') : String(monthNamed(named) ?? named)
  return `${year}${monthAndDay(month, text('DD', 'D'))}${timeOf(text, zone)}`
}

/** What is not known is written 00 or XX, and is left out. */
function monthAndDay(month: string | undefined, day: string | undefined): string {
  const [knownMonth, knownDay] = [month, day].map((part) =>
    part && /^(0+|XX)$/.test(part) ? undefined : part?.padStart(2, '0'),
  )
  if (knownMonth === undefined) return knownDay === undefined ? '' : `-XX-${knownDay}`
  return knownDay === undefined ? `-${knownMonth}` : `-${knownMonth}-${knownDay}`
}

function timeOf(text: (...names: Part[]) => string | undefined, zone: string): string {
  const hour = text('HH', 'H', 'hh', 'h')
  if (hour === undefined) return ''
  const half = text('A')?.[0]?.toUpperCase()
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'P' ? 12 : 0)
  const seconds = text('ss')
  const time = [
    String(hours).padStart(2, '0'),
    text('mm') ?? '00',
    ...(seconds === undefined ? [] : [seconds]),
  ]
  return `T${time.join(':')}${text('Z') ?? zone}`
}

const checkedDate = (date: string): ReadDate =>
  isEdtf(date) ? { date } : { fault: `is no date there is${because(date) || `: ${date}`}` }

const instant = (milliseconds: number): ReadDate =>
  Math.abs(milliseconds) < 8.64e15
    ? { date: formatInstant(milliseconds) }
    : { fault: 'is a time too far away' }

const instantReader =
  (millisecondsOf: (number: number) => number): DateReader =>
  (text) =>
    /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? instant(Math.round(millisecondsOf(Number(text)))) : null

/** A spreadsheet counts days, from a day on that makes 1900 a leap year. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const SECONDS_OF_DAY = 86_400

const excelReader: DateReader = (text) => {
  const days = Number(text)
  if (!/^\d{1,7}(\.\d{1,15})?$/.test(text)) return null
  const read = instant(EXCEL_EPOCH + Math.round(days * SECONDS_OF_DAY) * 1000)
  return 'date' in read && Number.isInteger(days) ? { date: read.date.slice(0, 10) } : read
}

const isoReader =
  (zone: string): DateReader =>
  (text) => {
    if (!isEdtf(text))
      return /^-?\d{4}(-|$)/.test(text) ? { fault: `is no date there is${because(text)}` } : null
    const lacksZone = /[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/i.test(text) && !text.includes('/')
    return { date: lacksZone ? `${text.replace(' ', 'T')}${zone}` : text }
  }

const namedForms: Readonly<Record<string, (zone: string) => DateReader>> = {
  iso: isoReader,
  unix: () => instantReader((seconds) => seconds * 1000),
  'unix-ms': () => instantReader((milliseconds) => milliseconds),
  excel: () => excelReader,
}

/** The forms that are tried where a mapping says `any`. */
export const commonDateForms: readonly string[] = [
  'iso',
  ...['YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'D.M.YYYY', 'D/M/YYYY', 'M/D/YYYY', 'D-M-YYYY', 'M-D-YYYY'],
  ...[
    'D.M.YY',
    'D/M/YY',
    'M/D/YY',
    'D MMM YYYY',
    'D. MMM YYYY',
    'MMM D, YYYY',
    'MMM YYYY',
    'M/YYYY',
    'M.YYYY',
  ],
  ...[
    'D.M.YYYY H:mm',
    'D.M.YYYY H:mm:ss',
    'D/M/YYYY H:mm',
    'M/D/YYYY H:mm',
    'D/M/YYYY H:mm:ss',
    'M/D/YYYY H:mm:ss',
  ],
  ...[
    'M/D/YYYY h:mm A',
    'M/D/YYYY h:mm:ss A',
    'D-MMM-YYYY',
    'D-MMM-YY',
    'YYYYMMDDHHmmss',
    'YYYY/M/D H:mm',
    'YYYY/M/D H:mm:ss',
  ],
]

/** Reads dates of any of several forms; where two fit and differ, none of them is the right one. */
export function dateReaderOf(forms: readonly string[], zone = 'Z'): (text: string) => ReadDate {
  const all = forms.flatMap((form) => (form === 'any' ? commonDateForms : [form]))
  const readers = all.map((form) => ({ form, read: dateReader(form, zone) }))
  return (text) => {
    const found = readers.flatMap(({ form, read }) => {
      const one = read(text)
      return one ? [{ form, ...one }] : []
    })
    const dates = new Map(found.flatMap((one) => ('date' in one ? [[one.date, one.form] as const] : [])))
    const [date] = dates.keys()
    if (date !== undefined && dates.size === 1) return { date }
    if (dates.size > 1) return { fault: ambiguous(dates) }
    const [fault] = found.flatMap((one) => ('fault' in one ? [one.fault] : []))
    return { fault: fault ?? noDateOf(forms) }
  }
}

const noDateOf = (forms: readonly string[]): string =>
  forms.includes('any')
    ? 'is no date in any of the usual forms, such as 2024-03-08 or 8.3.2024'
    : `is no date of the form ${forms.join(' or ')}`

const ambiguous = (dates: ReadonlyMap<string, string>): string =>
  `may be ${[...dates].map(([date, form]) => `${date} (${form})`).join(' or ')}: say which of these forms it is`
