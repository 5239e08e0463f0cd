import { monthText } from './calendar.ts'
import { type DateFault, readDateEnd } from './date-end.ts'

/**
 * A date in EDTF (ISO 8601-2) level 1 or a time, between the first and the last millisecond that it allows. Null where it
 * leaves an end open or unknown: `2022-02-24/..` has no latest. A mark of doubt (`~`, `?`, `%`) does not widen it.
 */
export interface Edtf {
  /** The date as it was given; a time has T and Z where it came with a space or small letters. */
  readonly text: string
  readonly earliest: number | null
  readonly latest: number | null
}

/** Two times with an expanded year, an offset and nine decimals are 79 characters long. */
const MAX_LENGTH = 80

/** The examples that all descriptions and refusals give. */
export const DATE_EXAMPLES =
  '2023-05-22, 2023-05, 2023, 2023-05-22~, 2023-21, 201X, 2022-02-24/.., -0043 or Y20000'

/** The forms of dates that are taken, for the descriptions of the API and of the dossier. */
export const DATE_RULES =
  'ISO 8601-2 (EDTF) level 1, whole: 2023-05-22, 2023-05 or 2023; marked ~ (approximate), ? (uncertain) or % (both); seasons ' +
  '2023-21 to 2023-24 (spring to winter, counted as the quarters of the year); digits that are not known, 201X, 20XX, ' +
  '2023-XX, 2023-05-XX, 2023-XX-XX; intervals of any two of these, 2023-05/2023-06, with an end that is open ' +
  '(2022-02-24/..) or unknown (2022-02-24/). Years are those of ISO 8601: 0000 is 1 BC, -0043 is 44 BC, and what has more ' +
  'than four digits begins with Y, such as Y20000 or Y-17000; years outside -271820 to 275759 are refused. A time, ' +
  '2023-05-22T10:30 with or without seconds, is UTC unless it ends with an offset such as +03:00; 24:00 ends a day, and ' +
  'leap seconds are refused.'

/** Null for what is no date. Never throws. */
export function parseEdtf(text: string): Edtf | null {
  const read = readEdtf(text)
  return 'fault' in read ? null : read
}

export const isEdtf = (text: string): boolean => parseEdtf(text) !== null

/** The refusal of a text that is no date, as the end of a sentence that begins with the text. */
export function dateRefusal(text: string): string {
  const reason = dateFault(text)
  return `is not an EDTF date: write ${DATE_EXAMPLES}${reason && ` (${reason})`}`
}

/** Why a text is no date, behind a colon; empty where it looks like nothing that EDTF has. */
export function because(text: string): string {
  const reason = dateFault(text)
  return reason && `: ${reason}`
}

function dateFault(text: string): string {
  const read = readEdtf(text)
  return 'fault' in read ? read.fault : ''
}

function readEdtf(text: string): Edtf | DateFault {
  if (text.length > MAX_LENGTH) return { fault: `it has more than ${MAX_LENGTH} characters` }
  if (!text.includes('/')) return readDateEnd(text)
  const [from = '', until = '', ...more] = text.split('/')
  return more.length > 0 ? { fault: 'an interval has two ends' } : readInterval(from, until)
}

function readInterval(fromText: string, untilText: string): Edtf | DateFault {
  if (fromText + untilText === '') return { fault: 'of an interval one end at least is known, or open' }
  const from = readIntervalEnd(fromText)
  if ('fault' in from) return from
  const until = readIntervalEnd(untilText)
  if ('fault' in until) return until
  const [{ earliest }, { latest }] = [from, until]
  if (earliest !== null && latest !== null && latest < earliest)
    return { fault: `${untilText} is before ${fromText}: an interval does not end before it begins` }
  return { text: `${from.text}/${until.text}`, earliest, latest }
}

/** Nothing is an end that is not known, and two dots are one that is open. */
const readIntervalEnd = (text: string): Edtf | DateFault =>
  text === '' || text === '..' ? { text, earliest: null, latest: null } : readDateEnd(text)

/** The month in which all of it lies, such as `2023-05`; null where it is wider than one, or open. */
export function monthOf({ earliest, latest }: Omit<Edtf, 'text'>): string | null {
  if (earliest === null || latest === null) return null
  const month = monthText(earliest)
  return month === monthText(latest) ? month : null
}

/**
 * An instant in RFC 3339, without the milliseconds where there are none; outside of the years 0 to 9999, which RFC 3339
 * cannot write, with a year of six digits and a sign, as ISO 8601 has it: -000043-03-15T00:00:00Z.
 */
export const formatInstant = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace('.000Z', 'Z')

/** Whether a text is a day with a time, and no more or less exact than that. */
export function isInstant(text: string): boolean {
  const date = parseEdtf(text)
  return date !== null && /[T ]\d\d:/i.test(text) && date.earliest === date.latest && !text.includes('/')
}
