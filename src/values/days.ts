import { parseEdtf } from './date.ts'

/** The first and the last day that a date allows, as a spreadsheet reads days; null where an end is open or not known. */
export function daysOf(edtf: string | null | undefined): [earliest: string | null, latest: string | null] {
  const { earliest, latest } = parseEdtf(edtf ?? '') ?? { earliest: null, latest: null }
  return [dayOf(earliest), dayOf(latest)]
}

/** The day of an instant; null in years that no spreadsheet reads, of which only the date itself stands in a table. */
export function dayOf(instant: number | null): string | null {
  if (instant === null) return null
  const [day = ''] = new Date(instant).toISOString().split('T')
  return /^\d{4}-/.test(day) && day >= '0001' ? day : null
}
