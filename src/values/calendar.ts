/**
 * The Gregorian calendar in UTC, carried on to before it was brought in. Years are counted as ISO 8601 counts them: 0 is
 * 1 BC, and -43 is 44 BC.
 */

export const DAY = 86_400_000

/** The whole years that JavaScript's Date can hold. */
export const [FIRST_YEAR, LAST_YEAR] = [-271_820, 275_759]

/** The beginning of a day, in Unix milliseconds. A month of 13 is January of the next year, and so on. */
export function instantOf(year: number, month: number, day: number): number {
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return year >= 0 && year < 100
    ? new Date(0).setUTCFullYear(year, month - 1, day)
    : Date.UTC(year, month - 1, day)
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A year as EDTF writes it: 0044, -0044, Y20000. */
export function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`
}

/** The month in which an instant lies, as EDTF; null in years that EDTF cannot divide, those of more than four digits. */
export function monthText(at: number): string | null {
  const date = new Date(at)
  const year = yearText(date.getUTCFullYear())
  return year.startsWith('Y') ? null : `${year}-${twoDigits(date.getUTCMonth() + 1)}`
}

/** The day on which an instant lies, as EDTF; the year, where EDTF cannot divide it. */
export function dayText(at: number): string {
  const month = monthText(at)
  const date = new Date(at)
  return month === null ? yearText(date.getUTCFullYear()) : `${month}-${twoDigits(date.getUTCDate())}`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
