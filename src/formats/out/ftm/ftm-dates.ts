import { parseEdtf } from '../../../values/date.ts'

/** The dates that FollowTheMoney has: beginnings of an ISO date, in years that it reads. */
const isoPrefix = /^[12]\d{3}(-\d\d(-\d\d)?)?$/
const timeOfDay = /^[12]\d{3}-\d\d-\d\dT/

/** A date as FollowTheMoney writes it, times in UTC without saying so; null for what it has no form for, such as 2023-05~. */
export function ftmDate(edtf: string): string | null {
  if (isoPrefix.test(edtf) && !/-2[1-4]$/.test(edtf.slice(0, 7))) return edtf
  const at = edtf.includes('/') ? null : (parseEdtf(edtf)?.earliest ?? null)
  if (at === null || !/T\d\d:/.test(edtf)) return null
  const time = new Date(at).toISOString().slice(0, 19)
  return timeOfDay.test(time) ? time : null
}

/** The properties that say when something was. */
export interface FtmTime {
  readonly date?: string
  readonly startDate?: string
  readonly endDate?: string
}

/** A time as a date, or as a beginning and an end; null where an end is known and FollowTheMoney has no form for it. */
export function ftmTime(edtf: string): FtmTime | null {
  if (!edtf.includes('/')) {
    const date = ftmDate(edtf)
    return date === null ? null : { date }
  }
  const ends = edtf.split('/').map((end) => (end === '' || end === '..' ? undefined : ftmDate(end)))
  if (ends.includes(null)) return null
  const [startDate, endDate] = ends
  return { ...(startDate && { startDate }), ...(endDate && { endDate }) }
}
