import type { Entry } from './entry.ts'

/** What is in sight: from one instant to another. */
export type Domain = readonly [from: number, until: number]

const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const SHORTEST = HOUR
export const LONGEST = 400 * 365 * DAY

/** From the first to the last instant, with some room on both sides. */
export function around(times: readonly number[], share: number, least: number): Domain {
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
  return around(instantsOf(statements.length > 0 ? statements : entries), 0.15, DAY)
}

export function zoomed([from, until]: Domain, factor: number): Domain {
  const span = Math.min(Math.max((until - from) * factor, SHORTEST), LONGEST)
  const centre = (from + until) / 2
  return within([centre - span / 2, centre + span / 2])
}

export function moved([from, until]: Domain, share: number): Domain {
  const by = (until - from) * share
  return within([from + by, until + by])
}

export const [EARLIEST, LATEST] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z')]

/** An EDTF date has four digits for its year. */
const within = ([from, until]: Domain): Domain => [Math.max(from, EARLIEST), Math.min(until, LATEST)]

/** As an address and the API write it. */
export const stamp = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`

/** When a year, a month or a day, as it is typed, is over. */
export function endOf(date: string): number {
  const [year = 0, month, day] = date.slice(0, 10).split('-').map(Number)
  if (day) return Date.parse(date.slice(0, 10)) + DAY
  return month ? Date.UTC(year, month) : Date.UTC(year + 1, 0)
}

export function domainIn(params: URLSearchParams): Domain | null {
  const [from, until] = [Date.parse(params.get('from') ?? ''), Date.parse(params.get('until') ?? '')]
  return from < until ? within([from, until]) : null
}

export const overlaps = ({ start, end }: Pick<Entry, 'start' | 'end'>, [from, until]: Domain): boolean =>
  (start ?? from) <= until && (end ?? until) >= from
