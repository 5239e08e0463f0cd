import type { Entry } from './entry.ts'

/** What is in sight: from one instant to another. */
export type Domain = readonly [from: number, until: number]

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHORTEST = HOUR
const LONGEST = 400 * 365 * DAY

/** All of it, or the statements with some room; what is long or open may begin outside. */
export function fitStatements(entries: readonly Entry[]): Domain {
  const statements = entries.filter(({ node }) => node.__typename === 'Statement')
  const chosen = statements.length > 0 ? statements : entries
  const times = chosen.flatMap(({ start, end }) => [start, end]).filter((time) => time !== null)
  if (times.length === 0) return [Date.now() - 30 * DAY, Date.now()]
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const room = Math.max((last - first) * 0.15, DAY)
  return [first - room, last + room]
}

export function fitAll(entries: readonly Entry[]): Domain {
  const times = entries.flatMap(({ start, end }) => [start, end]).filter((time) => time !== null)
  if (times.length === 0) return fitStatements(entries)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const room = Math.max((last - first) * 0.04, HOUR)
  return [first - room, last + room]
}

export function zoomed([from, until]: Domain, factor: number, centre = (from + until) / 2): Domain {
  const span = Math.min(Math.max((until - from) * factor, SHORTEST), LONGEST)
  const share = (centre - from) / (until - from)
  return [centre - span * share, centre + span * (1 - share)]
}

export const moved = ([from, until]: Domain, share: number): Domain => {
  const by = (until - from) * share
  return [from + by, until + by]
}

/** As an address and the API write it. */
export const stamp = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`

export function domainIn(params: URLSearchParams): Domain | null {
  const [from, until] = [Date.parse(params.get('from') ?? ''), Date.parse(params.get('until') ?? '')]
  return from < until ? [from, until] : null
}
