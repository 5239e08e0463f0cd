import { dayText } from '../../../src/values/calendar.ts'
import { parseEdtf } from '../../../src/values/date.ts'

/** The day before, so that the slider begins where nothing was known. */
export function dayBefore(day: string): string {
  const date = parseEdtf(day)
  return date?.earliest == null ? day : dayText(date.earliest - 1)
}
