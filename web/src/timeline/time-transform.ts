import { ZoomTransform } from 'd3-zoom'
import { type Domain, EARLIEST, LATEST, LONGEST_DOMAIN, SHORTEST_DOMAIN } from './domain.ts'

const ALL = LATEST - EARLIEST

/** How often larger than a chart of all time as wide. */
export const TIME_SCALES = [ALL / LONGEST_DOMAIN, ALL / SHORTEST_DOMAIN] as const

export const domainTransform = ([from, until]: Domain, width: number): ZoomTransform =>
  new ZoomTransform(ALL / (until - from), ((EARLIEST - from) / (until - from)) * width, 0)

export function domainOf(transform: ZoomTransform, width: number): Domain {
  const timeAt = (x: number) => Math.round(EARLIEST + (transform.invertX(x) / width) * ALL)
  return [timeAt(0), timeAt(width)]
}
