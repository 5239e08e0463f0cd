import { graphql, type ResultOf } from '../kit/graphql.ts'
import { type Domain, SECOND } from './domain.ts'
import { ticksOf } from './ticks.tsx'

export const densityQuery = graphql(`
  query Density($about: [ID!], $filter: StatementFilter, $types: [NodeType!], $edges: [EDTF!]!) {
    timelineHistogram(about: $about, filter: $filter, types: $types, edges: $edges) { events statements }
  }
`)

type Count = ResultOf<typeof densityQuery>['timelineHistogram'][number]

/** A stretch of time, and how many of each type may begin in it. */
export interface Bin extends Count {
  readonly domain: Domain
}

/** About how many pixels a column should have, and between which numbers of columns. */
const COLUMN_WIDTH = 14
const [FEWEST, MOST] = [40, 80]

/** Whole hours, days, months or years, about as many as have room in this width, and at both ends what is left of them. */
export function edgesIn(domain: Domain, width: number): number[] {
  const ticks = ticksOf(domain, Math.min(Math.max(Math.floor(width / COLUMN_WIDTH), FEWEST), MOST))
  const inner = ticks.filter((tick) => tick >= domain[0] + SECOND && tick <= domain[1] - SECOND)
  return [domain[0], ...inner, domain[1]]
}

export const binned = (edges: readonly number[], counts: readonly Count[]): Bin[] =>
  counts.map((count, index) => ({
    ...count,
    domain: [edges[index] as number, edges[index + 1] as number] as const,
  }))
