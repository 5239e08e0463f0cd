import { isEdtf } from '../../../values/date.ts'

/** When somebody had a role, as far as it is known. */
export interface OedaTerm {
  readonly from?: string
  readonly until?: string
}

/** The dates of a role: `>030701`, `<900823`, `19970101-061231`; null where they are none. */
export function termOf(dates: string): OedaTerm | null {
  if (dates === '') return {}
  const [, sign, only] = /^([<>])(\d+)$/.exec(dates) ?? []
  if (only !== undefined) {
    const date = dateOf(only)
    return date === null ? null : sign === '>' ? { from: date } : { until: date }
  }
  const [, first = '', last = ''] = /^(\d+)-(\d+)$/.exec(dates) ?? []
  const [from, until] = [dateOf(first), dateOf(last)]
  return from === null || until === null || from > until ? null : { from, until }
}

/** Of years with two digits those up to 30 are of this century, as PETRARCH reads them. */
const LAST_SHORT_YEAR = 30

function dateOf(digits: string): string | null {
  if (!/^(\d{6}|\d{8})$/.test(digits)) return null
  const short = Number(digits.slice(0, 2))
  const whole = digits.length === 8 ? digits : `${short <= LAST_SHORT_YEAR ? 20 : 19}${digits}`
  const date = `${whole.slice(0, 4)}-${whole.slice(4, 6)}-${whole.slice(6)}`
  return isEdtf(date) ? date : null
}
