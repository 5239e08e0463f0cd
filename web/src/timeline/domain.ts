import { FIRST_YEAR, instantOf, LAST_YEAR } from '../../../src/values/calendar.ts'
import { formatInstant, parseEdtf } from '../../../src/values/date.ts'
import { placeOf } from '../kit/date.ts'
import type { Entry } from './entry.ts'

/** What is in sight: from one instant to another. */
export type Domain = readonly [from: number, until: number]

const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const SHORTEST_DOMAIN = HOUR
/** The first and the last instant that there can be anything at. */
export const [EARLIEST, LATEST] = [instantOf(FIRST_YEAR, 1, 1), instantOf(LAST_YEAR + 1, 1, 1) - 1000]
export const LONGEST_DOMAIN = LATEST - EARLIEST

/** From the first to the last instant, with some room on both sides. */
export function domainAround(times: readonly number[], share: number, least: number): Domain {
  if (times.length === 0) return [Date.now() - 30 * DAY, Date.now()]
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const room = Math.max((last - first) * share, least)
  return [first - room, last + room]
}

const instantsOf = (entries: readonly Entry[]): number[] =>
  entries.flatMap(({ start, end }) => [start, end]).filter((time) => time !== null)

/** The statements with some room; what is long or open may begin outside. */
export function fitStatements(entries: readonly Entry[]): Domain {
  const statements = entries.filter(({ node }) => node.__typename === 'Statement')
  return domainAround(instantsOf(statements.length > 0 ? statements : entries), 0.15, DAY)
}

export function zoomedDomain([from, until]: Domain, factor: number): Domain {
  const span = Math.min(Math.max((until - from) * factor, SHORTEST_DOMAIN), LONGEST_DOMAIN)
  const centre = (from + until) / 2
  return domainWithin([centre - span / 2, centre + span / 2])
}

export function moved([from, until]: Domain, share: number): Domain {
  const by = (until - from) * share
  return domainWithin([from + by, until + by])
}

const domainWithin = ([from, until]: Domain): Domain => [Math.max(from, EARLIEST), Math.min(until, LATEST)]

/** As exact as a time is written: what tells two edges apart. */
export const SECOND = 1000

/** As an address and the API write it, to the second. */
export const stamp = (time: number): string => formatInstant(Math.round(time / SECOND) * SECOND)

/** When a date, as it is typed, begins, and when it is over; null where it is open there. */
export const beginOf = (date: string): number | null => parseEdtf(date)?.earliest ?? null
export function dateEnd(date: string): number | null {
  const latest = parseEdtf(date)?.latest ?? null
  return latest === null ? null : latest + 1
}

export function domainIn(params: URLSearchParams): Domain | null {
  const [from, until] = ['from', 'until'].map((name) => placeOf(params.get(name) ?? ''))
  return from != null && until != null && from < until ? domainWithin([from, until]) : null
}

/** As the API has it: what was said by a day stands at its end alone. */
export const overlaps = (
  { start, end, isSaidBy }: Pick<Entry, 'start' | 'end' | 'isSaidBy'>,
  [from, until]: Domain,
): boolean => ((isSaidBy ? end : start) ?? from) <= until && (end ?? until) >= from
