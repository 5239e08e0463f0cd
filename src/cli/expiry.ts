import { InvalidArgumentError, Option } from 'commander'
import { DAY } from '../model/users/token.ts'

const UNITS: ReadonlyMap<string | undefined, number> = new Map([
  ['m', 60_000],
  ['h', DAY / 24],
  ['d', DAY],
  ['w', 7 * DAY],
])
const LONGEST = 3660 * DAY

/** @param usual What is meant where it is left out, in words. */
export const expiresOption = (usual: string): Option =>
  new Option(
    '--expires <when>',
    `until when it opens anything: minutes, hours, days or weeks from now, such as 30m, 12h, 90d and 4w, or a day, such as 2027-01-31; ${usual} where it is left out`,
  ).argParser((value) => parseExpiry(value, Date.now()))

/** The end of a token's time, in milliseconds since 1970. */
export function parseExpiry(text: string, now: number): number {
  const [, count, letter] = /^(\d{1,6})([mhdw])$/.exec(text) ?? []
  const end = count ? now + Number(count) * (UNITS.get(letter) ?? 0) : endOfDay(text)
  if (Number.isNaN(end))
    throw new InvalidArgumentError('It must be such as 12h, 90d or 4w, or a day, such as 2027-01-31.')
  if (end <= now) throw new InvalidArgumentError('It must be in the future.')
  if (end > now + LONGEST) throw new InvalidArgumentError('It must be within ten years.')
  return end
}

const endOfDay = (day: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN

/** A time for people, in UTC: `2027-01-31 17:05 UTC`. */
export const formatExpiry = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The day of a time, in UTC: `2027-01-31`. */
export const formatDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
